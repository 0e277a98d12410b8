"""A listing whose contact has no address, or for whose institution nobody acts."""

import pytest
from django.utils import timezone

from home.models import Person
from marketplace import contacts
from portal.accounts.models import Membership
from tests.marketplace import making

pytestmark = pytest.mark.django_db


def told() -> list[str]:
    return [trouble.message for trouble in contacts.troubles()]


def test_listing_that_can_be_reached_gives_no_trouble():
    making.released(now=timezone.now(), contact=Person.objects.create(last_name="Beispiel", email="a@example.org"))
    assert told() == []


def test_contact_without_address_and_hidden_institution_are_told():
    listing = making.released(now=timezone.now(), contact=Person.objects.create(last_name="Beispiel"))
    type(listing.institution).objects.update(is_visible=False)
    assert len(told()) == 2


@pytest.mark.parametrize("role", [None, "member", "safety"])
def test_institution_of_which_nobody_may_answer_is_told(role):
    making.released(now=timezone.now())
    Membership.objects.all().delete() if role is None else Membership.objects.update(role=role)
    assert len(told()) == 1
