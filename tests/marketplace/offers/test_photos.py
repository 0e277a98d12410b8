"""Several photos of a listing: in the owner's order, with words, seen by the office, large on the page."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from PIL import Image

from marketplace.approvable import ListingInQueue
from marketplace.offers import photos
from marketplace.offers import verbs as offering
from marketplace.refusals import PhotosChanged
from tests.marketplace.making import draft, member

pytestmark = pytest.mark.django_db


def picture(colour: str = "#0B5C66") -> SimpleUploadedFile:
    drawn = io.BytesIO()
    Image.new("RGB", (320, 240), colour).save(drawn, "JPEG")
    return SimpleUploadedFile("foto.jpg", drawn.getvalue(), "image/jpeg")


def new(number: int, place: int, words: str = "") -> dict:
    words = words or f"Bild {number}"
    row = {"file": picture(), "description": words, "credit": "© Jana Beispiel", "place": place}
    return {f"new-{number}-{name}": value for name, value in row.items()}


def kept(image, place: int, **more) -> dict:
    row = {"description": image.description, "credit": image.credit, "place": place} | more
    return {f"photo-{image.pk}-{name}": value for name, value in row.items()}


def words(listing) -> list[str]:
    listing.refresh_from_db()
    return [image.description for image in photos.album(listing)]


@pytest.fixture
def pictured(client, manager):
    """A draft with three photos, uploaded out of order."""
    listing = draft()
    response = client.post(
        reverse("marketplace:photos", args=[listing.pk]), new(1, 3) | new(2, 1) | new(3, 2), follow=True
    )
    assert "Die Fotos sind gespeichert." in response.content.decode()
    listing.refresh_from_db()
    return listing


def test_several_at_once_stand_in_the_order_that_was_named(pictured):
    assert words(pictured) == ["Bild 2", "Bild 3", "Bild 1"]
    assert pictured.photo.description == "Bild 2"


def test_they_change_places_words_and_go(client, pictured):
    first, second, third = photos.album(pictured)
    said = kept(first, 2) | kept(second, 1, description="Von vorn") | kept(third, 3, drop="on")
    client.post(reverse("marketplace:photos", args=[pictured.pk]), said)
    assert words(pictured) == ["Von vorn", "Bild 2"]


def test_without_words_or_file_nothing_is_saved_and_all_mistakes_are_told(client, pictured):
    images = photos.album(pictured)
    said = kept(images[0], 1, description="") | kept(images[1], 2) | kept(images[2], 3)
    said |= {"new-1-description": "Ein Bild ohne Datei", "new-2-file": SimpleUploadedFile("x.jpg", b"<svg/>")}
    response = client.post(reverse("marketplace:photos", args=[pictured.pk]), said)
    page = response.content.decode()
    assert response.status_code == 422
    for field in (f"photo-{images[0].pk}-description", "new-1-file", "new-2-file"):
        assert f'href="#id_{field}"' in page
    assert words(pictured) == ["Bild 2", "Bild 3", "Bild 1"]


def test_english_readers_are_told_what_a_photo_shows_in_english_where_somebody_has_written_it(client, pictured):
    pictured.texts.create(language="en", title="Confocal microscope", description="Four lasers.")
    door = reverse("marketplace:photos", args=[pictured.pk])
    first, second, third = photos.album(pictured)
    assert f"photo-{first.pk}-description_en" in client.get(door).content.decode()
    said = kept(first, 1, description_en="From the front") | kept(second, 2) | kept(third, 3)
    client.post(door, said | new(1, 4) | {"new-1-description_en": "From behind"})
    pictured.refresh_from_db()
    told = {}
    for language in ("de", "en"):
        with translation.override(language):
            told[language] = [image.default_alt_text for image in photos.album(pictured)]
    assert told == {
        "de": ["Bild 2", "Bild 3", "Bild 1", "Bild 1"],
        "en": ["From the front", "Bild 3", "Bild 1", "From behind"],
    }
    # Who does not change them leaves them as they are.
    client.post(door, said)
    pictured.refresh_from_db()
    assert photos.album(pictured)[0].description_en == "From the front"


def test_who_offers_in_german_alone_is_not_asked_for_english(client, pictured):
    assert "description_en" not in client.get(reverse("marketplace:photos", args=[pictured.pk])).content.decode()


def test_photos_of_what_is_shown_change_at_once_and_it_stays_shown(pictured):
    offering.submit(pictured, by=None)
    offering.release(pictured, by=None)
    images = photos.album(pictured)
    same = [photos.Shot(image.description, image.credit, image=image.pk) for image in images]
    assert photos.arrange(pictured, same, by=None).state == "released"
    assert photos.arrange(pictured, same[::-1], by=None).state == "released"
    assert words(pictured) == ["Bild 1", "Bild 3", "Bild 2"]


def test_whoever_approves_sees_all_photos(pictured):
    subject = ListingInQueue()
    before = subject.version(pictured)
    image = photos.album(pictured)[-1]
    image.description = "Etwas anderes"
    image.save()
    assert subject.version(pictured) != before


def test_a_photo_that_is_gone_in_another_window_or_is_foreign_is_refused(pictured):
    foreign = photos.Shot("x", "y", image=10**9)
    with pytest.raises(PhotosChanged):
        photos.arrange(pictured, [foreign], by=None)
    assert len(words(pictured)) == 3


def test_the_page_shows_all_of_them_as_links_to_the_large_ones(client, pictured, django_assert_max_num_queries):
    offering.submit(pictured, by=None)
    offering.release(pictured, by=None)
    pictured.refresh_from_db()
    page = client.get(pictured.get_absolute_url()).content.decode()
    shown = page.split("<photo-zoom")[1].split("</photo-zoom>")[0]
    assert shown.count("<a href=") == 3
    assert [f'alt="Bild {number}"' in shown for number in (1, 2, 3)] == [True] * 3
    assert "© Jana Beispiel" in shown


def test_the_office_sees_them_before_the_release(admin_client, pictured):
    offering.submit(pictured, by=None)
    page = admin_client.get(reverse("marketplace_release", args=[pictured.pk])).content.decode()
    assert [f"Bild {number} · © Jana Beispiel" in page for number in (1, 2, 3)] == [True] * 3


def test_when_the_first_is_taken_away_in_the_form_the_next_one_follows(pictured):
    texts = {text.language: (text.title, text.description) for text in pictured.texts.all()}
    offering.change(pictured, by=member(pictured.institution), texts=texts, category=pictured.category, photo=None)
    assert words(pictured) == ["Bild 3", "Bild 1"]


def test_others_find_no_such_page(client, orderer):
    assert client.get(reverse("marketplace:photos", args=[draft().pk])).status_code == 404
