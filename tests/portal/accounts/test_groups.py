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
    assert set(groups.ROLES) <= set(Group.objects.values_list("name", flat=True))


def test_only_administrators_may_add_or_change_users():
    full_power = Permission.objects.filter(codename__in=["add_user", "change_user", "delete_user"])
    assert set(Group.objects.filter(permissions__in=full_power).values_list("name", flat=True)) == {"Administrators"}


@pytest.mark.parametrize("name", groups.ROLES)
def test_every_staff_group_may_enter(name):
    assert "wagtailadmin.access_admin" in rights(name)


def test_editors_see_neither_money_nor_people():
    assert not {right for right in rights(groups.EDITORS) if right.startswith("payments.")}
    assert "events.view_registration" not in rights(groups.EDITORS)
    assert "accounts.change_institution" not in rights(groups.EDITORS)


def test_finance_sees_money_and_changes_nothing_else():
    changing = {right for right in rights(groups.FINANCE) if not right.split(".")[1].startswith("view_")}
    assert changing == {
        "wagtailadmin.access_admin",
        "payments.change_payment",
        "accounts.pay_back",
        "accounts.correct_invoices",
        "accounts.close_months",
    } | {f"accounts.export_{what}" for what in ("guests", "coaching", "market", "money")}


def test_editors_write_pages_and_moderators_publish_them():
    def pages(name):
        own = GroupPagePermission.objects.filter(group__name=name, page__depth=1)
        return set(own.values_list("permission__codename", flat=True))

    assert pages(groups.EDITORS) == {"add_page", "change_page"}
    assert "publish_page" in pages(groups.MODERATORS)
    assert pages(groups.FINANCE) == set()


def test_grant_twice_changes_nothing():
    before = {name: rights(name) for name in groups.ROLES}
    groups.grant()
    assert before == {name: rights(name) for name in groups.ROLES}


def test_what_administrators_change_in_the_admin_survives_a_deployment():
    editors, may_read = Group.objects.get(name=groups.EDITORS), Permission.objects.get(codename="view_registration")
    may_translate = Permission.objects.get(codename="submit_translation")
    editors.permissions.add(may_read)
    editors.permissions.remove(may_translate)
    own = GroupPagePermission.objects.filter(group=editors, permission__codename="change_page")
    own.delete()
    groups.grant()
    assert {"events.view_registration"} == rights(groups.EDITORS) & {
        "events.view_registration",
        "wagtail_localize.submit_translation",
    }
    assert not own.exists()


def test_a_deployment_brings_what_the_table_has_learnt_and_takes_what_it_has_lost():
    finance = Group.objects.get(name=groups.FINANCE)
    granted = finance.granted
    lost = Permission.objects.get(codename="release_listing")
    finance.permissions.add(lost)
    finance.permissions.remove(Permission.objects.get(codename="pay_back"))
    granted.words = sorted({*granted.words, "marketplace.release_listing"} - {"accounts.pay_back"})
    granted.save()
    groups.grant()
    assert "accounts.pay_back" in rights(groups.FINANCE)
    assert "marketplace.release_listing" not in rights(groups.FINANCE)


def test_people_of_names_each_person_once():
    both = enroll("both@example.org", staff_groups=(groups.EDITORS, groups.FINANCE))
    assert list(groups.people_of(groups.EDITORS, groups.FINANCE)) == [both]
