import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.urls import reverse

from home.blocks.links import check_address
from home.pages import StandardPage
from tests.home.conftest import translate

pytestmark = pytest.mark.django_db

BODY = StandardPage._meta.get_field("body").stream_block


@pytest.mark.parametrize("name", BODY.child_blocks)
def test_every_block_tells_editors_what_it_is_and_how_it_looks(client, name):
    block = BODY.child_blocks[name]
    assert block.meta.icon != "placeholder"
    assert block.get_description()
    assert block.is_previewable
    client.force_login(get_user_model().objects.create_superuser("e@example.org", "pw"))
    response = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert response.status_code == 200
    assert "look/css/portal.css" in response.content.decode()


def test_previews_show_examples_where_facts_are_chosen():
    told = {"image": "<svg", "people": "Dr. Jana Beispiel", "funding": "kofinanziert", "downloads": "PDF, 240"}
    for name, words in told.items():
        block = BODY.child_blocks[name]
        value = block.get_preview_value()
        assert words in block.render(value, block.get_preview_context(value, {})), name


@pytest.mark.parametrize("address", ["https://example.org/x", "/de/suche/?q=1", "?kind=device", "mailto:a@b.org", "#a"])
def test_addresses_of_the_web_and_of_the_portal_are_welcome(address):
    assert check_address(address) is None


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "//evil.example", "/\\evil.example", "data:text/html,x", "http:", "x", ""]
)
def test_other_addresses_are_refused(address):
    with pytest.raises(ValidationError):
        check_address(address)


def test_links_lead_to_the_page_in_the_readers_language(client, site_tree, about, news):
    about.body = [{"type": "links", "value": {"heading": "", "links": [{"text": "", "page": news.pk, "address": ""}]}}]
    about.save_revision().publish()
    translate(about, site_tree.en.locale, "About us", "about-us")
    assert 'href="/de/aktuelles/"' in client.get("/en/about-us/").content.decode()
    translate(news, site_tree.en.locale, "News", "news")
    main = client.get("/en/about-us/").content.decode().split("<main")[1].split("</main>")[0]
    assert 'href="/en/news/"' in main


def test_people_show_function_and_institution(client, about, person):
    person.function_de = "Leiterin"
    person.save()
    about.body = [{"type": "people", "value": {"heading": "Kontakt", "people": [person.pk]}}]
    about.save_revision().publish()
    page = client.get(about.url).content.decode()
    for shown in ("Dr. Jana Beispiel", "Leiterin", "Zentrum für Bildgebung", "mailto:jana@example.org"):
        assert shown in page, shown


def test_an_image_shows_credit_caption_and_description(client, about, image):
    value = {"image": {"image": image.pk, "alt_text": "Zwei Geräte", "decorative": False}, "caption": "Im Labor"}
    about.body = [{"type": "image", "value": value}]
    about.save_revision().publish()
    page = client.get(about.url).content.decode()
    for shown in ("© Beispiel GmbH", "Im Labor", 'alt="Zwei Geräte"'):
        assert shown in page, shown


def test_funding_shows_the_mandatory_sentence(client, about, project):
    about.body = [{"type": "funding", "value": {"project": project.pk}}]
    about.save_revision().publish()
    assert "Kofinanziert von der Europäischen Union" in client.get(about.url).content.decode()
