import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission

from portal.accounts import groups
from portal.accounts.people import enroll

pytestmark = pytest.mark.django_db


def rights(name) -> set[str]:
    pairs = Group.objects.get(name=name).permissions.values_list("content_type__app_label", "codename")
    return {f"{app}.{codename}" for app, codename in pairs}


def test_groups_exist_after_migrating():
    assert set(groups.ALL) <= set(Group.objects.values_list("name", flat=True))


def test_only_administrators_may_add_or_change_users():
    full_power = Permission.objects.filter(codename__in=["add_user", "change_user", "delete_user"])
    assert set(Group.objects.filter(permissions__in=full_power).values_list("name", flat=True)) == {"Administrators"}


@pytest.mark.parametrize("name", groups.ALL)
def test_every_staff_group_may_enter(name):
    assert "wagtailadmin.access_admin" in rights(name)


def test_editors_see_neither_money_nor_people():
    assert not {right for right in rights(groups.EDITORS) if right.startswith("payments.")}
    assert "events.view_registration" not in rights(groups.EDITORS)
    assert "accounts.change_institution" not in rights(groups.EDITORS)


def test_finance_sees_money_and_changes_nothing_else():
    changing = {right for right in rights(groups.FINANCE) if not right.split(".")[1].startswith("view_")}
    assert changing == {"wagtailadmin.access_admin", "payments.change_payment"}


def test_editors_write_pages_and_moderators_publish_them():
    def pages(name):
        own = GroupPagePermission.objects.filter(group__name=name, page__depth=1)
        return set(own.values_list("permission__codename", flat=True))

    assert pages(groups.EDITORS) == {"add_page", "change_page"}
    assert "publish_page" in pages(groups.MODERATORS)
    assert pages(groups.FINANCE) == set()


def test_grant_twice_changes_nothing():
    before = {name: rights(name) for name in groups.ALL}
    groups.grant()
    assert before == {name: rights(name) for name in groups.ALL}


def test_people_of_names_each_person_once():
    both = enroll("both@example.org", staff_groups=(groups.EDITORS, groups.FINANCE))
    assert list(groups.people_of(groups.EDITORS, groups.FINANCE)) == [both]
