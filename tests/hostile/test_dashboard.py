"""The admin's first page by role: one's own work first, every link opens, nothing that one may not see."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail import hooks

from events import samples as evenings
from events.models import Registration
from home import samples as cluster
from home.pages import StandardPage
from portal.accounts import samples as houses
from portal.look.desk import OwnWork
from portal.look.finding import sought
from portal.payments.models import Payment

# In every text of this world, so that one word finds a row of each kind.
MARK = "Quaste"
# Session, person and rights, the menu, the frame of the page; one for all kinds, four for the pages.
MOST = 20
PAGELESS = "Kommende Veranstaltungen ohne Seite"
WITHDRAWN = "Zu entscheidende Widerrufe"
# What waits in the world, by role.
WORK = {
    "editor": {"Ihre Entwürfe", PAGELESS},
    "finance": {"Zahlungen überfällig"},
    "moderator": {"Anmeldungen zu entscheiden", "Coaching-Anfragen", "Angebote zur Freigabe", WITHDRAWN, PAGELESS},
    "root": {
        "Anmeldungen zu entscheiden",
        "Coaching-Anfragen",
        "Angebote zur Freigabe",
        "Löschungen zur Freigabe",
        "Zahlungen überfällig",
        WITHDRAWN,
        PAGELESS,
    },
}
# The first heading of a panel of ours.
FIRST = {"editor": "Auf Sie wartet", "finance": "Auf Sie wartet", "moderator": "Auf Sie wartet"}


@pytest.fixture(autouse=True)
def _waits(world):
    Registration.objects.filter(pk=world.guest.pk).update(state="requested")
    Payment.objects.filter(pk=world.payment.pk).update(due_at="2020-01-01T00:00Z")
    StandardPage.objects.get(pk=world.pages["about"].pk).save_revision(user=world.users["editor"])
    evenings.event(name="Ohne Seite")


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


# ---- the search above the menu ------------------------------------------------------------------------------------


def found(client, text: str = MARK):
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(reverse("admin_search"), {"q": text})
    return {group.name: group.hits for group in answer.context["groups"]}, len(queries)


def test_one_statement_asks_all_kinds_and_names_each_row_as_it_names_itself(world, as_):
    groups, _queries = found(as_("root"))
    kinds = sought(world.users["root"])
    assert len(groups) == len(kinds) + 1 > 11
    wrong = []
    for viewset in kinds:
        for hit in groups[viewset.menu_label]:
            row = viewset.model._base_manager.get(pk=int(re.search(r"/(\d+)/", hit.url)[1]))
            told = str(row) if callable(viewset.found.title) else getattr(row, viewset.found.title)
            if hit.title != told:
                wrong.append((viewset.model, hit.title, told))
    assert wrong == []
    assert {hit.detail for hit in groups["Bestellungen"]} == {world.order.number, world.purchase.number}
    assert {hit.detail for hit in groups["Angebote"]} == {
        one.get_kind_display() for one in (world.device, world.sale, world.draft, world.submitted)
    }


def test_more_hits_cost_no_more_queries(world, as_):
    client = as_("root")
    found(client)
    _groups, few = found(client)
    for number in range(2):
        houses.institution(f"c-haus-{number}", name=f"Haus {MARK} {number}", kind="company")
        cluster.person(first_name=f"Ina {MARK}", last_name=str(number))
    groups, many = found(client)
    assert len(groups["Personen"]) >= 4
    assert (many, many <= MOST) == (few, True), few
