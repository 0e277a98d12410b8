"""Panels: all of the coaches or none."""

from datetime import timedelta

import pytest

from events.coaching import invariants
from events.coaching.booking import panels
from events.coaching.booking import verbs as booking
from events.coaching.diary import verbs as publishing
from events.coaching.models import Account, Booking
from events.coaching.refusals import HoursUsedUp, NoPanel, PanelStays
from portal.accounts.people import enroll
from tests.events.coaching.making import NOW, TUESDAY, book, make_coach, make_slot

pytestmark = pytest.mark.django_db
SAID = {
    "name": "Ada",
    "about": "Alles",
    "stage": "idea",
    "language": "de",
    "consent_version": "1",
    "startup": "Zellschmiede",
}


@pytest.fixture
def three():
    return [make_slot(make_coach(craft=craft)) for craft in ("expert", "expert", "lawyer")]


@pytest.fixture
def paid(programme):
    return [make_slot(make_coach(craft=craft), programme=programme) for craft in ("expert", "lawyer")]


def take(slots, email="ada@example.org", **said):
    return panels.book_panel(slots, email=email, now=NOW, **SAID | said)


def states() -> list[str]:
    return sorted(Booking.objects.values_list("state", flat=True))


def test_common_time_is_found_only_where_all_are_free(three):
    make_slot(three[0].coach, first=TUESDAY + timedelta(days=1))
    (one,) = panels.common(experts=2, lawyers=1, now=NOW)
    assert (one.starts_at, set(one.slots)) == (three[0].starts_at, set(three))
    book(three[2])
    assert panels.common(experts=2, lawyers=1, now=NOW) == []
    assert len(panels.common(experts=2, lawyers=0, now=NOW)) == 1


def test_only_chosen_coaches_are_asked(three):
    chosen = [three[0].coach.pk, three[2].coach.pk]
    assert panels.common(experts=2, lawyers=1, coaches=chosen, now=NOW) == []
    assert len(panels.common(experts=1, lawyers=1, coaches=chosen, now=NOW)) == 1


def test_panel_lasts_until_the_first_leaves(three):
    short = make_slot(make_coach(), minutes=30)
    (one,) = panels.common(experts=3, lawyers=1, now=NOW)
    assert one.ends_at == short.ends_at


def test_panel_takes_all_or_nothing(three):
    book(three[1])
    with pytest.raises(NoPanel):
        take(three)
    assert states() == ["confirmed"]
    assert invariants.check() == []


def test_panel_falls_as_a_whole(three):
    first, *_rest = take(three)
    assert states() == ["confirmed"] * 3
    booking.cancel(first, now=NOW)
    assert states() == ["cancelled"] * 3
    assert invariants.check() == []


def test_coach_who_withdraws_cancels_the_panel_and_no_more(three):
    take(three)
    other = book(make_slot(three[1].coach, first=TUESDAY + timedelta(days=2)))
    publishing.withdraw(three[0], by=None, now=NOW)
    assert states() == ["cancelled"] * 3 + ["confirmed"]
    assert Booking.objects.get(pk=other.pk).state == "confirmed"


def test_panel_is_not_moved(three):
    one = take(three)[0]
    with pytest.raises(PanelStays):
        booking.reschedule(one, to=make_slot(three[0].coach, first=TUESDAY + timedelta(days=1)), now=NOW)


def test_coaches_of_different_times_are_no_panel(three):
    with pytest.raises(NoPanel):
        take([three[0], make_slot(three[1].coach, first=TUESDAY + timedelta(days=1))])


def test_panel_on_the_hours_of_others_asks_all_coaches(paid, programme):
    book(make_slot(make_coach(), programme=programme), "ada@example.org")
    Account.objects.update(minutes_granted=600)
    asked = take(paid, "eve@example.org")
    assert [(one.state, one.minutes) for one in asked] == [("requested", 60)] * 2
    booking.confirm(asked[0], by=None, now=NOW)
    booking.confirm(asked[1], by=None, now=NOW)
    assert states() == ["confirmed"] * 3
    assert invariants.check() == []


def test_coach_who_declines_declines_for_the_panel(paid, programme, post_office):
    book(make_slot(make_coach(), programme=programme), "ada@example.org")
    Account.objects.update(minutes_granted=600)
    asked = take(paid, "eve@example.org")
    booking.confirm(asked[0], by=None, now=NOW)
    before = len(post_office())
    booking.decline(asked[1], by=None, reason="Befangen", now=NOW)
    assert states() == ["cancelled", "confirmed", "declined"]
    assert Account.objects.get().minutes_taken == 60
    told = " ".join(sorted(mail.to[0].rpartition("<")[2] for mail in post_office()[before:]))
    assert (told.count("coach"), told.count("eve@example.org")) == (1, 2)
    assert invariants.check() == []


def test_coach_who_never_answered_breaks_no_panel(paid, programme):
    book(make_slot(make_coach(), programme=programme), "ada@example.org")
    Account.objects.update(minutes_granted=600)
    asked = take(paid, "eve@example.org")
    booking.confirm(asked[0], by=None, now=NOW)
    booking.lapse(paid[1], now=paid[1].starts_at)
    assert states() == ["confirmed", "confirmed", "lapsed"]
    assert invariants.check() == []


def test_hours_that_do_not_reach_for_the_whole_panel_ask_all_coaches_or_are_told_to_their_owner(paid):
    """60 of 120 minutes: nobody is half confirmed."""
    one = make_slot(make_coach(), first=TUESDAY + timedelta(days=2), programme=paid[0].programme)
    book(one, "ada@example.org")
    Account.objects.update(minutes_granted=120)
    with pytest.raises(HoursUsedUp, match="60"):
        take(paid, "ada@example.org", user=enroll("ada@example.org"))
    asked = take(paid, "ada@example.org")
    assert [(one.state, one.minutes) for one in asked] == [("requested", 60), ("requested", 0)]
    booking.confirm(asked[0], by=None, now=NOW)
    with pytest.raises(HoursUsedUp):
        booking.confirm(asked[1], by=None, now=NOW)
    booking.decline(asked[1], by=None, now=NOW)
    assert invariants.check() == []
