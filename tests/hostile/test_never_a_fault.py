"""Properties: whatever stands in a form or an address, the answer is one that somebody meant; a 500 never is."""

import re
from datetime import date, datetime, time, timedelta, timezone
from itertools import product

import pytest
from django.urls import get_resolver, reverse
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st
from wagtail.models import Page

from events.models import Event
from tests.hostile.forms import FORMS, fine
from tests.hostile.test_headers import assert_guarded
from tests.hostile.texts import CONTROLS, HUGE, NOT_A_COUNT, NOT_A_TIME, ODD, OUT_OF_TIME

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
few = profile(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("name", FORMS)
def test_no_form_stumbles_over_what_is_typed(world, send, name):
    form = FORMS[name](world)

    @few
    @given(st.fixed_dictionaries({}, optional=dict.fromkeys({*form.typed, *form.said} - {"kind"}, texts)))
    def typed(said):
        response = send(form.with_(**said))
        assert fine(response)
        assert_guarded(response)

    typed()


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
