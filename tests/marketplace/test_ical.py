"""Calendar files of both sides: whole, newer than the one before, and taken back."""

import pytest
from icalendar import Calendar

from marketplace.models import Order
from marketplace.orders import handing
from marketplace.orders import verbs as ordering
from portal.letters import outbox
from tests.marketplace.making import NOW, member, place, released

pytestmark = pytest.mark.django_db
SIDES = {
    "invited": ("marketplace.order_accepted", "marketplace.order_agreed_notice"),
    "updated": ("marketplace.order_changed", "marketplace.order_changed_notice"),
    "cancelled": ("marketplace.order_cancelled", "marketplace.order_cancelled_notice"),
}


def attached(kind: str, order: Order):
    """(mimetype, VEVENT, text) of the only attachment of a letter; None without one."""
    reader = member(order.listing.institution).pk if kind.endswith("notice") else None
    files = outbox.build(kind, order.pk, reader)[0].attachments
    if not files:
        return None
    (file,) = files
    calendar = Calendar.from_ical(file.content)
    return file.mimetype, calendar.walk("VEVENT")[0], file.content.decode()


@pytest.mark.parametrize("side", [0, 1], ids=["orderer", "owner"])
def test_what_is_agreed_changed_and_cancelled_reaches_the_calendar(side):
    order = ordering.accept(place(released()), by=None, now=NOW)
    found = [attached(SIDES["invited"][side], order)]
    handing.tell_change(order.listing.resource, by=None, now=NOW)
    found.append(attached(SIDES["updated"][side], order))
    ordering.cancel(order, by=None, now=NOW)
    found.append(attached(SIDES["cancelled"][side], order))
    methods = [mimetype.rpartition("=")[2] for mimetype, _event, _text in found]
    assert methods == ["REQUEST", "REQUEST", "CANCEL"]
    assert [event["STATUS"] for _mimetype, event, _text in found] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    numbers = [event["SEQUENCE"] for _mimetype, event, _text in found]
    assert numbers == sorted(set(numbers))
    assert len({event["UID"] for _mimetype, event, _text in found}) == 1
    mailbox = "manager@owner.example" if side else order.email
    for method, (_mimetype, event, text) in zip(methods, found, strict=True):
        assert f"METHOD:{method}" in text
        assert event["ATTENDEE"] == f"mailto:{mailbox}"
        assert (text.count("BEGIN:VTIMEZONE"), text.count("RRULE:FREQ=YEARLY")) == (1, 2)


@pytest.mark.parametrize("verb", ["cancel", "decline"])
@pytest.mark.parametrize("kind", ["device", "service"])
def test_what_was_never_agreed_is_not_taken_back(verb, kind):
    order = place(released(kind))
    said = {"reason": "–"} if verb == "decline" else {}
    getattr(ordering, verb)(order, by=None, now=NOW, **said)
    assert attached("marketplace.order_cancelled", Order.objects.get(pk=order.pk)) is None


def test_what_goes_for_good_stands_in_no_calendar():
    order = place(released("gift"))
    assert order.state == "accepted"
    assert attached("marketplace.order_accepted", order) is None
