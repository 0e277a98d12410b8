import io

import pytest
from django.template.loader import render_to_string
from PIL import Image

from portal.demo.pictures import MOTIFS, logo, picture
from portal.demo.telling import cast


@pytest.mark.parametrize("motif", MOTIFS)
def test_a_picture_has_the_size_asked_for_and_more_than_one_colour(motif):
    image = Image.open(io.BytesIO(picture(motif, 3, (320, 200))))
    assert image.format == "PNG"
    assert image.size == (320, 200)
    assert len(image.getcolors(320 * 200)) > 20


def test_the_same_seed_draws_the_same_picture():
    assert picture("cells", 7, (160, 100)) == picture("cells", 7, (160, 100))
    assert picture("cells", 7, (160, 100)) != picture("cells", 8, (160, 100))


def test_other_proportions_are_cut_not_stretched():
    assert Image.open(io.BytesIO(picture("helix", 1, (200, 200)))).size == (200, 200)


def test_logos_differ_by_name():
    image = Image.open(io.BytesIO(logo("Zellschmiede Dortmund GmbH", 1)))
    assert image.size == (400, 400)
    assert image.getpixel((2, 2)) == (255, 255, 255)
    assert logo("Zellschmiede Dortmund GmbH", 1) != logo("Sensoria Ruhr GmbH", 1)


def test_every_funder_shows_its_emblem_or_its_logo(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    rows = [{"funder": funder, "sentence": funder.sentence} for funder in cast.tell_funders().values()]
    strip = render_to_string("components/funding.html", {"rows": rows})
    assert strip.count("<li") == len(rows)
    assert strip.count("<svg") + strip.count("<img") == len(rows)
