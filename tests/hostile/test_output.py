"""What people typed comes out as text: on pages, in the admin, in letters, calendars, feeds and tables."""

import csv
import io
import json
from html.parser import HTMLParser
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
import vobject
from django.core import mail
from django.urls import reverse
from icalendar import Calendar
from openpyxl import load_workbook

from events.calendar import feeds
from events.coaching.booking import verbs as booking
from events.models import Registration
from events.pages import EventPage
from events.registration import verbs as registration
from home.answers import views as join
from home.pages import NewsPage
from marketplace.models import ListingText, Order
from portal.accounts.models import Institution
from portal.payments.models import Payment
from portal.web import tokens

MARK = """"'><img src=x onerror=alert(1)><svg/onload=alert(1)>]]></script><script>alert(1)</script>{{7*7}}${7*7}"""
ATOM = "{http://www.w3.org/2005/Atom}"


class Elements(HTMLParser):
    """Everything on a page that could act: handlers, scripts with code, addresses that are code."""

    def __init__(self, page: str):
        super().__init__(convert_charrefs=True)
        self.harm: list[str] = []
        self.data: list[str] = []
        self.script = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        self.harm += [f"{tag} {name}" for name in told if name.startswith("on")]
        links = (told.get(name) or "" for name in ("href", "src", "action", "formaction"))
        self.harm += [
            link for link in links if link.strip().lower().startswith(("javascript:", "data:text", "vbscript:"))
        ]
        self.script = (told.get("type") or "code") if tag == "script" else ""

    def handle_endtag(self, tag):
        self.script = "" if tag == "script" else self.script

    def handle_data(self, data):
        if self.script == "application/ld+json":
            self.data.append(data)
        elif self.script and "alert(1)" in data:
            self.harm.append(data)


def harmless(page: str) -> list[str]:
    """What is wrong with `page`; its JSON-LD is read on the way."""
    seen = Elements(page)
    for told in seen.data:
        json.loads(told)
    return seen.harm + [f"raw {text}" for text in ("<script>alert", "<img src=x", "<svg/onload") if text in page]


@pytest.fixture
def public(world) -> list[str]:
    manage = tokens.make("manage", world.guest)
    return [
        *(page.url for page in world.pages.values()),
        f"{world.pages['events'].url}?view=month&month={world.free.starts_at:%Y-%m}",
        world.a.get_absolute_url(),
        world.device.get_absolute_url(),
        world.device.get_absolute_url().replace("/de/angebot/", "/en/listing/"),
        world.sale.get_absolute_url(),
        f"/de/anmeldung/{world.free.pk}/",
        f"/de/meine-anmeldung/{manage}/",
        f"/de/meine-anmeldung/{manage}/stornieren/",
        world.payment.get_absolute_url(),
        f"/de/konto/einladung/{tokens.make('invitation', world.invitation)}/",
        "/de/suche/?q=alert",
        "/de/suche/?q=%3Cimg%20src=x%20onerror=alert(1)%3E",
        f"{world.pages['market'].url}?q=%22%3E%3Csvg/onload=alert(1)%3E&city=%3Cscript%3Ealert(1)%3C/script%3E",
        f"{world.pages['directory'].url}?q=%22%3E%3Csvg/onload=alert(1)%3E",
        "/de/gibt-es/%3Cscript%3Ealert(1)%3C/script%3E/",
        "/accents.css",
    ]


def test_public_pages_show_what_was_typed_and_run_nothing(public, as_):
    client = as_("anonymous")
    answers = {path: client.get(path, follow=True) for path in public}
    assert {path: r.status_code for path, r in answers.items() if r.status_code not in {200, 404}} == {}
    harm = {path: harmless(r.content.decode()) for path, r in answers.items()}
    assert {path: wrong for path, wrong in harm.items() if wrong} == {}
    shown = [path for path, r in answers.items() if "{{7*7}}" in r.content.decode()]
    assert len(shown) > 15


def test_pages_behind_the_login_run_nothing(world, as_):
    inside = ["/de/konto/", "/de/konto/profil/", "/de/konto/einrichtung/a-haus/", "/de/meine-angebote/"]
    inside += ["/de/meine-bestellungen/", f"/de/angebot-einstellen/{world.draft.pk}/", world.order.get_absolute_url()]
    client = as_("manager_a")
    assert {path: harmless(client.get(path).content.decode()) for path in inside} == {path: [] for path in inside}


def test_lists_of_the_admin_run_nothing(world, as_):
    client = as_("root")
    lists = ("events/event", "events/registration", "accounts/institution", "home/person", "home/project")
    lists += ("marketplace/listing", "marketplace/order", "payments/payment", "withdrawals/withdrawal")
    paths = [f"/admin/snippets/{name}/" for name in lists]
    paths += [f"/admin/marketplace/releases/{world.submitted.pk}/", "/admin/marketplace/releases/", "/admin/"]
    paths += [
        f"/admin/pages/{world.pages['events'].pk}/",
        "/admin/reports/site-history/",
        "/admin/reports/aging-pages/",
    ]
    for path in paths:
        response = client.get(path)
        assert response.status_code == 200, path
        page = response.content.decode()
        assert not [text for text in ("<script>alert", "<img src=x", "<svg/onload") if text in page], path


def test_letters_carry_it_as_text(world, post_office):
    join.keep(world.pages["join"], said={"name": MARK[:100], "post": "x@example.org", "text": MARK})
    letters = post_office()
    assert len(letters) > 8
    for letter in letters:
        assert harmless(letter.alternatives[0][0]) == []
        assert len(letter.to) == 1
        assert letter.subject == " ".join(letter.subject.split())
        assert "example.org" not in letter.subject
    assert any("{{7*7}}" in letter.body for letter in mail.outbox)


@pytest.fixture
def calendars(world, client, post_office) -> dict[str, bytes]:
    """Every calendar file that the portal hands out or sends, by its address or its method and recipient."""
    person = world.users["person"]
    for row in (world.guest, world.coaching):
        type(row).objects.filter(pk=row.pk).update(user=person)
    booking.confirm(world.coaching, by=world.users["member_a"])
    guest, client_ = (tokens.make("manage", row) for row in (world.guest, world.coaching))
    paths = [
        "/de/kalender.ics",
        "/en/calendar.ics",
        f"/de/kalender.ics?format={world.free.format.slug}&mode=on_site",
        f"/de/kalender/{world.free.pk}.ics",
        reverse("events:invitation", args=[guest]),
        reverse("coaching:ics", args=[client_]),
        urlsplit(feeds.address(world.calendar_key)).path,
    ]
    files = {path: client.get(path).content for path in paths}
    post_office()
    registration.cancel(world.guest)
    booking.cancel(world.coaching, by=world.users["root"])
    for letter in post_office():
        for _name, content, kind in letter.attachments:
            if kind.startswith("text/calendar"):
                files[f"{kind} {letter.to[0]}"] = content if isinstance(content, bytes) else content.encode()
    return files


def test_calendars_stay_calendars(calendars):
    assert {name.split(";")[1].split()[0] for name in calendars if ";" in name} == {"method=REQUEST", "method=CANCEL"}
    for name, content in calendars.items():
        entries = Calendar.from_ical(content).events
        assert entries, name
        assert max(map(len, content.split(b"\r\n"))) <= 75, name
        assert "{{7*7}}" in "".join(str(entry["SUMMARY"]) for entry in entries), name


def test_another_parser_reads_every_calendar_alike(calendars):
    for name, content in calendars.items():
        ours, theirs = Calendar.from_ical(content), vobject.readOne(content.decode())
        theirs.validate(raiseException=True)
        assert theirs.method.value == str(ours["method"]), name
        read = [
            (one.uid.value, one.dtstart.value, one.dtend.value, one.summary.value, one.sequence.value, one.status.value)
            for one in theirs.vevent_list
        ]
        said = [
            (str(one["uid"]), one.start, one.end, str(one["summary"]), str(one["sequence"]), str(one["status"]))
            for one in ours.events
        ]
        assert read == said, name


@pytest.mark.parametrize("path", ["/de/news.atom", "/de/news.rss", "/de/kalender.atom", "/de/marktplatz/neu.atom"])
def test_feeds_are_well_formed_whatever_is_in_a_title(world, client, path):
    words = {"title": "a\x0b\x1f]]><script>\ufffe& {{7*7}}", "teaser": "b\x0c\x85"}
    NewsPage.objects.update(**words)
    EventPage.objects.update(**words)
    ListingText.objects.update(title=words["title"], description=words["teaser"])
    Institution.objects.update(name="c\x0b")
    response = client.get(path)
    assert response.status_code == 200
    root = ElementTree.fromstring(response.content)
    titles = [one.text for one in root.iter() if one.tag in {f"{ATOM}title", "title"}]
    assert any("]]><script>" in title and "{{7*7}}" in title for title in titles)


def test_control_characters_in_words_of_editors_break_no_page(world, public, as_):
    words = {"title": "a\x0b\x1fb\u2028", "teaser": "b\x0c\x85"}
    NewsPage.objects.update(**words)
    EventPage.objects.update(**words)
    client = as_("anonymous")
    assert {path: s for path in public if (s := client.get(path, follow=True).status_code) not in {200, 404}} == {}
    assert client.get("/sitemap-pages.xml").status_code == 200
    Calendar.from_ical(client.get("/de/kalender.ics").content)


def test_meta_and_json_ld_survive_quotes(world, client):
    page = client.get(world.pages["article"].url).content.decode()
    told = [json.loads(one) for one in Elements(page).data]
    assert any("</script>" in json.dumps(one) for one in told)
    assert "</script><script>alert" not in page


# ---- tables that leave the house ----------------------------------------------------------------------------------

EXPORTS = ["events/registration", "events/event", "marketplace/order", "marketplace/listing", "payments/payment"]
EXPORTS += ["accounts/institution"]


@pytest.fixture
def planted(world):
    """Formulas and control characters in every column that a visitor fills."""
    Registration.objects.update(name="=1+1\x0b", note="@SUM(A1)", institution="+49 234 1234-5")
    Order.objects.update(name="=cmd|'/c calc'!A1", note="-2+3\x1f")
    Payment.objects.update(payer_name='=HYPERLINK("http://x")', description="\t=1\x0b")
    ListingText.objects.update(title="=1+1\x0b")
    Institution.objects.update(name="=A1\x0b", city="-1+1")
    type(world.free).objects.update(name="=1+1\x0b", venue="@x")
    join.keep(world.pages["join"], said={"name": "=1+1", "post": "x@example.org", "text": "+1\x0b=2"})


def _exports(world) -> list[str]:
    return [*(f"/admin/snippets/{name}/?" for name in EXPORTS), f"/admin/forms/submissions/{world.pages['join'].pk}/?"]


def test_csv_holds_no_formula_and_keeps_phone_numbers(world, planted, as_):
    client = as_("root")
    for path in _exports(world):
        response = client.get(f"{path}export=csv")
        text = b"".join(response.streaming_content).decode("utf-8-sig")
        cells = [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
        assert len(cells) > 4, path
        risky = [cell for cell in cells if cell.startswith(("=", "@", "\t", "\r", "-1+", "+1")) or "\x0b" in cell]
        assert risky == [], path
        if "registration" in path:
            assert "+49 234 1234-5" in cells


def test_xlsx_holds_no_formula_and_opens(world, planted, as_):
    client = as_("root")
    for path in _exports(world):
        response = client.get(f"{path}export=xlsx")
        content = b"".join(response.streaming_content) if response.streaming else response.content
        rows = list(load_workbook(io.BytesIO(content)).active.iter_rows())
        assert len(rows) > 1, path
        assert [cell.coordinate for row in rows for cell in row if cell.data_type == "f"] == [], path


def test_an_editor_exports_no_orders_and_refunds_nothing(world, as_):
    client = as_("editor")
    for path in ("/admin/snippets/marketplace/order/?export=csv", "/admin/snippets/payments/payment/?export=xlsx"):
        assert client.get(path).headers.get("Location") == "/admin/"
    assert client.post(f"/admin/payments/{world.payment.pk}/refund/").headers["Location"] == "/admin/"
    assert Payment.objects.filter(state__in=["refund_due", "refunded"]).count() == 0
