"""Where an institution is paid."""

import pytest
from django.urls import reverse

from portal.accounts import bank
from portal.accounts import samples as people
from portal.accounts.kinds import Role
from portal.accounts.models import BankDetails, Membership

pytestmark = pytest.mark.django_db
GOOD = "DE89 3704 0044 0532 0130 00"


@pytest.mark.parametrize(
    ("text", "iban"),
    [
        (GOOD, "DE89370400440532013000"),
        ("at611904300234573201", "AT611904300234573201"),
        ("DE88 3704 0044 0532 0130 00", None),
        ("DE8937040044053201300", None),
        ("3704 0044 0532 0130 00", None),
        ("", None),
    ],
)
def test_check_digits_are_compared(text, iban):
    if iban is None:
        with pytest.raises(bank.NotAnIban):
            bank.clean_iban(text)
    else:
        assert bank.clean_iban(text) == iban


@pytest.mark.parametrize(
    ("holder", "name", "alike"),
    [
        ("Hochschule Hamm-Lippstadt", "Hochschule Hamm-Lippstadt", True),
        ("HSHL Hochschule Hamm Kasse", "Hochschule Hamm-Lippstadt", True),
        ("Müller GmbH", "Mueller Analytik GmbH", True),
        ("Otto Schmidt GmbH", "Ruhr Imaging GmbH", False),
        ("", "Ruhr Imaging GmbH", False),
    ],
)
def test_the_holder_is_compared_with_the_institution(holder, name, alike):
    assert bank.is_alike(holder, name) == alike


def test_another_holder_has_to_be_confirmed():
    house = people.institution()
    with pytest.raises(bank.OtherHolder):
        bank.keep(house, holder="Landeskasse", iban=GOOD, by=None)
    bank.keep(house, holder="Landeskasse", iban=GOOD, is_ours=True, by=None)
    assert bank.takes_money(house)


def test_managers_alone_see_and_change_them(client):
    house, address = people.institution(), reverse("accounts:bank", args=["ruhr-imaging-beispiel"])
    manager, other = people.user("manager@example.org"), people.user("member@example.org")
    Membership.objects.create(user=manager, institution=house, role=Role.MANAGER)
    Membership.objects.create(user=other, institution=house, role=Role.MEMBER)
    client.force_login(other)
    assert client.get(address).status_code == 404
    client.force_login(manager)
    assert client.post(address, {"holder": "Ruhr Imaging", "iban": "DE00"}).context["form"].errors.keys() == {"iban"}
    assert client.post(address, {"holder": "Otto", "iban": GOOD}).context["form"].errors.keys() == {"is_ours"}
    assert client.post(address, {"holder": "Ruhr Imaging", "iban": GOOD}).status_code == 302
    assert GOOD.replace(" ", "") in client.get(address).content.decode()
    client.post(address, {"action": "drop"})
    assert not BankDetails.objects.exists()
