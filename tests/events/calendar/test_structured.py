"""What search engines read of prices and seats."""

from datetime import timedelta

import pytest

from events.calendar import structured
from events.models import TicketType
from home.models import Office

pytestmark = pytest.mark.django_db


def told(event, publish, now):
    publish(event)
    return structured.event(event, Office(name_de="Büro"), now)


def test_an_event_without_ticket_types_has_one_offer(make_event, publish, now):
    offer = told(make_event(fee=20), publish, now)["offers"]
    assert (offer["price"], offer["availability"]) == ("20", "https://schema.org/InStock")


def test_each_ticket_type_is_an_offer(event, publish, now):
    normal = {"event": event, "name_de": "Normal", "name_en": "Normal", "fee": 49}
    TicketType.objects.create(**normal, sort_order=0)
    sold_out = normal | {"name_de": "Start-up", "fee": 0, "capacity": 0}
    TicketType.objects.create(**sold_out, sort_order=1)
    over = normal | {"name_de": "Früh", "fee": 29, "sale_until": now - timedelta(days=1)}
    TicketType.objects.create(**over, sort_order=2)
    data = told(event, publish, now)
    assert [(one["name"], one["price"], one["availability"].rpartition("/")[2]) for one in data["offers"]] == [
        ("Normal", "49.00", "InStock"),
        ("Start-up", "0.00", "SoldOut"),
        ("Früh", "29.00", "Discontinued"),
    ]
    assert data["isAccessibleForFree"] is False


def test_free_tickets_make_an_event_free(event, publish, now):
    TicketType.objects.create(event=event, name_de="Frei", name_en="Free", fee=0)
    assert told(event, publish, now)["isAccessibleForFree"] is True
