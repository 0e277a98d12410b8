"""The report of images: what may be shown how long, and where it is shown."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.images.tests.utils import get_test_image_file

from home import samples
from home.pages import NewsPage
from portal.media import shelves
from portal.media.models import PortalImage

pytestmark = pytest.mark.django_db


@pytest.fixture
def image():
    def made(title: str, *, days: int | None = None, shelf: str = shelves.PHOTOS) -> PortalImage:
        until = None if days is None else timezone.localdate() + timedelta(days=days)
        facts = {"description": "Etwas", "credit": "© Jemand", "licence_until": until}
        return PortalImage.objects.create(
            title=title, file=get_test_image_file(size=(8, 8)), collection=shelves.shelf(shelf), **facts
        )

    return made


def rows(client) -> list[dict]:
    return list(client.get(reverse("image_rights")).context["object_list"])


def test_what_has_to_go_comes_first_and_says_where_it_is_shown(admin_client, where_used, site_tree, image):
    image("Ohne Ende")
    image("Bald", days=30)
    image("Lang", days=300)
    gone = image("Abgelaufen", days=-1)
    image("Letzter Tag", days=0)
    samples.person(last_name="Meier", photo=gone)
    page = site_tree.de.add_child(
        instance=NewsPage(title="Bericht", teaser="Kurz", image=gone, date=timezone.localdate())
    )
    page.save_revision().publish()
    told = rows(admin_client)
    assert [(row["title"], str(row["standing"])) for row in told] == [
        ("Abgelaufen", "abgelaufen"),
        ("Letzter Tag", "läuft bald ab"),
        ("Bald", "läuft bald ab"),
        ("Lang", "gültig"),
        ("Ohne Ende", "ohne Ende"),
    ]
    assert "Bericht (de)" in told[0]["used"]
    assert "Meier" in told[0]["used"]
    assert str(told[1]["used"]) == "nirgends"


def test_it_is_exported(admin_client, image):
    image("Abgelaufen", days=-1)
    answer = admin_client.get(reverse("image_rights"), {"export": "xlsx"})
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    assert [cell.value for cell in sheet[2]][:3] == ["Abgelaufen", "Fotos", "© Jemand"]


def test_more_images_cost_no_more_queries(admin_client, image, django_assert_max_num_queries):
    for number in range(6):
        samples.person(last_name=f"Meier {number}", photo=image(f"Bild {number}"))
    with django_assert_max_num_queries(25):
        assert len(rows(admin_client)) == 6


def test_the_shelves_are_there_once(image):
    shelves.build()
    root = shelves.Collection.get_first_root_node()
    assert sorted(root.get_children().values_list("name", flat=True)) == sorted(shelves.SHELVES)


def test_choosers_hide_the_handbook_until_it_is_asked_for(admin_client, image):
    photo, screen = image("Labor"), image("Bildschirm", shelf=shelves.HANDBOOK)

    def offered(**asked) -> set[str]:
        answer = admin_client.get(reverse("wagtailimages_chooser:choose_results"), asked)
        return {one.title for one in answer.context["results"]}

    assert offered() == {photo.title}
    assert offered(q="Bildschirm") == set()
    assert offered(collection_id=screen.collection_id) == {screen.title}
    assert offered(collection_id=photo.collection_id) == {photo.title}
    assert offered(collection_id="x") == {photo.title}
