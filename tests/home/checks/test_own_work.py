"""An editor's numbers: each counts what the list behind it shows, and nothing of others."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Workflow

from events import samples as events
from home.pages import NewsIndexPage, NewsPage
from portal.accounts import groups
from portal.accounts.people import enroll
from portal.look.desk import OwnWork
from portal.media.models import PortalImage

pytestmark = pytest.mark.django_db


@pytest.fixture
def editors(client, site_tree):
    """The first one is logged in."""
    groups.grant()
    mine, other = (enroll(f"{name}@example.org", staff_groups=(groups.EDITORS,), language="de") for name in "ab")
    client.force_login(mine)
    return mine, other


def written(site_tree, title: str, by, **facts) -> NewsPage:
    index = NewsIndexPage.objects.first() or site_tree.de.add_child(instance=NewsIndexPage(title="Aktuelles"))
    facts = {"teaser": "Kurz", "date": timezone.localdate(), "live": False} | facts
    page = index.add_child(instance=NewsPage(title=title, **facts))
    page.save_revision(user=by)
    return NewsPage.objects.get(pk=page.pk)


def numbers(user) -> dict[str, tuple[str, str]]:
    return {row.label: (row.fact, row.url) for row in OwnWork(user).rows()}


def test_own_drafts_are_counted_and_listed_until_they_are_given_to_be_released(client, editors, site_tree):
    mine, other = editors
    first = written(site_tree, "Mein Entwurf", mine)
    second = written(site_tree, "Mein zweiter", mine)
    written(site_tree, "Fremder Entwurf", other)
    number, address = numbers(mine)["Ihre Entwürfe"]
    page = client.get(address).content.decode()
    assert number == "2"
    assert [title in page for title in ("Mein Entwurf", "Mein zweiter", "Fremder Entwurf")] == [True, True, False]
    state = Workflow.objects.first().start(second, mine)
    number, address = numbers(mine)["Ihre Seiten, die auf Freigabe warten"]
    assert (number, numbers(mine)["Ihre Entwürfe"][0]) == ("1", "1")
    page = client.get(address).content.decode()
    assert ["Mein zweiter" in page, "Mein Entwurf" in page] == [True, False]
    assert "Ihre Seiten, die auf Freigabe warten" not in numbers(other)
    state.current_task_state.reject(user=other)
    number, address = numbers(mine)["Ihre zurückgegebenen Seiten"]
    assert (number, "Mein zweiter" in client.get(address).content.decode()) == ("1", True)
    first.save_revision(user=mine).publish()
    assert "Ihre Entwürfe" not in numbers(mine)


def test_images_whose_licence_ends_are_counted_where_they_are_shown(client, where_used, editors, site_tree):
    mine, _other = editors
    made = {}
    for title, days in {"Abgelaufen": -1, "Bald": 30, "Lang": 300, "Unbenutzt": 5}.items():
        facts = {"description": "Etwas", "credit": "©", "licence_until": timezone.localdate() + timedelta(days=days)}
        made[title] = PortalImage.objects.create(title=title, file=get_test_image_file(size=(8, 8)), **facts)
    for title in ("Abgelaufen", "Bald", "Lang"):
        written(site_tree, f"Seite {title}", mine, image=made[title])
    number, address = numbers(mine)["Verwendete Bilder, deren Lizenz endet"]
    assert number == "2"
    assert [row["title"] for row in client.get(address).context["object_list"]] == ["Abgelaufen", "Bald"]


def test_coming_events_that_nobody_can_read_of_are_counted_and_listed(client, editors, site_tree):
    mine, _other = editors
    events.event(name="Ohne Seite")
    events.event(name="Fällt aus", status="cancelled")
    events.event(name="Anderswo", external_url="https://example.org/")
    past = timezone.now() - timedelta(days=3)
    events.event(name="Vorbei", starts_at=past, ends_at=past + timedelta(hours=1))
    number, address = numbers(mine)["Kommende Veranstaltungen ohne Seite"]
    page = client.get(address).content.decode()
    assert number == "1"
    assert [name in page for name in ("Ohne Seite", "Fällt aus", "Anderswo", "Vorbei")] == [True, False, False, False]


def test_who_writes_nothing_is_told_nothing(editors, site_tree):
    mine, _other = editors
    written(site_tree, "Mein Entwurf", mine)
    assert numbers(enroll("f@example.org", staff_groups=(groups.FINANCE,), language="de")) == {}
    assert reverse("own_drafts") == "/admin/reports/own-drafts/"
