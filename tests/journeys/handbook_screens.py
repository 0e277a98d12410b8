"""The screens of each chapter of the handbook, and who sees them: for its pictures, and for the words it quotes."""

import json
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

import psycopg
from bs4 import BeautifulSoup

OUTSIDE = re.compile("Extern um Freigabe bitten|Ask somebody outside")
LONGEST = 120
JSON_TEXT = re.compile(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"')
REFUSED = ".messages .error, .messages .warning, .w-message--critical"


@dataclass(frozen=True)
class Walk:
    """`screens` are addresses below the portal, with names of `NUMBERS` in braces; the picture shows the first."""

    role: str
    screens: tuple[str, ...]
    tab: str = ""  # the name of the tab that the picture shows, in both languages
    press: re.Pattern | None = None  # a link to follow before the picture
    find: str = ""  # an email address to look for before the picture
    rare: tuple[tuple[str, str], ...] = ()  # file and words of it that the demo has no occasion for


EVENT = "/admin/snippets/events/event/edit/{tomorrow}/"
WITHDRAWAL = "/admin/snippets/withdrawals/withdrawal/inspect/{}/"
PAYMENT = "/admin/snippets/payments/payment/inspect/{}/"
WALKS = {
    "news": Walk("editor", ("/admin/pages/add/home/newspage/{news_index}/", "/admin/pages/{news_index}/")),
    "translate": Walk(
        "editor",
        (
            "/admin/localize/submit/page/{fresh}/",
            "/admin/pages/{fresh}/edit/",
        ),
        rare=(("home/languages/release.py", "Submit for release"),),
    ),
    "publish": Walk("moderator", ("/admin/reports/publishing-checks/", "/admin/pages/{fresh}/edit/")),
    "event": Walk("moderator", ("/admin/snippets/events/event/", EVENT, "/admin/events/{tomorrow}/drafts/")),
    "waiting": Walk("moderator", ("/admin/snippets/events/registration/", "/admin/events/{full}/registrations/")),
    "letters": Walk(
        "moderator",
        ("/admin/letters/of/events.registered/", "/admin/letters/", "/admin/letters/failed/"),
        rare=(("portal/letters/templates/letters/failed.html", "Try again"),),
    ),
    "series": Walk("moderator", ("/admin/events/{tomorrow}/copy/", EVENT, "/admin/events/{tomorrow}/drafts/")),
    "check-in": Walk("moderator", ("/{language}/{check_in}/{tomorrow}/", "/{language}/{papers}/", EVENT)),
    "coaching": Walk(
        "moderator",
        (
            "/admin/snippets/coaching/booking/",
            "/admin/snippets/coaching/account/inspect/{account}/",
            "/admin/snippets/coaching/programme/",
            "/admin/coaching/booking/{asked}/decide/confirm/",
            "/admin/snippets/coaching/slot/",
        ),
    ),
    "release": Walk("moderator", ("/admin/marketplace/releases/", "/admin/marketplace/releases/{listing}/", "/admin/")),
    "outside": Walk("moderator", ("/admin/marketplace/releases/{listing}/",), press=OUTSIDE),
    "institution": Walk(
        "moderator", ("/admin/snippets/accounts/institution/", "/admin/institutions/{institution}/verify/")
    ),
    "payment": Walk("finance", ("/admin/snippets/payments/payment/", PAYMENT.format("{open_payment}"))),
    "withdrawal": Walk(
        "moderator", ("/admin/", "/admin/snippets/withdrawals/withdrawal/", WITHDRAWAL.format("{open_withdrawal}"))
    ),
    "go-live": Walk("moderator", ("/admin/settings/home/office/{office}/",), tab="pflichten|duties"),
    "numbers": Walk("moderator", ("/admin/reports/attendance-report/",)),
    "images": Walk("editor", ("/admin/images/{image}/", "/admin/images/", "/admin/reports/image-rights/")),
    "privacy": Walk(
        "moderator",
        ("/admin/persons/", "/admin/settings/home/office/{office}/", EVENT, "/{language}/{privacy}/"),
        find="visitor@portal.example",
        rare=(
            ("portal/accounts/templates/accounts/requests/found.html", "Export as a file"),
            ("portal/accounts/templates/accounts/requests/found.html", "Ask for the erasure"),
            ("portal/accounts/templates/accounts/requests/find.html", "Requests so far"),
            ("portal/accounts/templates/accounts/requests/request.html", "Release: erase the person for good"),
        ),
    ),
    "month": Walk("finance", ("/admin/reports/finance/", "/admin/payments/returns/", "/admin/payments/months/")),
    "transfers": Walk("finance", ("/admin/payments/transfers/", "/admin/", PAYMENT.format("{paid_payment}"))),
    "disputes": Walk(
        "finance",
        ("/admin/snippets/payments/payment/", "/admin/snippets/payments/stray/"),
        rare=(("portal/payments/templates/payments/admin_inspect.html", "Looked at and settled"),),
    ),
}

PAGE = """
select page.id from wagtailcore_page page join wagtailcore_locale locale on locale.id = page.locale_id
join wagtailcore_page german on german.translation_key = page.translation_key
where german.slug = '{slug}' and locale.language_code = '{language}'
"""
FRESH = """
select page.id from wagtailcore_page page join wagtailcore_locale locale on locale.id = page.locale_id
join home_newspage news on news.page_ptr_id = page.id
where locale.language_code = 'de' and page.live and page.translation_key not in (
  select translation_key from wagtailcore_page group by translation_key having count(*) > 1)
order by page.id desc limit 1
"""
NUMBERS = {
    "news_index": PAGE.format(slug="aktuelles", language="{language}"),
    "fresh": FRESH,
    "listing": "select id from marketplace_listing where state = 'submitted' order by id limit 1",
    "institution": "select id from accounts_institution order by id limit 1",
    "office": "select id from home_office limit 1",
    "image": "select image_id from home_newspage where image_id is not null order by page_ptr_id limit 1",
    "account": "select id from coaching_account order by id limit 1",
    "asked": "select id from coaching_booking where state = 'requested' limit 1",
    "open_withdrawal": "select id from withdrawals_withdrawal where state = 'received' order by id limit 1",
    "open_payment": "select id from payments_payment where state = 'open' order by id limit 1",
    "paid_payment": "select id from payments_payment where state = 'paid' and paid_via = 'transfer' limit 1",
}
WAYS = {
    "de": {"check_in": "einlass", "papers": "einlass/{tomorrow}/drucksachen", "privacy": "datenschutz"},
    "en": {"check_in": "check-in", "papers": "check-in/{tomorrow}/papers", "privacy": "privacy"},
}


def addresses(walk: Walk, demo, language: str) -> list[str]:
    events = {name: facts["id"] for name, facts in demo.story["events"].items()}
    with psycopg.connect(demo.database_url) as database:
        return [_filled(screen, database, events, language) for screen in walk.screens]


def _filled(screen: str, database, events: dict, language: str) -> str:
    for word, way in WAYS[language].items():
        screen = screen.replace(f"{{{word}}}", way)
    known = {**events, "language": language}
    for name in set(re.findall(r"\{(\w+)\}", screen)) - set(known):
        found = database.execute(NUMBERS[name].format(language=language)).fetchone()
        assert found, f"the demo has no {name}"
        known[name] = found[0]
    return screen.format(**known)


def is_shown(answer_url: str, status: int, asked: str, markup: str) -> str:
    """What is wrong with a screen: a fault, another page than asked for, or a message of refusal."""
    if status >= 400:
        return f"{asked} answers {status}"
    if urlsplit(answer_url).path != asked:
        return f"{asked} leads to {urlsplit(answer_url).path}"
    refused = BeautifulSoup(markup, "html.parser").select(REFUSED)
    return f"{asked} says: {refused[0].get_text(' ', strip=True)}" if refused else ""


def labels_on(markup: str) -> set[str]:
    """What stands on a screen as words of their own: buttons, menus, fields, headings. Wagtail's menu is JSON."""
    soup = BeautifulSoup(markup, "html.parser")
    told = [text for tag in soup.find_all(True) if len(text := tag.get_text(" ")) < LONGEST]
    told += soup.stripped_strings
    told += [value for tag in soup.find_all(True) for value in tag.attrs.values() if isinstance(value, str)]
    scripts = [script.string or "" for script in soup.find_all("script", type="application/json")]
    for kept in [*scripts, *(text for text in told if text.startswith(("{", "[")))]:
        told += [json.loads(text) for text in JSON_TEXT.findall(kept)]
    return {_bare(text) for text in told}


def _bare(text: str) -> str:
    """Without the star of a field that must be filled and the number of what is inside; Wagtail writes it large."""
    bare = re.sub(r"\s*(\*|:|\(\s*\d*\s*\)|\b\d+)$", "", " ".join(text.split()))
    return bare[:1].upper() + bare[1:]


def quoted(chapter: dict, language: str) -> list[str]:
    """The words in bold, each step of a way through the menu by itself."""
    *_words, blocks = chapter[language]
    bold = re.findall("<b>(.*?)</b>", " ".join(text for kind, text in blocks if kind == "text"))
    return [_bare(step) for way in bold for step in way.split("→")]
