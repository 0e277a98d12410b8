import pytest

from portal.accounts import bank
from portal.accounts import samples as people
from portal.accounts.groups import MODERATORS, Group
from portal.accounts.kinds import Role
from portal.accounts.models import Membership
from portal.payments.linking import verbs as linking
from portal.payments.models import LinkedAccount
from tests.marketplace.making import IBAN
from tests.portal.payments.conftest import ask

BACK = "http://portal.example/back/"


@pytest.fixture
def house(db):
    house = people.institution()
    bank.keep(house, holder=house.name, iban=IBAN, by=None)
    return house


@pytest.fixture
def manager(house):
    user = people.user("manager@example.org")
    Membership.objects.create(user=user, institution=house, role=Role.MANAGER)
    return user


@pytest.fixture
def office(db):
    user = people.user("office@example.org")
    user.groups.add(Group.objects.get_or_create(name=MODERATORS)[0])
    return user


def link(stripe, house) -> LinkedAccount:
    """An account that takes money, without a single bell."""
    linking.set_up(house, back=BACK, by=None)
    linked = LinkedAccount.objects.current().get(institution=house)
    stripe.stand(linked.account_id, reason=None, charges_enabled=True)
    return linking.look(linked)


@pytest.fixture
def linked(stripe_server, house) -> LinkedAccount:
    return link(stripe_server, house)


@pytest.fixture
def owed(house, deed):
    """Asked for something that the institution offers."""
    return ask(deed, payee=house)
