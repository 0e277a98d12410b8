"""Whose hours a booking takes: one account for a start-up however it is spelt, and nobody else's at once."""

import pytest

from events.coaching import invariants
from events.coaching.booking import verbs as booking
from events.coaching.booking.accounts import folded
from events.coaching.models import Account
from portal.accounts.models import Institution
from tests.events.coaching.making import NOW, TUESDAY, book, make_slot, timedelta

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_contradicts(db):
    yield
    assert invariants.check() == []


@pytest.fixture
def slots(coach, programme):
    return [make_slot(coach, first=TUESDAY + timedelta(days=n), programme=programme) for n in range(3)]


@pytest.mark.parametrize(
    "spelling", ["zellschmiede", " ZELL-Schmiede  GmbH", "Zellschmiede UG (haftungsbeschränkt)", "Zellschmiede e. V."]
)
def test_spellings_of_one_name_are_one(spelling):
    assert folded(spelling) == folded("Zellschmiede")


def test_names_that_are_nothing_but_signs_or_legal_form_stay_apart():
    assert len({folded(name) for name in ("AG", "!!!", "???", "株式会社", "Müller", "Muller")}) == 6


def test_longest_name_fits_though_its_letters_grow_when_folded(slots):
    book(slots[0], startup="ß" * 150)
    assert len(Account.objects.get().key) <= 160


def test_who_opened_the_account_goes_on_and_another_mailbox_asks_the_coach(slots):
    assert book(slots[0], "ada@example.org").state == "confirmed"
    assert book(slots[1], "eve@example.org", startup="Zell-Schmiede GmbH").state == "requested"
    assert Account.objects.get().minutes_taken == 120


def test_same_mailbox_under_a_new_name_asks_the_coach(slots):
    book(slots[0], "ada@example.org")
    book(slots[1], "ada@example.org")
    assert book(slots[2], "ada@example.org", startup="Schmiedezell").state == "requested"


def test_typed_name_of_the_directory_counts_for_the_institution_and_asks(slots):
    house = Institution.objects.create(name="Zellschmiede GmbH", slug="zell", kind="startup")
    assert book(slots[0], "eve@example.org").state == "requested"
    assert Account.objects.get().institution == house
    assert book(slots[1], "member@example.org", institution=house).state == "confirmed"
    assert Account.objects.count() == 1


def test_offer_to_somebody_unknown_is_accepted_as_a_request(slots):
    first, second = book(slots[0], "ada@example.org"), book(slots[0], "eve@example.org")
    booking.cancel(first, now=NOW)
    assert booking.accept(second, now=NOW).state == "requested"


def test_coach_who_said_yes_is_not_asked_again_when_the_client_moves(slots):
    book(slots[0], "ada@example.org")
    one = booking.confirm(book(slots[1], "eve@example.org"), by=None, now=NOW)
    assert booking.reschedule(one, to=slots[2], now=NOW).state == "confirmed"
