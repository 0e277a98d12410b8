"""One seat of three is given back: the others stay, names and check-ins keep their people, the next in line comes."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from events.door import verbs as door
from events.models import Guest, Registration
from events.papers import tickets
from events.refusals import IsHere, NotPossible, ReasonMissing, SeatsArePaid, TooLateToCancel
from events.registration import parting, self_service
from portal.payments import bookkeeping
from portal.payments.models import Payment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rules_hold", "today")]


@pytest.fixture
def group(guest):
    """Anna with Ben and Cem."""

    def make(event, **details):
        mine = guest(event, "anna@example.org", name="Anna", seats=3, **details)
        for place, name in ((2, "Ben"), (3, "Cem")):
            Guest.objects.update_or_create(registration=mine, position=place, defaults={"name": name})
        return mine

    return make


def again(mine) -> Registration:
    return Registration.objects.select_related("event").get(pk=mine.pk)


def names(mine) -> list[tuple[int, str]]:
    return list(mine.guests.values_list("position", "name"))


@pytest.mark.parametrize(
    ("places", "left", "named"),
    [([2], 2, [(2, "Cem")]), ([3], 2, [(2, "Ben")]), ([2, 3], 1, []), ([3, 3], 2, [(2, "Ben")])],
)
def test_single_seats_go_and_names_follow(make_event, group, places, left, named):
    event = make_event(capacity=5)
    mine = parting.give_back(group(event), places=places, of=3)
    event.refresh_from_db()
    assert (mine.seats, event.seats_taken, again(mine).state, names(mine)) == (left, left, "confirmed", named)


@pytest.mark.parametrize(("places", "of"), [([1], 3), ([4], 3), ([], 3), ([2], 2), ([0], 3), ([-1], 3), ([2], 4)])
def test_what_does_not_fit_the_group_changes_nothing(make_event, group, places, of):
    mine = group(make_event())
    with pytest.raises(NotPossible):
        parting.give_back(mine, places=places, of=of)
    assert again(mine).seats == 3


def test_pressing_twice_frees_no_seat_more(make_event, group):
    mine = group(make_event())
    parting.give_back(mine, places=[2], of=3)
    with pytest.raises(NotPossible):
        parting.give_back(mine, places=[2], of=3)
    assert (again(mine).seats, names(mine)) == (2, [(2, "Cem")])


def test_the_waiting_list_gets_the_seat(make_event, guest, group, ticket, session):
    event = make_event(capacity=3)
    kind, part = ticket(event, fee=Decimal(0), capacity=3), session(event, capacity=3)
    mine = group(event, ticket_type=kind, sessions=[part])
    waits = guest(event, ticket_type=kind, sessions=[part])
    assert waits.is_waiting
    parting.give_back(mine, places=[3], of=3)
    for row in (event, kind, part):
        row.refresh_from_db()
    assert (again(waits).state, event.seats_taken, kind.seats_taken, part.seats_taken) == ("confirmed", 3, 3, 3)


def test_a_group_that_waits_becomes_small_enough(make_event, guest, group):
    event = make_event(capacity=3)
    guest(event, seats=2)
    mine = group(event)
    assert mine.is_waiting
    assert parting.give_back(mine, places=[2, 3], of=3).seats == 1
    assert again(mine).is_confirmed


def test_a_ticket_that_would_be_anothers_ends(make_event, group):
    for place, still_open in ((3, [True, True, False]), (2, [False, False, False])):
        mine = group(make_event())
        codes = [tickets.token(mine, place) for place in (1, 2, 3)]
        parting.give_back(mine, places=[place], of=3)
        assert [bool(tickets.read(code)) for code in codes] == still_open


def test_who_is_here_stays_and_moves_up_with_the_name(make_event, group, staff, now):
    event = make_event(starts_at=now + timedelta(hours=1))
    mine = group(event)
    door.check_in(mine, position=3, now=now)
    with pytest.raises(IsHere):
        parting.give_back(mine, places=[3], of=3, by=staff, reason="Zu voll")
    parting.give_back(mine, places=[2], of=3, by=staff, reason="Zu voll")
    assert (names(mine), mine.attendances.get().position) == ([(2, "Cem")], 2)


def test_guests_keep_to_the_deadline_and_staff_give_a_reason(make_event, group, staff, now):
    event = make_event(cancel_until=now - timedelta(hours=1))
    mine = group(event)
    assert (parting.may_give_back(mine), parting.may_give_back(mine, by=staff)) == (False, True)
    with pytest.raises(TooLateToCancel):
        parting.give_back(mine, places=[2], of=3)
    with pytest.raises(ReasonMissing):
        parting.give_back(mine, places=[2], of=3, by=staff)
    assert parting.give_back(mine, places=[2], of=3, by=staff, reason="Saal zu klein").seats == 2


def test_what_is_asked_for_becomes_less_and_what_is_paid_goes_to_people(make_event, group, staff):
    mine = group(make_event(fee=Decimal(50)))
    assert parting.give_back(mine, places=[2], of=3).amount == Decimal(100)
    payments = list(Payment.objects.order_by("pk").values_list("state", "amount"))
    assert payments == [("cancelled", Decimal(150)), ("open", Decimal(100))]
    bookkeeping.receive_transfer(Payment.objects.get(state="open"), by=staff)
    assert not parting.may_give_back(again(mine))
    with pytest.raises(SeatsArePaid):
        parting.give_back(mine, places=[2], of=2)


def test_both_sides_are_told(make_event, group, staff, post_office):
    mine = group(make_event())
    before = len(post_office())
    parting.give_back(mine, places=[2], of=3)
    parting.give_back(again(mine), places=[2], of=2, by=staff, reason="Der Saal ist zu klein.")
    told = [(mail.to[0].rpartition("<")[2].strip(">"), mail.subject, mail.body) for mail in post_office()[before:]]
    mine_told = [(subject, body) for to, subject, body in told if to == "anna@example.org"]
    assert len(told) == 4
    assert all(subject.startswith("Ihre Anmeldung hat sich geändert") for subject, _body in mine_told)
    assert sum("Der Saal ist zu klein." in body for _subject, body in mine_told) == 1
    assert all(again(mine).get_absolute_url() in body for _subject, body in mine_told)


def test_a_guest_gives_back_a_seat_on_the_own_page(client, make_event, publish, group):
    event = make_event()
    publish(event)
    mine = group(event)
    page = client.get(mine.get_absolute_url()).content.decode()
    address = mine.get_absolute_url() + "plaetze/"
    assert address in page
    asked = client.get(address).content.decode()
    assert ("Platz 2: Ben" in asked, "Platz 3: Cem" in asked, "Platz 1:" in asked) == (True, True, False)
    assert client.post(address, {"of": 3}).status_code == 422
    answer = client.post(address, {"of": 3, "places": ["2"]})
    assert (answer.status_code, answer.url) == (303, again(mine).get_absolute_url())
    after = client.get(answer.url).content.decode()
    assert ("Cem" in after, "Ben" in after) == (True, False)
    assert client.get(mine.get_absolute_url()).status_code == 404
    assert client.post(answer.url + "plaetze/", {"of": 3, "places": ["2"]}).status_code == 409
    assert client.post(answer.url + "plaetze/", {"of": 3, "places": ["9"]}).status_code == 422
    client.post(answer.url + "plaetze/", {"of": 2, "places": ["2"]})
    assert client.get(again(mine).get_absolute_url() + "plaetze/").status_code == 409


def test_staff_take_a_seat_back_with_a_reason(client, staff, make_event, group):
    mine = group(make_event())
    shown = client.get(reverse("wagtailsnippets_events_registration:inspect", args=[mine.pk])).content.decode()
    address = reverse("events_decide", args=[mine.pk, "give-back"])
    assert address in shown
    asked = client.get(address).content.decode()
    assert ('name="of" value="3"' in asked, 'for="id_of"' in asked) == (True, False)
    assert "Diese Plätze zurücknehmen" in asked
    assert client.post(address, {"of": 3, "places": ["3"]}).status_code == 422
    client.post(address, {"of": 3, "places": ["3"], "reason": "Saal zu klein"})
    assert (again(mine).seats, names(mine), again(mine).decision) == (2, [(2, "Ben")], "Saal zu klein")


def test_names_can_still_be_changed_afterwards(make_event, group):
    mine = parting.give_back(group(make_event()), places=[2], of=3)
    self_service.change(mine, self_service.Said(name="Anna", guests=[("Dora", "dora@example.org")]))
    assert names(mine) == [(2, "Dora")]
