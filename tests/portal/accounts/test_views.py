import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from portal.accounts.kinds import Role
from portal.accounts.models import Institution, Membership

pytestmark = pytest.mark.django_db


def address(name, **parts):
    return reverse(f"accounts:{name}", kwargs=parts)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", ["desk", "profile", "found"])
def test_own_pages_open_in_both_languages(client, ada, house, name, language):
    client.force_login(ada)
    with translation.override(language):
        assert client.get(address(name)).status_code == 200


@pytest.mark.parametrize("name", ["desk", "profile", "found"])
def test_own_pages_send_strangers_to_the_login(client, db, name):
    response = client.get(address(name))
    assert response.status_code == 302
    assert response["Location"] == f"/de/konto/login/?next={address(name)}"


def test_desk_costs_the_same_at_one_and_three_institutions(client, ada, house):
    client.force_login(ada)
    client.get(address("desk"))  # the frame of the page is remembered
    with CaptureQueriesContext(connection) as one:
        client.get(address("desk"))
    for n in range(2):
        more = Institution.objects.create(name=f"n{n}", slug=f"n{n}", kind="startup")
        Membership.objects.create(user=ada, institution=more)
    with CaptureQueriesContext(connection) as three:
        client.get(address("desk"))
    assert len(one) == len(three) <= 10


def test_whoever_may_enter_the_admin_finds_its_door_on_the_desk(client, ada):
    client.force_login(ada)
    assert 'href="/admin/"' not in client.get(address("desk")).content.decode()
    # As an account made in Wagtail's admin: in a group, without Django's mark of staff.
    ada.groups.add(Group.objects.get(name="Editors"))
    assert 'href="/admin/"' in client.get(address("desk")).content.decode()


def test_profile_saves_what_may_be_changed_and_nothing_else(client, ada):
    client.force_login(ada)
    sent = {"first_name": "Augusta", "last_name": "King", "language": "en", "is_superuser": "1", "email": "x@y.de"}
    assert client.post(address("profile"), sent).status_code == 302
    ada.refresh_from_db()
    assert (ada.first_name, ada.language, ada.is_superuser, ada.email) == ("Augusta", "en", False, "ada@example.org")


def test_profile_with_a_missing_name_says_so_beside_the_field(client, ada):
    client.force_login(ada)
    response = client.post(address("profile"), {"first_name": "", "last_name": "King", "language": "de"})
    page = response.content.decode()
    assert response.status_code == 422
    assert 'role="alert"' in page
    assert 'aria-invalid="true"' in page
    assert 'value="King"' in page


def test_found_enters_an_institution(client, grace):
    client.force_login(grace)
    sent = {"name": "Neue Zelle", "kind": "startup", "city": "Witten", "website": "", "is_verified": "1"}
    response = client.post(address("found"), sent)
    assert response["Location"] == address("institution", slug="neue-zelle")
    assert not Institution.objects.get(slug="neue-zelle").is_verified


def test_found_refuses_a_name_that_is_known(client, grace, house):
    client.force_login(grace)
    response = client.post(address("found"), {"name": " zellSCHMIEDE ", "kind": "startup", "city": "Witten"})
    assert response.status_code == 422
    assert Institution.objects.count() == 1


def test_institution_is_not_found_for_strangers(client, grace, house):
    client.force_login(grace)
    assert client.get(address("institution", slug="zellschmiede")).status_code == 404
    assert client.post(address("leave", slug="zellschmiede")).status_code == 404


def test_manager_invites(client, ada, house):
    client.force_login(ada)
    response = client.post(address("institution", slug=house.slug), {"email": "new@example.org", "role": "member"})
    assert response.status_code == 302
    assert house.invitations.get().email == "new@example.org"
    assert "new@example.org" in client.get(response["Location"]).content.decode()


@pytest.mark.parametrize("email", ["a@b.de\r\nBcc: x@y.de", "a@b.de,c@d.de", "x", "a\x0bb@c.de"])
def test_invite_refuses_what_is_no_address(client, ada, house, email):
    client.force_login(ada)
    response = client.post(address("institution", slug=house.slug), {"email": email, "role": "member"})
    assert response.status_code == 422
    assert house.invitations.count() == 0


def test_member_sees_the_members_but_no_buttons(client, grace, house):
    Membership.objects.create(user=grace, institution=house)
    client.force_login(grace)
    page = client.get(address("institution", slug=house.slug)).content.decode()
    assert "Ada Lovelace" in page
    assert "Diese Rolle geben" not in page
    assert "Anfragen anderer annehmen" in page


def test_member_cannot_change_others(client, grace, ada, house):
    Membership.objects.create(user=grace, institution=house)
    client.force_login(grace)
    member = house.memberships.get(user=ada)
    client.post(address("change_member", slug=house.slug, pk=member.pk), {"action": "remove"})
    assert house.memberships.count() == 2


def test_manager_changes_roles_and_removes(client, ada, grace, house):
    member = Membership.objects.create(user=grace, institution=house)
    client.force_login(ada)
    where = address("change_member", slug=house.slug, pk=member.pk)
    client.post(where, {"action": "role", "role": "nonsense"})
    client.post(where, {"action": "role", "role": "manager"})
    member.refresh_from_db()
    assert member.role == Role.MANAGER
    client.post(where, {"action": "remove"})
    assert house.memberships.count() == 1


def test_member_of_another_house_is_not_found(client, ada, grace, house):
    other = Institution.objects.create(name="Other", slug="other", kind="startup")
    member = Membership.objects.create(user=grace, institution=other)
    client.force_login(ada)
    where = address("change_member", slug=house.slug, pk=member.pk)
    assert client.post(where, {"action": "remove"}).status_code == 404


def test_reading_an_invitation_accepts_nothing(client, grace, invitation):
    client.force_login(grace)
    assert client.get(invitation.get_absolute_url()).status_code == 200
    assert not Membership.objects.filter(user=grace).exists()


def test_invitation_is_accepted_by_a_button(client, grace, invitation, house):
    client.force_login(grace)
    client.post(invitation.get_absolute_url())
    assert house.memberships.filter(user=grace).exists()


def test_invitation_asks_strangers_to_log_in(client, invitation):
    page = client.get(invitation.get_absolute_url()).content.decode()
    assert f"/de/konto/login/?next={invitation.get_absolute_url()}" in page
    client.post(invitation.get_absolute_url())
    assert Membership.objects.count() == 1
