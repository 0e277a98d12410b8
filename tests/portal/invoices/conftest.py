from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.contrib.auth.models import Group

from events import samples as events
from events.registration import verbs as registration
from events.registration.signup import Signup
from portal.accounts.groups import FINANCE
from portal.accounts.samples import user
from portal.invoices import samples
from portal.payments.models import Payment

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def account(settings):
    settings.BANK_ACCOUNT = {
        "holder": "Transferportal Ruhr e. V.",
        "iban": "DE89370400440532013000",
        "bic": "COBADEFFXXX",
    }


@pytest.fixture
def operator(db):
    return samples.issuer()


@pytest.fixture
def asked(db):
    """`asked(fee="49.90", seats=3, tax="standard")`: a payment that a registration asks for."""

    def make(*, fee: str = "49.90", seats: int = 1, tax: str = "standard", now=NOW, **said) -> Payment:
        event = events.event(fee=Decimal(fee), tax=tax, starts_at=datetime(2027, 1, 20, 9, tzinfo=UTC))
        guest = {"name": "Ada Byron", "email": "ada@hs-emscher.example", "target_group": "research", "language": "de"}
        signup = Signup(**(guest | {"seats": seats, "consent_version": "1"} | said))
        return Payment.objects.for_purpose(registration.register(event, signup, now=now)).get()

    return make


@pytest.fixture
def finance(client):
    who = user("finanzen@transferportal.example", is_staff=True)
    who.groups.add(Group.objects.get(name=FINANCE))
    client.force_login(who)
    return client
