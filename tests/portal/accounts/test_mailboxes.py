"""Every door of an account that takes an address knows its spellings, and refuses what no letter reaches."""

import pytest
from allauth.account.models import EmailAddress
from django.core.management import CommandError, call_command
from django.urls import reverse

from portal.accounts.models import User
from tests.portal.accounts.conftest import PASSWORD

pytestmark = pytest.mark.django_db

SPELLINGS = ["Rosa@B\u00fccher.example", "rosa@xn--bcher-kva.example", "rosa@bu\u0308cher.example"]
SIGNUP = {"first_name": "Rosa", "last_name": "Franklin", "email": SPELLINGS[0], "password1": PASSWORD}


def own(house) -> str:
    return reverse("accounts:institution", kwargs={"slug": house.slug})


@pytest.fixture
def rosa():
    user = User.objects.create_user(SPELLINGS[0], PASSWORD, first_name="Rosa", last_name="Franklin")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@pytest.mark.parametrize("typed", SPELLINGS)
def test_whoever_signed_up_logs_in_with_any_spelling(client, rosa, typed):
    assert client.post("/de/konto/login/", {"login": typed, "password": PASSWORD})["Location"] == "/de/konto/"


@pytest.mark.parametrize("typed", SPELLINGS)
def test_one_mailbox_signs_up_once(client, typed, post_office):
    client.post("/de/konto/signup/", SIGNUP)
    client.post("/de/konto/signup/", SIGNUP | {"email": typed})
    assert [user.email for user in User.objects.all()] == ["rosa@b\u00fccher.example"]
    assert {tuple(mail.to) for mail in post_office()} == {("Rosa Franklin <rosa@xn--bcher-kva.example>",)}


@pytest.mark.parametrize("typed", SPELLINGS)
def test_the_reset_link_goes_to_the_owner(client, rosa, typed, post_office):
    client.post("/de/konto/password/reset/", {"email": typed})
    assert [mail.to for mail in post_office()] == [["Rosa Franklin <rosa@xn--bcher-kva.example>"]]


@pytest.mark.parametrize("typed", SPELLINGS)
def test_a_member_in_another_spelling_is_not_invited_again(client, rosa, ada, house, typed):
    house.memberships.create(user=rosa)
    client.force_login(ada)
    client.post(own(house), {"email": typed, "role": "member"})
    assert not house.invitations.exists()


def test_the_invitation_goes_to_the_domain_that_was_typed(client, ada, house, post_office):
    client.force_login(ada)
    client.post(own(house), {"email": "anna@Stra\u00dfe.example", "role": "member"})
    assert house.invitations.get().email == "anna@stra\u00dfe.example"
    assert post_office()[0].to == ["anna@xn--strae-oqa.example"]


DOORS = {
    "sign-up": ("/de/konto/signup/", SIGNUP),
    "another address": ("/de/konto/email/", {"action_add": ""}),
    "reset": ("/de/konto/password/reset/", {}),
    "invitation": ("", {"role": "member"}),
}


@pytest.mark.parametrize(("door", "said"), DOORS.values(), ids=DOORS)
def test_what_no_letter_reaches_is_refused_beside_the_field(client, ada, house, door, said, post_office):
    if "signup" not in door:
        client.force_login(ada)
        client.post("/de/konto/reauthenticate/", {"password": PASSWORD})
    answer = client.post(door or own(house), said | {"email": "anna@\u2603.example"})
    page = answer.content.decode()
    assert "Die Domain hinter dem @ gibt es nicht" in page
    assert "anna@\u2603.example" in page
    assert post_office() == []


@pytest.mark.parametrize("command", ["erase_person", "export_person"])
@pytest.mark.parametrize("typed", ["", "  ", "anna"])
def test_a_command_about_nobody_is_refused(command, typed):
    with pytest.raises(CommandError, match="address"):
        call_command(command, typed)
