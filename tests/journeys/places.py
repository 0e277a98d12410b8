"""Every kind of public page, and how a visitor gets there. English is reached by the page's language switch.

A place is a function (page, demo) that leaves the window on the German page; `EXPECTED` names answers other than 200.
"""

from uuid import uuid4

import psycopg

from tests.journeys import filling


def address(path: str):
    """A fixed address below the portal."""

    def go(page, demo):
        return page.goto(demo.base_url + path)

    return go


def named(group: str, key: str, part: str = "", more: str = ""):
    """An address of the demo's JSON."""

    def go(page, demo):
        found = demo.story[group][key]
        return page.goto((found[part] if part else found) + more)

    return go


def first(index, link: str):
    """Follow the first `link` (CSS) inside the main part of the page `index` leads to."""

    def go(page, demo):
        index(page, demo)
        return page.goto(page.locator(f"main {link}").first.evaluate("link => link.href"))

    return go


def in_menu(word: str):
    """The page that the main menu calls `word`."""

    def go(page, demo):
        page.goto(demo.story["pages"]["home_de"])
        return page.goto(page.locator("#main-menu a", has_text=word).first.evaluate("link => link.href"))

    return go


def in_footer(word: str):
    def go(page, demo):
        page.goto(demo.story["pages"]["home_de"])
        return page.goto(page.locator("footer a", has_text=word).first.evaluate("link => link.href"))

    return go


def sent_empty(place):
    """The form at `place`, sent without an answer: the page with its messages."""

    def go(page, demo):
        place(page, demo)
        return send_form(page)

    return go


def send_form(page):
    """Press the button of the page's last form."""
    form = page.locator("main form[method=post]").last
    with page.expect_navigation() as sending:
        form.locator("button:not([type=button], .btn-quiet)").last.click()
    return sending.value


def registered(key: str):
    """The page of a registration that has just been made."""

    def go(page, demo):
        page.goto(demo.story["events"][key]["register_url"])
        email = f"{uuid4().hex[:12]}@visitor.example"
        filling.registration(page, name="Mina Zöllner", email=email)
        filling.to_own_page(page, demo, email)
        return page.reload()

    return go


def told_alike(page, demo):
    """What everybody sees after registering, known or not."""
    return page.goto(demo.story["events"]["free"]["register_url"] + "eingegangen/")


def to_pay(page, demo):
    """The page of a payment that waits for its payer."""
    registered("paid")(page, demo)
    return page.goto(page.locator("main a[href*='/zahlung/']").first.evaluate("link => link.href"))


def to_invoice(page, demo):
    """The form that asks who gets the invoice for a payment."""
    to_pay(page, demo)
    return page.goto(page.locator("main a[href*='/rechnung/']").first.evaluate("link => link.href"))


def taken(page, demo):
    """A device that somebody has already received."""
    query = "select listing_id from marketplace_order where state in ('accepted', 'completed') and listing_id in"
    query += " (select id from marketplace_listing where kind in ('sale', 'gift') and state = 'released') limit 1"
    with psycopg.connect(demo.database_url) as database:
        number = database.execute(query).fetchone()[0]
    return page.goto(f"{demo.base_url}/de/angebot/{number}-x/")


PLACES = {
    "home": named("pages", "home_de"),
    "news index": named("pages", "news"),
    "article": first(named("pages", "news"), "article a, .card a"),
    "news without a hit": named("pages", "news", more="?year=1999"),
    "about": in_menu("Über uns"),
    "landing page": in_menu("Gründen"),
    "sections": in_menu("Sektionen"),
    "section": first(in_menu("Sektionen"), ".card a, article a"),
    "projects": in_menu("Projekte"),
    "project": first(in_menu("Projekte"), ".card a, article a"),
    "directory": in_menu("Einrichtungen"),
    "directory without a hit": address("/de/einrichtungen/?q=xyzzyq"),
    "institution": address("/de/einrichtungen/ibv/"),
    "imprint": in_footer("Impressum"),
    "privacy": in_footer("Datenschutz"),
    "accessibility": in_footer("Barrierefreiheit"),
    "contact": address("/de/kontakt/"),
    "join": address("/de/mitmachen/"),
    "join with mistakes": sent_empty(address("/de/mitmachen/")),
    "events": named("pages", "events"),
    "month": named("pages", "calendar"),
    "month without an event": named("pages", "calendar", more="&month=2020-02"),
    "archive": named("pages", "events", more="?view=archive"),
    "events without a hit": named("pages", "events", more="?format=xyzzyq"),
    "event": named("events", "free", "url"),
    "full event": named("events", "full", "url"),
    "paid event": named("events", "paid", "url"),
    "cancelled event": address("/de/veranstaltungen/exkursion-abwasser-bioraffinerie/"),
    "moved event": address("/de/veranstaltungen/sektionstreffen-medizintechnik/"),
    "past event": address("/de/veranstaltungen/auftakt-klic-2-go/"),
    "external event": named("events", "external", "url"),
    "registration with questions": first(address("/de/veranstaltungen/jahresforum-life-sciences/"), "a.btn"),
    "questions with mistakes": sent_empty(first(address("/de/veranstaltungen/jahresforum-life-sciences/"), "a.btn")),
    "offering, before the login": address("/de/angebot-einstellen/"),
    "coaching": named("pages", "coaching"),
    "coaching without a hit": named("pages", "coaching", more="?topic=xyzzyq"),
    "coach": first(named("pages", "coaching"), "a[href*='/coach/']"),
    "coaching panel": first(named("pages", "coaching"), "a.btn[href*='/runde/']"),
    "booking of coaching": first(named("pages", "coaching"), "li.event-row a"),
    "booking of coaching with mistakes": sent_empty(first(named("pages", "coaching"), "li.event-row a")),
    "registration": named("events", "free", "register_url"),
    "registration with mistakes": sent_empty(named("events", "paid", "register_url")),
    "told to look into the mailbox": told_alike,
    "registered": registered("free"),
    "waiting": registered("full"),
    "payment": to_pay,
    "ask for an invoice": to_invoice,
    "waiting list": named("events", "full", "register_url"),
    "marketplace": named("pages", "market"),
    "marketplace filtered": named("pages", "market", more="?kind=device&kind=sale&q=mikroskop"),
    "marketplace without a hit": named("pages", "market", more="?q=xyzzyq"),
    "device": named("listings", "device", "url"),
    "service": named("listings", "service", "url"),
    "sale": named("listings", "sale", "url"),
    "loan": named("listings", "loan", "url"),
    "gift": named("listings", "gift", "url"),
    "space": first(named("pages", "market", more="?kind=space"), ".row h3 a"),
    "taken": taken,
    "login": named("pages", "login"),
    "login with mistakes": sent_empty(named("pages", "login")),
    "signup": address("/de/konto/signup/"),
    "signup with mistakes": sent_empty(address("/de/konto/signup/")),
    "forgotten password": address("/de/konto/password/reset/"),
    "search": named("pages", "search", more="?q=zellkultur"),
    "search without a hit": named("pages", "search", more="?q=xyzzyq"),
    "not found": address("/de/gibt-es-nicht/"),
}
INSIDE = {
    "desk": address("/de/konto/"),
    "profile": address("/de/konto/profil/"),
    "email": address("/de/konto/email/"),
    "password": address("/de/konto/password/change/"),
    "second factor": address("/de/konto/2fa/"),
    "authenticator app": address("/de/konto/2fa/totp/activate/"),
    "own institution": address("/de/konto/einrichtung/zellschmiede/"),
    "order form": named("listings", "device", "url"),
    "order form with mistakes": sent_empty(named("listings", "device", "url")),
    "my orders": address("/de/meine-bestellungen/"),
    "order": first(address("/de/meine-bestellungen/"), "td a"),
    "my listings": address("/de/meine-angebote/"),
    "what to offer": address("/de/angebot-einstellen/"),
    "offer": address("/de/angebot-einstellen/?kind=sale"),
    "offer with mistakes": sent_empty(address("/de/angebot-einstellen/?kind=gift")),
    "my registrations": address("/de/meine-anmeldungen/"),
    "my coaching": address("/de/mein-coaching/"),
}
# For somebody who has done nothing yet.
NOTHING_YET = {
    "no orders": address("/de/meine-bestellungen/"),
    "no listings": address("/de/meine-angebote/"),
    "no registrations": address("/de/meine-anmeldungen/"),
    "empty desk": address("/de/konto/"),
}
EXPECTED = {
    **dict.fromkeys([name for name in (*PLACES, *INSIDE) if name.endswith("with mistakes")], 422),
    "login with mistakes": 200,
    "signup with mistakes": 200,
    "not found": 404,
}
