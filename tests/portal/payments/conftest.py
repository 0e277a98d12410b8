from decimal import Decimal

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from portal.accounts.groups import FINANCE
from portal.payments import checkout
from portal.payments.models import Payment
from portal.payments.signals import payment_settled


@pytest.fixture
def deed(django_user_model):
    """Something that costs money; payments do not ask what it is."""
    return django_user_model.objects.create_user("deed@example.org")


def ask(deed, **changes) -> Payment:
    asked = {
        "amount": Decimal("49.90"),
        "description": "Bioprozesstag",
        "payer_name": "Jörg Müller",
        "payer_email": "joerg@example.org",
        "language": "de",
        "now": timezone.now(),
    }
    return checkout.open_payment(deed, **(asked | changes))


@pytest.fixture
def payment(db, deed):
    return ask(deed)


@pytest.fixture
def clerk(django_user_model):
    return django_user_model.objects.create_user("finance@example.org")


@pytest.fixture
def finance(clerk):
    """The clerk, as a member of the group that money letters go to."""
    clerk.groups.add(Group.objects.get_or_create(name=FINANCE)[0])
    return clerk


@pytest.fixture
def settled():
    """The payments that the signal named, in order."""
    heard = []

    def listen(sender, payment, **kwargs):
        heard.append(payment)

    payment_settled.connect(listen)
    yield heard
    payment_settled.disconnect(listen)
