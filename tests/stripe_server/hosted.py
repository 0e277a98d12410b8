"""The pages on which the payer pays, and on which an institution sets its own account up."""

import html

TEXTS = {
    "de": {
        "notice": "Testzahlung – es fließt kein Geld",
        "explain": "Diese Seite steht anstelle der Bezahlseite von Stripe. Sie fragt nach keinen Kartendaten.",
        "pay": "Testzahlung ausführen",
        "debit": "Test-Lastschrift erteilen: unterwegs, das Geld kommt später",
        "decline": "Testkarte, die abgelehnt wird (… 0002)",
        "dispute": "Testkarte, deren Zahlung bestritten wird (… 0259)",
        "declined": "Die Karte wurde abgelehnt. Nehmen Sie eine andere, oder brechen Sie ab.",
        "cancel": "Abbrechen und zurück",
        "closed": "Diese Bezahlseite ist geschlossen.",
        "back": "Zurück zum Portal",
    },
    "en": {
        "notice": "Test payment – no money moves",
        "explain": "This page stands in for Stripe's checkout. It asks for no card details.",
        "pay": "Make the test payment",
        "debit": "Order a test direct debit: under way, the money comes later",
        "decline": "Test card that is declined (… 0002)",
        "dispute": "Test card whose payment is disputed (… 0259)",
        "declined": "The card was declined. Take another one, or cancel.",
        "cancel": "Cancel and go back",
        "closed": "This checkout page is closed.",
        "back": "Back to the portal",
    },
}

# What the page can do, after the cards and accounts that Stripe documents for tests.
WAYS = {"pay": "pay", "debit": "cancel", "decline": "cancel", "dispute": "cancel", "cancel": "cancel"}
PAID = {"pay", "debit", "dispute"}

STYLE = """
body { margin: 0; background: #F4F7F6; color: #14272B; font: 18px/1.55 "Source Sans 3", system-ui, sans-serif; }
main { max-width: 30rem; margin: 0 auto; padding: 2rem 1rem; }
.notice { background: #FFE9B8; border: 2px solid #7A5200; border-radius: 8px; padding: 1rem 1.25rem; }
.declined { border: 2px solid #A11D1D; border-radius: 6px; padding: .6rem .8rem; }
.notice p { margin: 0; } .notice strong { display: block; }
.card { background: #FFF; border-radius: 8px; padding: 1.5rem 1.25rem; margin: 1.25rem 0;
        box-shadow: 0 1px 3px rgb(7 59 67 / 20%); }
h1 { font-size: 1.15rem; line-height: 1.3; margin: 0 0 .5rem; }
.amount { font-size: 2rem; font-weight: 700; margin: 0; }
button, a.back { font: inherit; font-weight: 650; display: block; width: 100%; box-sizing: border-box; padding: .8rem;
        border-radius: 6px; border: 2px solid #0B5C66; margin: .75rem 0 0; cursor: pointer; text-align: center; }
.pay { background: #0B5C66; color: #FFF; } .cancel, a.back { background: #FFF; color: #0B5C66; }
:focus-visible { outline: 3px solid #C2410C; outline-offset: 2px; }
"""


def hosted_page(session: dict, *, declined: bool = False) -> str:
    language = session["locale"] if session["locale"] in TEXTS else "en"
    other = "en" if language == "de" else "de"
    text = TEXTS[language]
    amount = f"{session['amount_total'] / 100:.2f}"
    amount = f"{amount.replace('.', ',')} €" if language == "de" else f"€{amount}"
    if session["status"] == "open":
        buttons = "".join(
            f'<button class="{look}" name="action" value="{way}">{text[way]}</button>' for way, look in WAYS.items()
        )
        told = f'<p class="declined" role="alert">{text["declined"]}</p>' if declined else ""
        actions = f'{told}<form method="post">{buttons}</form>'
    else:
        back = html.escape(session["cancel_url"] or "/")
        actions = f'<p>{text["closed"]}</p><a class="back" href="{back}">{text["back"]}</a>'
    card = f'<h1>{html.escape(session["_name"])}</h1><p class="amount">{amount}</p>{actions}'
    return _page(language, text, TEXTS[other]["notice"], card)


SETUP = {
    "de": {
        "notice": "Testkonto – es fließt kein Geld",
        "explain": "Diese Seite steht anstelle der Einrichtung bei Stripe. Sie fragt nach keinen Angaben.",
        "finish": "Alles ausfüllen: Das Konto nimmt Zahlungen an",
        "wait": "Alles ausfüllen: Stripe prüft noch",
        "leave": "Später fortfahren und zurück",
    },
    "en": {"notice": "Test account – no money moves"},
}
SETUP_WAYS = {"finish": "pay", "wait": "cancel", "leave": "cancel"}


def setup_page(account: dict) -> str:
    text = SETUP["de"]
    name = html.escape(account["business_profile"].get("name", account["id"]))
    buttons = "".join(
        f'<button class="{look}" name="action" value="{way}">{text[way]}</button>' for way, look in SETUP_WAYS.items()
    )
    card = f'<h1>{name}</h1><p>{account["id"]}</p><form method="post">{buttons}</form>'
    return _page("de", text, SETUP["en"]["notice"], card)


def _page(language: str, text: dict, also: str, card: str) -> str:
    other = "en" if language == "de" else "de"
    return f"""<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><link rel="icon" href="data:,">
<title>{text["notice"]}</title><style>{STYLE}</style></head>
<body><main>
<div class="notice"><p><strong>{text["notice"]}</strong><span lang="{other}">{also}</span></p></div>
<div class="card">{card}</div>
<p>{text["explain"]}</p>
</main></body></html>"""
