"""Properties: whatever stands in a form or an address, the answer is one that somebody meant; a 500 never is."""

import re
from datetime import date, datetime, time, timedelta, timezone
from itertools import product
from types import FunctionType

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.template.base import Template
from django.urls import get_resolver, resolve, reverse
from django.utils.datastructures import MultiValueDict
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as profile
from hypothesis import strategies as st
from wagtail.models import Page

from events.models import Event
from portal.look import choosing
from tests.hostile.doors import address, doors
from tests.hostile.forms import FORMS, Form, fine
from tests.hostile.forms_inside import INSIDE, PRESSES
from tests.hostile.test_headers import assert_guarded
from tests.hostile.test_matrix import expected
from tests.hostile.texts import CONTROLS, HUGE, NOT_A_COUNT, NOT_A_TIME, ODD, OUT_OF_TIME
from tests.hostile.world import ROLES

offsets = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime.min, datetime.max, timezones=st.none() | offsets).map(datetime.isoformat)
texts = st.one_of(
    st.text(st.characters(exclude_characters="\x00", exclude_categories=("Cs",)), max_size=300),
    st.sampled_from([*ODD, *CONTROLS, *NOT_A_COUNT, *NOT_A_TIME, HUGE]),
    moments,
    st.dates(date.min, date.max).map(date.isoformat),
    st.times().map(time.isoformat),
    st.decimals().map(str),
    st.integers().map(str),
)
# A failing answer is shown as it was sent: to make it smaller would take minutes.
few = profile(
    max_examples=5, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)


WRITTEN = FORMS | INSIDE
LARGEST = ("9.999.999,99", "999.999.999.999,99")


def _whatever_is_typed(form, send, look) -> None:
    names = {*form.typed, *form.said} - set(form.stays)

    @few
    @given(st.fixed_dictionaries({}, optional=dict.fromkeys(sorted(names), texts)))
    def typed(said):
        look(send(form.with_(**said)))

    typed()


@pytest.mark.parametrize("name", WRITTEN)
def test_no_form_stumbles_over_the_largest_amount_that_can_be_written(world, send, name):
    """Columns are narrower than what the fields for amounts take; and a product is wider than its factors."""
    form = WRITTEN[name](world)
    fields = sorted({*form.others, *form.said} - set(form.stays))
    for written in LARGEST:
        for said in (*({one: written} for one in fields), dict.fromkeys(form.others, written)):
            response = send(form.with_(**said))
            assert response.status_code != 400, said
            assert fine(response) or "action" in said, said


@pytest.mark.parametrize("name", WRITTEN)
def test_no_form_stumbles_over_what_is_typed(world, send, name):
    def look(response):
        assert fine(response)
        assert_guarded(response)

    _whatever_is_typed(WRITTEN[name](world), send, look)


@pytest.mark.parametrize("name", PRESSES)
def test_no_press_stumbles_over_what_is_sent(world, send, name):
    def look(response):
        assert response.status_code in MEANT

    _whatever_is_typed(PRESSES[name](world), send, look)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("1827-01-13T17:39:19+00:07", "0001-01-01T00:00+23:59"),
        ("2027-01-13T12:00+01:00", "2027-01-13T11:00+01:00"),
        ("2027-01-13T12:00+23:59", ""),
    ],
)
def test_a_closure_that_cannot_be_is_opened_by_nothing(world, send, start, end):
    form = PRESSES["opened again"](world)
    assert send(form.with_(start=start, end=end)).status_code in MEANT


# ---- no door is forgotten -----------------------------------------------------------------------------------------

MEANT = {200, 302, 303, 404, 405, 409, 422}
# Read by every form of accounts, or by the house itself.
EVERYWHERE = {"csrfmiddlewaretoken", "next"}
# Doors of allauth, whose own tests are theirs; those that our pages lead to first stand in the lists.
THEIRS = ("account_", "mfa_", "wagtail")


@pytest.fixture
def heard(monkeypatch) -> set[str]:
    """The names that views look for in what was posted."""
    names: set[str] = set()
    load = WSGIRequest._load_post_and_files

    def listening(request):
        load(request)
        request._post.is_heard = request._files.is_heard = True

    monkeypatch.setattr(WSGIRequest, "_load_post_and_files", listening)
    for method in ("__getitem__", "__contains__", "get", "getlist"):
        monkeypatch.setattr(MultiValueDict, method, _told_to(names, getattr(MultiValueDict, method)))
    return names


def _told_to(names: set[str], method):
    def told(posted, name, *more):
        if getattr(posted, "is_heard", False):
            names.add(name)
        return method(posted, name, *more)

    return told


def _door(path: str) -> str:
    return resolve(path).view_name


def test_every_door_that_reads_what_is_posted_stands_in_a_list(world, send, heard, monkeypatch):
    """What a view reads is what somebody may type: a door that reads a name which no list has was forgotten."""
    # This one asks Stripe; its answers have tests of their own.
    listed: dict[str, set[str]] = {"payments:pay": {"action"}}
    # The button that leads back to what was typed; it has a test of its own.
    listed |= {"withdrawals:declare": {"change"}, "withdrawals:of_contract": {"change"}}
    read: dict[str, set[str]] = {}
    asked = [(form, _door(form.path)) for form in (make(world) for make in (WRITTEN | PRESSES).values())]
    for form, name in asked:
        listed.setdefault(name, set()).update(form.typed, form.said)
    answers = expected()
    for door in doors():
        roles = dict(zip(ROLES, answers[door.name, "POST"], strict=True))
        role = next((one for one, told in roles.items() if told in {"200", "302", "303", "409", "422"}), None)
        if role and not door.name.startswith(THEIRS):
            asked.append((Form(address(door, world), role, {}), door.name))
    # Names are read before a page is drawn.
    monkeypatch.setattr(Template, "_render", lambda self, context: "")
    for form, name in asked:
        heard.clear()
        send(form)
        read.setdefault(name, set()).update(heard)
    read = {name: names - EVERYWHERE for name, names in read.items() if not name.startswith(THEIRS)}
    missed = {f"{name} {one}" for name, names in read.items() for one in names - listed.get(name, set())}
    assert "; ".join(sorted(missed)) == ""
    # The ear hears: every listed door reads something.
    assert {name for name in listed if not name.startswith(THEIRS) and not read.get(name)} - {"payments:pay"} == set()
    assert len([names for names in read.values() if names]) > 25


# ---- moments ------------------------------------------------------------------------------------------------------

ASKED = {
    "the page of a listing": lambda w: (w.device.get_absolute_url(), ("start", "end", "week")),
    "ordering it": lambda w: (reverse("marketplace:order", args=[w.device.pk]), ("start", "end", "week")),
    "the marketplace": lambda w: (w.pages["market"].url, ("free_from", "free_to", "from", "to")),
    "the list of events": lambda w: (w.pages["events"].url, ("month", "year")),
    "the month": lambda w: (f"{w.pages['events'].url}?view=month", ("month", "year")),
    "the coaching": lambda w: (w.pages["coaching"].url, ("week", "day", "month")),
    "a coach": lambda w: (reverse("coaching:coach", args=[w.coaching.slot.coach_id]), ("week", "day")),
    "a panel": lambda w: (reverse("coaching:panel"), ("at",)),
    "the week of a coach": lambda w: (reverse("coaching:week"), ("week",)),
    "the statistics": lambda w: (reverse("event_statistics"), ("from", "to", "year")),
    "the history of the admin": lambda w: ("/admin/reports/site-history/", ("timestamp_from", "timestamp_to")),
}


@pytest.mark.parametrize("where", ASKED)
def test_no_moment_in_an_address_is_a_fault(world, as_, where):
    path, names = ASKED[where](world)
    client = as_("member_a" if path == reverse("coaching:week") else "root")
    for text, other in product(OUT_OF_TIME, ("9999-12-31T00:00", "")):
        asked = dict.fromkeys(names, other) | {names[0]: text}
        response = client.get(path, asked | {"view": "month"})
        assert response.status_code < 500, asked
        assert_guarded(response)


@pytest.mark.parametrize("moment", OUT_OF_TIME)
def test_no_moment_that_nobody_means_is_stored_by_staff(world, as_, moment):
    """Such a row would break each page that reads it, its own form first."""
    client = as_("root")
    page = world.pages["about"]
    day, _, hour = moment.partition("T")
    said = {
        "title": "x",
        "slug": "ueber-uns",
        "go_live_at": f"{day} {hour}",
        "expire_at": moment,
        "action-publish": "1",
    }
    form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).context["form"]
    kept = {f"{n}-{k}": v for n, s in form.formsets.items() for k, v in s.management_form.initial.items()}
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), said | kept | {"body-count": "0"})
    assert answer.status_code == 200
    assert {"go_live_at", "expire_at"} <= answer.context["form"].errors.keys()
    assert not Page.objects.exclude(go_live_at=None, expire_at=None).exists()
    copied = client.post(reverse("events_copy", args=[world.free.pk]), {"starts_at": moment, "times": "1"})
    assert copied.status_code in {200, 422}
    due = client.post(reverse("marketplace_release_due", args=[world.submitted.pk]), {"due_on": day})
    assert due.status_code < 500
    assert not Event.objects.filter(starts_at__year__lt=1900).exists()


# ---- choosers -----------------------------------------------------------------------------------------------------


def _choosers(patterns, prefix: str = "/"):
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from _choosers(pattern.url_patterns, path)
        elif path.startswith("/admin/") and "choose" in path:
            yield re.sub(r"<[^>]*>", "1", path)


def test_no_chooser_stumbles_over_what_its_scripts_do_not_send(world, as_):
    client = as_("root")
    paths = [path for path in _choosers(get_resolver().url_patterns) if not set("(^") & set(path)]
    assert len(paths) > 40
    for path in paths:
        answers = [client.get(path, {"format": "abc"}), client.post(f"{path}?format=abc", {"format": "abc"})]
        assert [answer.status_code for answer in answers if answer.status_code >= 500] == [], path
        assert_guarded(answers[1])


def test_a_fault_of_our_own_in_a_chooser_stays_a_fault(world, as_, monkeypatch):
    """What Wagtail's choosers stumble over is the sender's; what ours stumble over is ours, and seen as such."""
    client, address = as_("root"), reverse("wagtailsnippetchoosers_home_person:choose")
    assert client.get(address).status_code == 200
    broken = FunctionType((lambda view: {}["nothing"]).__code__, vars(choosing))
    monkeypatch.setattr(choosing.Searched, "get_filter_form_class", broken)
    assert client.get(address).status_code == 500
