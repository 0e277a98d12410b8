import io

import pytest
from django.template.loader import render_to_string
from PIL import Image, ImageChops, ImageStat

from portal.demo.pictures import DRAWN
from portal.demo.telling import cast
from tests.pencil import MOTIFS, logo, picture
from tests.pencil.orders import orders


@pytest.mark.parametrize("motif", MOTIFS)
def test_a_picture_has_the_size_asked_for_and_more_than_one_colour(motif):
    image = Image.open(io.BytesIO(picture(motif, 3, (320, 200))))
    assert image.format == "WEBP"
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


def test_what_is_kept_is_what_the_story_shows():
    assert set(DRAWN.rglob("*.webp")) == set(orders())


@pytest.mark.parametrize("path", orders(), ids=lambda path: path.stem)
def test_a_kept_picture_opens_in_its_size(path):
    with Image.open(path) as kept:
        kept.load()
        assert kept.format == "WEBP"
        assert kept.size == ((400, 400) if path.parent.name == "logos" else (1600, 1000))


@pytest.mark.parametrize("motif", MOTIFS)
def test_what_is_kept_is_what_the_pencil_draws(motif):
    path, draw = next((path, draw) for path, draw in orders().items() if path.stem.rsplit("-", 1)[0] == motif)
    # Another version of the encoder gives other bytes, not another picture.
    kept, drawn = (Image.open(source).convert("RGB").resize((80, 50)) for source in (path, io.BytesIO(draw())))
    assert max(ImageStat.Stat(ImageChops.difference(kept, drawn)).mean) < 1


def test_every_funder_shows_its_emblem_or_its_logo(db, settings, tmp_path):
    settings.PICTURES_ROOT, settings.DOCUMENTS_ROOT = tmp_path / "pictures", tmp_path / "documents"
    rows = [{"funder": funder, "sentence": funder.sentence} for funder in cast.tell_funders().values()]
    strip = render_to_string("components/funding.html", {"rows": rows})
    assert strip.count("<li") == len(rows)
    assert strip.count("<svg") + strip.count("<img") == len(rows)
