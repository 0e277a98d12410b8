"""Whatever is typed: a form says what is wrong and keeps the rest, a list answers 200, nothing is ever a 500."""

import re
import time
from datetime import date, timedelta
from decimal import Decimal
from html import escape
from urllib.parse import quote, urlencode

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.models import Registration
from marketplace.models import Listing, Order
from portal.accounts.models import User
from tests.hostile.doors import address, doors
from tests.hostile.forms import FORMS, Form, rows

URLENCODED = "application/x-www-form-urlencoded"
CONTROLS = [
    "a\x0bb",
    "a\x0cb",
    "a\x1cb",
    "a\x1eb",
    "a\x85b",
    "a\u2028b",
    "a\u2029b",
    "a\r\nBcc: v@x.de",
    "a\x7fb",
    "a\x1bb",
]
ODD = ["Łukasz Ó Briain 🧪", "e\u0301", "a\u202eb", "a\u200bb", "'; drop table x; --", "{{7*7}}", "%s %(x)s", "\\", '"']
ADDRESSES = [
    "a@b.de\r\nBcc: x@y.de",
    "a@b.de,c@d.de",
    "a@b.de%0ABcc:x",
    "a",
    "a@",
    "a" * 100_000 + "@",
    "a b@c.de",
    "@",
]
NOT_A_COUNT = ["0", "-1", "1.5", "1e9", "99999999999999999999", "NaN", "٣", "1_0", "+1", "", "0x1", "Infinity"]
NOT_A_PRICE = [
    "12,345",
    "-1",
    "1e3",
    "0.001",
    "NaN",
    "Infinity",
    "٣",
    "99999999999",
    "1.2.3",
    "1,2,3",
    "--",
    "1" * 5000,
]
NOT_A_TIME = [
    "2027-02-30T10:00",
    "99999-01-01T10:00",
    "0000-00-00T00:00",
    "gestern",
    "1",
    "2027-01-01T25:00",
    "9" * 5000,
]
PAGES = ["-1", "abc", "0", str(10**20), "1.5", "", "²", "last", "9" * 5000, "\ufffd"]
MONTHS = ["99999-99", "2027-13", "2027-00", "0000-01", "-1", "abc", "²-²", "9" * 400, "2027-1", "1-1", "٢٠٢٧-٠١"]
BYTES = ["%ff", "%ed%a0%80", "%c0%80", "%f4%90%80%80", "%e2%82", "%0b", "%1e%85", "%"]
HUGE = str(10**20 - 1)


@pytest.fixture(autouse=True)
def _unlimited():
    cache.clear()


@pytest.fixture
def send(as_):
    """Post a form as the one who may; every answer is rolled back."""
    clients: dict[str, Client] = {}

    def post(form: Form, **options):
        cache.clear()
        client = clients.setdefault(form.role, as_(form.role))
        cookies = client.cookies.copy()
        with transaction.atomic():
            before = rows()
            response = client.post(form.path, options.pop("data", form.said), **options)
            response.wrote = {name: n - before[name] for name, n in rows().items() if n != before[name]}
            transaction.set_rollback(True)
        client.cookies = cookies
        return response

    return post


def refuses(response) -> bool:
    """The same page with an alert, no row changed."""
    return response.status_code in {200, 422} and 'role="alert"' in response.content.decode() and not response.wrote


def complains(response) -> bool:
    """FORM: it refuses and marks the field."""
    return refuses(response) and 'aria-invalid="true"' in response.content.decode()


def fine(response) -> bool:
    """Taken, or refused in words; nothing else."""
    return response.status_code in {302, 303} or refuses(response)


@pytest.fixture
def form(request, world) -> Form:
    return FORMS[request.param](world)


every_form = pytest.mark.parametrize("form", FORMS, indirect=True)


# ---- forms --------------------------------------------------------------------------------------------------------


@every_form
def test_the_answer_that_the_others_spoil_is_taken(form, send):
    response = send(form)
    assert response.status_code in {302, 303} or form.path.endswith("/login/")


@every_form
def test_control_characters_in_a_line_are_refused(form, send):
    for text in CONTROLS if form.lines else ():
        response = send(form.with_(**dict.fromkeys(form.lines, text)))
        assert complains(response)
        assert response.content.decode().count('aria-invalid="true"') >= len(form.lines), text


@every_form
def test_odd_text_is_taken_or_refused_in_words(form, send):
    odd = [*ODD, *CONTROLS, *NOT_A_COUNT, *NOT_A_TIME, HUGE, "٣", "NaN"]
    for turn in range(9):
        # Every field sees other texts in every turn.
        said = {name: odd[(place * 7 + turn * 4) % len(odd)] for place, name in enumerate(form.typed)}
        assert fine(send(form.with_(**said))), said
    alone = [(name, text) for name in (*form.others, *form.hidden) for text in (HUGE, "٣")]
    assert [pair for pair in alone if not fine(send(form.with_(**dict([pair]))))] == []


@every_form
def test_what_no_field_holds_is_refused_and_not_cut(form, send):
    long = [(name, form.with_(**{name: "a" * 10_000})) for name in (*form.lines, *form.texts)]
    assert [name for name, spoilt in long if not complains(send(spoilt))] == []


@every_form
def test_addresses_with_more_than_an_address_are_refused(form, send):
    began = time.process_time()
    assert [
        (name, text[:40])
        for name in form.emails
        for text in ADDRESSES
        if not complains(send(form.with_(**{name: text})))
    ] == []
    # A pattern that tries every way would take minutes; the bound is of this process alone, whoever else is busy.
    assert time.process_time() - began < 10


@every_form
def test_every_field_missing_is_no_fault(form, send):
    for name in form.said.keys() - {"kind"}:
        assert fine(send(form, data={other: value for other, value in form.said.items() if other != name})), name
    if "/angebot-einstellen/" not in form.path:  # that page asks for the kind first
        assert complains(send(form, data={}))


@every_form
def test_a_refused_form_keeps_what_was_typed(form, send):
    spoilt = form.lines[:1] or form.emails or ("start",)
    kept = {n: v for n, v in form.said.items() if n in (*form.lines, *form.texts, *form.emails) and n != spoilt[0]}
    page = send(form.with_(**{spoilt[0]: "a\x0bb"})).content.decode()
    assert [name for name, value in kept.items() if escape(value) not in page] == []


@every_form
@pytest.mark.parametrize("multipart", [True, False])
def test_nul_is_refused_in_every_field(form, send, multipart):
    for name in form.typed:
        said = form.said | {name: "a\x00b"}
        options = {"data": said} if multipart else {"data": urlencode(said), "content_type": URLENCODED}
        assert send(form, **options).status_code == 400, name
    assert send(form, data=form.said | {"a\x00b": "c"}).status_code == 400


@every_form
def test_broken_bytes_are_no_fault(form, send):
    for raw in BYTES:
        spoilt = "&".join(f"{name}=a{raw}b" for name in form.typed)
        kept = urlencode({name: value for name, value in form.said.items() if name not in form.typed})
        assert fine(send(form, data=f"{kept}&{spoilt}", content_type=URLENCODED)), raw


@every_form
def test_very_long_and_very_many_are_no_fault(form, send):
    for name in (*form.texts, *form.lines)[:1]:
        assert complains(send(form.with_(**{name: "ä" * 2_000_000})))
    assert fine(send(form.with_(**{f"f{n}": "1" for n in range(1001)})))
    assert send(form.with_(**{f"f{n}": "1" for n in range(10_001)})).status_code == 400
    assert send(form.with_(note="a" * 6_000_000)).status_code == 400


@every_form
def test_json_and_files_change_nothing(form, send):
    for kind in ("application/json", "text/plain", "application/octet-stream", "multipart/form-data"):
        response = send(form, data=b'{"name": "a"}', content_type=kind)
        assert response.status_code in {200, 400, 415, 422}
        assert response.wrote == {}


@every_form
def test_the_same_field_twice_is_no_fault(form, send):
    for name, value in form.said.items():
        if name != "kind":
            assert fine(send(form, data=form.said | {name: [value, value + "1"]})), name


# ---- counts, prices, times ----------------------------------------------------------------------------------------


def test_seats_are_a_small_whole_number(world, send):
    form = FORMS["register"](world)
    assert [text for text in NOT_A_COUNT if not complains(send(form.with_(seats=text)))] == []


def test_seats_and_price_agree_when_both_are_sent_twice(world, client):
    form = FORMS["register"](world)
    said = form.said | {"seats": ["1", "5"], "shown_fee": ["0", "49.90"]}
    assert client.post(f"/de/anmeldung/{world.paid.pk}/", said).status_code == 303
    made = Registration.objects.get(email="ada@example.org")
    assert made.amount == made.seats * Decimal("49.90")


@pytest.mark.parametrize("typed", ["1.234,56", "1,234.56", "1234.56", "1234,56", " 1.234,56 € "])
def test_prices_are_read_as_written_in_both_languages(world, as_, typed):
    form = FORMS["offer"](world)
    as_(form.role).post(form.path, form.said | {"price": typed})
    made = Listing.objects.get(texts__title="Zentrifuge")
    assert Decimal("1234.56") in {made.hourly, made.daily, made.price}


def test_what_is_no_price_is_refused(world, send):
    form = FORMS["offer"](world)
    assert [text[:20] for text in NOT_A_PRICE if not complains(send(form.with_(price=text)))] == []


def test_what_is_no_time_is_refused(world, send):
    form = FORMS["order"](world)
    spoilt = [(name, text) for name in ("start", "end") for text in NOT_A_TIME]
    assert [(name, text[:20]) for name, text in spoilt if not complains(send(form.with_(**{name: text})))] == []


def _last_sunday(month: int) -> date:
    today = date.today()
    first = next(date(year, month, 1) for year in (today.year, today.year + 1) if date(year, month, 20) > today)
    last = first.replace(day=31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


@pytest.mark.parametrize("month", [3, 10])
def test_hours_that_the_clock_skips_or_repeats_are_refused_unless_the_offset_says_which(world, send, month):
    night = _last_sunday(month)
    form = FORMS["order"](world).with_(end=f"{night + timedelta(days=1)}T10:00")
    response = send(form.with_(start=f"{night}T02:30"))
    assert complains(response)
    assert "Uhr" in response.content.decode()
    if month == 10:
        assert send(form.with_(start=f"{night}T02:30+01:00")).status_code == 303


def test_adjacent_bookings_stand_and_overlapping_ones_do_not(world, as_):
    """Half-open periods over the website: 12 to 13 after 10 to 12, and nothing across both."""
    client, form = as_("person"), FORMS["order"](world)
    Listing.objects.filter(pk=world.device.pk).update(approval="instant")
    day = form.said["start"][:10]
    for start, end, made in (("10:00", "12:00", 1), ("12:00", "13:00", 2), ("11:59", "12:01", 2)):
        client.post(form.path, form.said | {"start": f"{day}T{start}", "end": f"{day}T{end}"})
        assert Order.objects.filter(listing=world.device, state="accepted").count() == made


# ---- what a form does not ask -------------------------------------------------------------------------------------


def test_registration_takes_no_column_that_it_does_not_ask_for(world, client):
    form = FORMS["register"](world)
    sneaky = {
        "status": "confirmed",
        "state": "confirmed",
        "price": "0",
        "amount": "0",
        "is_paid": "1",
        "capacity": "9999",
        "user": "1",
        "pk": "1",
        "id": "1",
        "fee": "0",
        "event": str(world.free.pk),
        "created_at": "2000-01-01",
        "language": "en",
        "nonce": "known",
        "consent_version": "none",
    }
    assert client.post(f"/de/anmeldung/{world.paid.pk}/", form.said | sneaky).status_code == 303
    made = Registration.objects.get(email="ada@example.org")
    assert (made.event, made.state, made.amount, made.user) == (world.paid, "awaiting_payment", Decimal("49.90"), None)
    assert (made.language, made.event.capacity, made.created_at.year > 2000) == ("de", 10, True)
    assert made.nonce != "known"
    assert made.consent_version != "none"


def test_order_takes_no_column_that_it_does_not_ask_for(world, as_):
    form = FORMS["order"](world)
    sneaky = {
        "state": "accepted",
        "price": "0",
        "piece": "7",
        "exclusive": "",
        "orderer": str(world.users["member_b"].pk),
        "institution": str(world.b.pk),
        "email": "x@y.de",
        "listing": str(world.sale.pk),
    }
    response = as_("person").post(form.path, form.said | sneaky)
    made = Order.objects.filter(listing=world.device).order_by("-pk").first()
    assert response.status_code == 303
    assert (made.state, made.piece, made.orderer, made.email) == (
        "requested",
        1,
        world.users["person"],
        "person@example.org",
    )
    assert (made.institution, made.price) == (None, Decimal("80.00"))


def test_offer_is_made_for_ones_own_institution_only_and_never_released(world, as_):
    form = FORMS["offer"](world)
    as_("manager_a").post(form.path, form.said | {"state": "released", "released_at": "2020-01-01", "expires_on": ""})
    made = Listing.objects.get(texts__title="Zentrifuge")
    assert (made.state, made.released_at, made.institution) == ("draft", None, world.a)
    response = as_("manager_a").post(form.path, form.said | {"title": "Fremd", "institution": str(world.b.pk)})
    assert response.status_code == 422
    assert not Listing.objects.filter(texts__title="Fremd").exists()


def test_profile_raises_nobody(world, as_):
    form = FORMS["profile"](world)
    sneaky = {"is_superuser": "1", "is_staff": "1", "groups": "1", "email": "root@example.org", "is_active": "1"}
    as_("person").post(form.path, form.said | sneaky)
    user = User.objects.get(pk=world.users["person"].pk)
    assert (user.is_superuser, user.is_staff, user.email, user.first_name) == (
        False,
        False,
        "person@example.org",
        "Ada",
    )
    assert not user.groups.exists()


def test_an_order_for_another_institution_is_refused(world, as_):
    form = FORMS["order"](world)
    response = as_("manager_a").post(form.path, form.said | {"institution": str(world.b.pk)})
    assert response.status_code == 422


def test_payment_is_reached_by_its_token_only(world, client):
    for token in ("1", f"{world.payment.pk}-", f"{world.payment.pk}-{'0' * 48}", "-", "²-x", HUGE + "-x"):
        assert client.get(f"/de/zahlung/{token}/").status_code == 404
        assert client.get(f"/de/meine-anmeldung/{token}/").status_code == 404
        assert client.get(f"/de/konto/einladung/{token}/").status_code == 404


def test_a_changed_fee_is_shown_before_it_is_owed(world, client):
    form = FORMS["register"](world)
    type(world.paid).objects.filter(pk=world.paid.pk).update(fee=Decimal("59.90"))
    response = client.post(f"/de/anmeldung/{world.paid.pk}/", form.said | {"shown_fee": "49.90"})
    assert response.status_code == 422
    assert "59,90" in response.content.decode()
    assert not Registration.objects.filter(email="ada@example.org").exists()


# ---- lists, searches, addresses -----------------------------------------------------------------------------------


@pytest.fixture
def lists(world) -> dict[str, tuple[str, ...]]:
    """Addresses that read a query, and what they read."""
    url = {name: page.url for name, page in world.pages.items()}
    return {
        "/de/suche/": ("q", "page"),
        url["events"]: ("view", "month", "year", "page", "format", "section", "mode"),
        url["market"]: (
            "q",
            "kind",
            "category",
            "institution",
            "city",
            "condition",
            "free_from",
            "free_to",
            "order",
            "page",
        ),
        url["directory"]: ("q", "kind", "category", "field", "district", "page"),
        url["news"]: ("kind", "year", "page"),
        world.device.get_absolute_url(): ("week", "start", "end"),
        "/de/kalender.ics": ("format", "section"),
        "/de/kalender.atom": ("format",),
    }


def _asked(client, path: str, query: str) -> int:
    return client.get(f"{path}?{query}").status_code


def test_lists_answer_every_page_month_and_byte(lists, as_):
    client, wrong = as_("anonymous"), []
    for path, names in lists.items():
        queries = ["&".join(f"{name}={raw}" for name in names) for raw in [*BYTES, quote(HUGE), quote("²٣")]]
        for name, texts in {"page": PAGES, "month": MONTHS, "year": MONTHS, "week": NOT_A_TIME}.items():
            if name in names:
                view = "archive" if name == "year" else "month"
                queries += [f"view={view}&{name}={quote(text)}" for text in texts]
        queries.append("&".join(f"{name}=a" for name in names for _ in range(300)))
        wrong += [(path, query[:60]) for query in queries if _asked(client, path, query) != 200]
    assert wrong == []


def test_of_a_huge_search_little_reaches_the_database(lists, as_):
    client = as_("anonymous")
    for path, names in lists.items():
        for text in ("(" * 200_000, "a " * 100_000, "ä" * 60_000, '"' * 1001, "a*:&|!<->" * 500):
            with CaptureQueriesContext(connection) as asked:
                assert _asked(client, path, f"{names[0]}={quote(text)}") == 200
            assert sum(len(query["sql"]) for query in asked) < 150_000


def test_filters_of_tables_behind_the_login_answer_everything(world, as_):
    client = as_("manager_a")
    for path in ("/de/meine-bestellungen/", "/de/meine-angebote/", "/de/meine-anmeldungen/", "/de/konto/"):
        for name in ("page", "sort", "per_page", "in-sort", "out-per_page", "out-page"):
            for text in ("-1", "0", "²", "-", "-orderer__password", "nonce", HUGE):
                assert _asked(client, path, f"{name}={quote(text)}") in {200, 404}, (path, name, text)


def test_numbers_beyond_the_database_are_not_found(world, as_):
    client, wrong = as_("root"), []
    for door in doors():
        if "<int:" in door.prefix and "admin/" not in door.prefix:
            path = re.sub(r"(?<=[/-])\d+(?=[/.-])", HUGE, address(door, world), count=1)
            wrong += [
                (door.name, method) for method in ("get", "post") if getattr(client, method)(path).status_code >= 500
            ]
    assert wrong == []


def test_odd_paths_are_not_found_and_no_fault(world, as_):
    client = as_("anonymous")
    for raw in (*BYTES, "..%2f..%2fetc%2fpasswd", "%2e%2e/", "a" * 5000, "%E2%80%AE", "?", "//", "\\", ";x=1"):
        for prefix in ("/de/", "/", "/de/anmeldung/", "/de/einrichtungen/", "/documents/1/", "/media/images/"):
            assert client.get(prefix + raw).status_code < 500, prefix + raw


def test_json_of_the_framework_is_closed(world, as_):
    for path in ("/api/v2/pages/", "/api/v3/", "/api/", "/de/api/v2/pages/"):
        assert as_("anonymous").get(path, follow=True).status_code == 404


anything = st.text(st.characters(codec=None), max_size=60)
operators = st.text(alphabet="()&|!:*'\"\\<->%_ \t\n+~^$.?[]{}#@,;/=aä0\u00ad\u200b", max_size=40)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=anything | operators)
def test_searches_answer_whatever_is_typed(lists, as_, text):
    client = as_("anonymous")
    typed = quote(text.encode("utf-8", "surrogatepass"))
    searched = [(path, name) for path, names in lists.items() for name in names if name in {"q", "city"}]
    expected = 400 if "\x00" in text else 200
    assert {_asked(client, path, f"{name}={typed}") for path, name in searched} == {expected}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_filters_answer_whatever_is_asked(lists, as_, data):
    path = data.draw(st.sampled_from(sorted(lists)))
    number = st.integers(-(10**30), 10**30).map(str)
    day = st.dates().map(str) | st.datetimes().map(lambda moment: moment.isoformat("T", "minutes"))
    month = st.tuples(st.integers(-10, 10_000), st.integers(-1, 14)).map(lambda pair: f"{pair[0]:04d}-{pair[1]:02d}")
    typed = st.lists(st.tuples(st.sampled_from(lists[path]), anything | number | day | month), max_size=6)
    query = urlencode([(name, text.encode("utf-8", "surrogatepass")) for name, text in data.draw(typed)])
    assert _asked(as_("anonymous"), path, query) in ({400} if "%00" in query else {200})
