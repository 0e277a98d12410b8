"""The admin's menu: groups in the words of the staff, each role sees its own."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import RequestFactory
from wagtail.admin.menu import admin_menu

from portal.accounts import groups

pytestmark = pytest.mark.django_db


@pytest.fixture
def menu(site_tree):
    """`menu(groups.EDITORS)`: the labels of both levels that a member of the group sees, in order."""

    def shown(group: str) -> dict[str, list[str]]:
        groups.grant()
        user = get_user_model().objects.create_user(f"{group}@office.example", "pw", is_staff=True)
        user.groups.add(Group.objects.get(name=group))
        request = RequestFactory().get("/admin/")
        request.user = user
        items = sorted(admin_menu.menu_items_for_request(request), key=lambda item: item.order)
        return {str(item.label): _inside(item, request) for item in items}

    return shown


def _inside(item, request) -> list[str]:
    if not hasattr(item, "menu"):
        return []
    inside = sorted(item.menu.menu_items_for_request(request), key=lambda below: below.order)
    return [str(below.label) for below in inside]


def test_administrators_see_all_groups_in_the_order_of_their_work(menu):
    groups_shown = [label for label in menu(groups.ADMINISTRATORS) if label != "Hilfe"]
    assert groups_shown == [
        *("Inhalte", "Veranstaltungen", "Coaching", "Marktplatz", "Menschen"),
        *("Zahlungen", "Rechnungen", "Widerrufe", "Berichte", "Einstellungen"),
    ]


def test_content_gathers_pages_files_and_facts(menu):
    inside = menu(groups.EDITORS)["Inhalte"]
    assert inside[:6] == ["Seiten", "Bilder", "Dokumente", "Sektionen", "Projekte", "Fördergeber"]


def test_accounts_stand_with_people_and_only_administrators_see_them(menu):
    assert "Benutzerkonten" in menu(groups.ADMINISTRATORS)["Menschen"]
    assert "Benutzerkonten" not in menu(groups.MODERATORS)["Menschen"]


def test_releases_come_first_in_the_marketplace(menu):
    assert menu(groups.MODERATORS)["Marktplatz"][0] == "Freigaben"


def test_finance_sees_money_and_no_content(menu):
    seen = menu(groups.FINANCE)
    assert ("Zahlungen" in seen, "Inhalte" in seen, "Einstellungen" in seen) == (True, False, False)


def test_the_browser_names_the_portal(client, site_tree):
    client.force_login(get_user_model().objects.create_superuser("a@example.org", "pw"))
    title = re.search(r"<title>(.*?)</title>", client.get("/admin/").content.decode(), re.S)[1]
    assert "Transferportal" in title
