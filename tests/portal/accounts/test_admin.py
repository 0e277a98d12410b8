import pytest

from portal.accounts import membership
from portal.accounts.people import enroll

pytestmark = pytest.mark.django_db


@pytest.fixture
def new_house(grace):
    return membership.found_institution(by=grace, name="Neue Zelle", kind="startup", city="Witten")


def staff(client, group):
    client.force_login(enroll(f"{group.casefold()}@example.org", staff_groups=(group,)))
    return client


def test_moderators_verify_from_the_letter_or_the_list(client, new_house):
    moderator = staff(client, "Moderators")
    where = f"/admin/institutions/{new_house.pk}/verify/"
    assert where in moderator.get("/admin/snippets/accounts/institution/").content.decode()
    assert "Neue Zelle" in moderator.get(where).content.decode()
    new_house.refresh_from_db()
    assert not new_house.is_verified
    moderator.post(where)
    new_house.refresh_from_db()
    assert new_house.is_verified
    assert where not in moderator.get("/admin/snippets/accounts/institution/").content.decode()


@pytest.mark.parametrize("group", ["Editors", "Finance"])
def test_others_do_not_verify(client, new_house, group):
    assert staff(client, group).post(f"/admin/institutions/{new_house.pk}/verify/").status_code in {302, 403}
    new_house.refresh_from_db()
    assert not new_house.is_verified
