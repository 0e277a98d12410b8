"""The admin's first page by role: one's own work first, every link opens, nothing that one may not see."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail import hooks

from events.models import Registration
from portal.look.desk import OwnWork
from portal.payments.models import Payment

# What waits in the world, by role.
WORK = {
    "editor": set(),
    "finance": {"Zahlungen überfällig"},
    "moderator": {"Anmeldungen zu entscheiden", "Coaching-Anfragen", "Angebote zur Freigabe"},
    "root": {
        "Anmeldungen zu entscheiden",
        "Coaching-Anfragen",
        "Angebote zur Freigabe",
        "Löschungen zur Freigabe",
        "Zahlungen überfällig",
    },
}
# The first heading of a panel of ours where numbers of one's own are none.
FIRST = {"editor": "Nächste Veranstaltungen", "finance": "Auf Sie wartet", "moderator": "Auf Sie wartet"}


@pytest.fixture(autouse=True)
def _waits(world):
    Registration.objects.filter(pk=world.guest.pk).update(state="requested")
    Payment.objects.filter(pk=world.payment.pk).update(due_at="2020-01-01T00:00Z")


def page(as_, role) -> str:
    html = as_(role).get("/admin/").content.decode()
    return html[html.index("<main") :]


def headings(html: str) -> list[str]:
    found = re.findall(r"<h2[^>]*w-panel__heading[^>]*>(.*?)</h2>", html, re.S)
    return [" ".join(re.sub("<[^>]+>", " ", one).split()) for one in found]


@pytest.mark.parametrize("role", WORK)
def test_each_role_reads_its_own_work_in_numbers_with_links(world, role):
    rows = OwnWork(world.users[role]).rows()
    assert {row.label for row in rows} == WORK[role]
    assert all(row.fact == "1" and row.url for row in rows)


@pytest.mark.parametrize("role", FIRST)
def test_ones_own_work_stands_first(world, as_, role):
    assert headings(page(as_, role))[0] == FIRST[role]


@pytest.mark.parametrize("role", WORK)
def test_every_link_of_the_first_page_opens_to_who_sees_it(world, as_, role):
    client, html = as_(role), page(as_, role)
    links = set(re.findall(r'href="(/admin/[^"#]*)"', html)) - {reverse("wagtailadmin_logout")}
    assert len(links) > 3
    answers = {link: client.get(link.replace("&amp;", "&")).status_code for link in links}
    assert {link: status for link, status in answers.items() if status != 200} == {}


@pytest.mark.parametrize("role", WORK)
def test_the_numbers_cost_at_most_ten_queries(world, as_, role):
    user = type(world.users[role]).objects.get(pk=world.users[role].pk)
    user.has_perm("wagtailadmin.access_admin")
    with CaptureQueriesContext(connection) as queries:
        OwnWork(user).rows()
    assert len(queries) <= 10


def test_no_role_without_its_right_gets_a_row(world):
    assert [row for tell in hooks.get_hooks("own_work") for row in tell(world.users["person"])] == []
