import pytest

from portal.accounts import privacy
from portal.accounts.models import Invitation, User
from tests.portal.accounts.conftest import PASSWORD

pytestmark = pytest.mark.django_db


def test_export_holds_account_and_institutions(ada, house):
    assert privacy.export("ada@example.org")["account"]["institutions"] == ["Zellschmiede"]


def test_export_holds_invitations_of_people_without_account(invitation):
    assert [row["institution"] for row in privacy.export("grace@example.org")["invitations"]] == ["Zellschmiede"]
    assert privacy.export("nobody@example.org") == {}


def test_erase_leaves_nothing_that_says_who_it_was(ada, house, client):
    privacy.erase("ada@example.org")
    ada.refresh_from_db()
    assert str(ada) == f"{ada.pk}@erased.example"
    assert not User.objects.filter(email="ada@example.org").exists()
    client.post("/de/konto/login/", {"login": "ada@example.org", "password": PASSWORD})
    assert client.get("/de/konto/").status_code == 302


def test_erase_removes_invitations(invitation):
    assert privacy.erase("grace@example.org") == ["1 Einladung entfernt."]
    assert not Invitation.objects.exists()
