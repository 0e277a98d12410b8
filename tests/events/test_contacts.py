"""A coming event whose contact or host cannot be reached."""

from datetime import timedelta

import pytest
from django.utils import timezone

from events import contacts
from home.models import Person
from portal.accounts.models import Institution

pytestmark = pytest.mark.django_db


def told() -> list[str]:
    return [trouble.message for trouble in contacts.troubles()]


def test_event_with_contact_and_visible_host_gives_no_trouble(make_event):
    start = timezone.now() + timedelta(days=9)
    event = make_event(starts_at=start, contact=Person.objects.create(last_name="X", email="x@example.org"))
    event.hosts.add(Institution.objects.create(name="Haus", slug="haus", kind="university"))
    assert told() == []


def test_contact_without_address_and_hidden_host_are_told(make_event):
    start = timezone.now() + timedelta(days=9)
    event = make_event(starts_at=start, contact=Person.objects.create(last_name="X"))
    event.hosts.add(Institution.objects.create(name="Haus", slug="haus", kind="university", is_visible=False))
    assert len(told()) == 2
