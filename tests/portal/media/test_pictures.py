import json
import re
from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from django.db import connection
from django.template.loader import render_to_string
from PIL import Image

from home.pages import NewsIndexPage, NewsPage
from portal.media import pictures, tasks
from portal.media.models import PortalImage

pytestmark = pytest.mark.django_db


@pytest.fixture
def make_image(settings, tmp_path):
    settings.PICTURES_ROOT, settings.DOCUMENTS_ROOT = tmp_path / "pictures", tmp_path / "documents"

    def make(size=(1400, 1000), name="lab.png"):
        content = BytesIO()
        Image.new("RGB", size, "#0B5C66").save(content, "PNG")
        facts = {"title": "Labor", "description": "Ein Labor", "credit": "Zeichnung"}
        return PortalImage.objects.create(file=ImageFile(BytesIO(content.getvalue()), name), **facts)

    return make


def waiting() -> list[dict]:
    with connection.cursor() as cursor:
        cursor.execute("select args from procrastinate_jobs where task_name = 'media.cut' order by id")
        return [json.loads(row[0]) for row in cursor.fetchall()]


def test_a_picture_has_three_formats_and_its_size(make_image):
    shown = pictures.shown(make_image(), "card")
    html = render_to_string("look/img.html", {"image": shown})
    assert [kind for kind, _ in shown.sources] == ["image/avif", "image/webp"]
    assert re.search(r'<img src="[^"]+\.jpg" srcset=', html)
    assert 'width="640" height="400" loading="lazy"' in html
    assert html.count("320w") == 3


def test_the_picture_at_the_head_of_a_page_does_not_wait(make_image):
    html = render_to_string("look/img.html", {"image": pictures.shown(make_image(), "hero"), "eager": 1})
    assert 'fetchpriority="high"' in html
    assert "lazy" not in html


def test_a_small_original_is_not_named_twice(make_image):
    shown = pictures.shown(make_image((300, 300)), "text")
    assert shown.srcset.count("w") - shown.url.count("w") == 1


def test_a_lost_file_costs_the_picture_and_not_the_page(make_image):
    image = make_image()
    image.file.storage.delete(image.file.name)
    assert pictures.shown(image, "card") is None


def test_prefetched_crops_cost_no_query(make_image, django_assert_num_queries):
    for number in range(3):
        pictures.shown(make_image(name=f"{number}.png"), "card")
    images = list(PortalImage.objects.prefetch_related("renditions"))
    with django_assert_num_queries(0):
        assert all(pictures.shown(image, "card") for image in images)


def test_publishing_a_page_defers_its_crops_and_the_job_makes_them(make_image, site_tree):
    image, inside = make_image(), make_image(name="inside.png")
    index = NewsIndexPage(title="Aktuelles", slug="aktuelles", locale=site_tree.de.locale)
    site_tree.de.add_child(instance=index)
    block = {"image": inside.pk, "decorative": False, "alt_text": "Ein Labor"}
    page = NewsPage(title="Neu", slug="neu", teaser="Neu.", image=image, locale=index.locale)
    page.body = [{"type": "image", "value": {"image": block, "caption": ""}}]
    index.add_child(instance=page)
    page.save_revision().publish()
    wanted = waiting()
    assert {"image": image.pk, "cuts": ["card", "text", "social"]} in wanted
    assert {"image": inside.pk, "cuts": ["text"]} in wanted
    for job in wanted:
        tasks.cut(**job)
    assert image.renditions.count() == 13
    assert inside.renditions.count() == 6


def test_a_job_for_an_image_that_is_gone_does_nothing():
    tasks.cut(image=1, cuts=["card"])
