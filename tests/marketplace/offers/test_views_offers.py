"""Offering by form."""

import io
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.images import get_image_model

from marketplace.kinds import Kind
from marketplace.models import Listing
from tests.marketplace.making import PAPERS, draft, institution, member

pytestmark = pytest.mark.django_db
OFFER = "marketplace:offer"


def said(kind: str, **more) -> dict:
    papers = {name: "on" if value is True else str(value) for name, value in PAPERS.items()}
    papers |= {"book_value": "0,00", "market_value": "900,00"}
    return {"kind": kind, "title": "Waage", "description": "Misst auf 0,1 mg.", **papers, **more}


def test_without_a_kind_the_six_kinds_are_offered(client, manager):
    page = client.get(reverse(OFFER)).content.decode()
    assert [kind for kind in Kind if f"?kind={kind.value}" not in page or str(kind.nature.invitation) not in page] == []


def test_who_acts_for_no_institution_is_told_so(client, orderer):
    assert "Nur Einrichtungen" in client.get(reverse(OFFER)).content.decode()
    assert client.post(reverse(OFFER), said("sale")).status_code == 422
    assert not Listing.objects.exists()


@pytest.mark.parametrize("kind", Kind.values)
def test_each_kind_has_its_own_form_and_is_submitted_by_plain_post(client, manager, kind):
    assert client.get(reverse(OFFER), {"kind": kind}).status_code == 200
    response = client.post(reverse(OFFER), {"institution": institution().pk, **said(kind, price="40")})
    assert response.status_code == 302
    listing = Listing.objects.get()
    assert (listing.state, listing.kind, listing.title) == ("submitted", kind, "Waage")
    assert client.get(reverse("marketplace:edit", args=[listing.pk])).status_code == 200


def test_kind_title_description_and_price_are_enough_for_who_acts_for_one_institution(client, manager):
    response = client.post(reverse(OFFER), {"kind": "device", "title": "Waage", "description": "Neu.", "price": "40"})
    assert response.status_code == 302
    assert Listing.objects.get().institution == institution()


def test_who_acts_for_two_institutions_says_for_which(client, manager):
    other = institution("other", name="Zweites Institut")
    other.memberships.create(user=manager, role="manager")
    answer = client.post(reverse(OFFER), said("sale", price="40"))
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.content.decode()
    assert not Listing.objects.exists()
    client.post(reverse(OFFER), said("sale", price="40", institution=other.pk))
    assert Listing.objects.get().institution == other


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("49,90", "49.90"),
        ("49.9", "49.90"),
        ("1200", "1200.00"),
        ("1 200 €", "1200.00"),
        ("0", "0.00"),
    ],
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_amounts_as_people_write_them(client, manager, typed, amount, language):
    url = reverse(OFFER).replace("/de/angebot-einstellen/", "/en/offer/") if language == "en" else reverse(OFFER)
    client.post(url, {"institution": institution().pk, **said("sale", price=typed)})
    assert Listing.objects.get().price == Decimal(amount)


@pytest.mark.parametrize(
    "typed",
    ["12,345", "12.345", "-1", "1e3", "0.001", "NaN", "Infinity", "٣", "1.2.3", "99999999999999999999", "1,2,3"],
)
def test_unclear_amounts_are_refused(client, manager, typed):
    response = client.post(reverse(OFFER), {"institution": institution().pk, **said("sale", price=typed)})
    assert response.status_code == 422
    page = response.content.decode()
    assert 'href="#id_price"' in page
    assert f'value="{typed}"' in page
    assert not Listing.objects.exists()


def photo(**more) -> dict:
    drawn = io.BytesIO()
    exif = Image.Exif()
    exif[271] = "SecretCam"
    Image.new("RGB", (320, 240), "#0B5C66").save(drawn, "JPEG", exif=exif)
    said = {"picture_description": "Eine Waage auf einem Labortisch", "picture_credit": "© Jana Beispiel"}
    return said | {"picture": SimpleUploadedFile("waage.jpg", drawn.getvalue())} | more


def test_a_photo_comes_with_its_words_and_without_what_the_camera_knew(client, manager):
    client.post(reverse(OFFER), said("device", price="40", **photo()))
    shown = Listing.objects.get().photo
    assert (shown.credit, shown.description) == ("© Jana Beispiel", "Eine Waage auf einem Labortisch")
    assert shown.uploaded_by_user == manager
    assert b"SecretCam" not in shown.file.read()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"picture_credit": ""}, "id_picture_credit"),
        ({"picture_description": ""}, "id_picture_description"),
        ({"picture": SimpleUploadedFile("waage.jpg", b"<svg onload=alert(1)>")}, "id_picture"),
        ({"picture": SimpleUploadedFile("waage.jpg", photo()["picture"].read()[:900])}, "id_picture"),
    ],
)
def test_a_photo_without_its_words_or_that_is_none_is_refused(client, manager, change, field):
    response = client.post(reverse(OFFER), said("device", price="40", **photo(**change)))
    assert response.status_code == 422
    assert f'href="#{field}"' in response.content.decode()
    assert not Listing.objects.exists()
    assert not get_image_model().objects.exists()


def test_a_photo_is_replaced_and_taken_away_and_the_listing_stays_shown(client, manager, make):
    listing = make()
    url = reverse("marketplace:edit", args=[listing.pk])
    client.post(url, said("device", price="40", **photo()))
    listing.refresh_from_db()
    assert (listing.photo is None, listing.state) == (False, "released")
    client.post(url, said("device", price="40"))
    listing.refresh_from_db()
    assert listing.photo is not None
    client.post(url, said("device", price="40", drop_picture="on"))
    listing.refresh_from_db()
    assert listing.photo is None


def test_missing_papers_are_named_and_nothing_is_half_saved(client, manager):
    data = said("sale", price="40", inventory_number="", decontaminated_on="", institution=institution().pk)
    response = client.post(reverse(OFFER), data)
    assert response.status_code == 422
    page = response.content.decode()
    assert 'href="#id_inventory_number"' in page
    assert 'href="#id_decontaminated_on"' in page
    assert not Listing.objects.exists()


def test_a_thing_tied_to_its_funding_is_refused_with_the_reason(client, manager):
    data = said("sale", price="40", tied_until="2099-12-31", institution=institution().pk)
    response = client.post(reverse(OFFER), data)
    assert response.status_code == 422
    assert "consent_tie" in response.content.decode().split('role="alert"')[1][:900]
    assert response.context["form"].fields["consent_tie"].required
    assert not Listing.objects.exists()
    client.post(reverse(OFFER), data | {"consent_tie": "Projektträger, 3. März"})
    assert Listing.objects.get().consents.get().words == "Projektträger, 3. März"


def test_a_draft_may_be_unfinished(client, manager):
    data = said("sale", inventory_number="", institution=institution().pk, action="draft")
    assert client.post(reverse(OFFER), data).status_code == 302
    assert Listing.objects.get().state == "draft"


@pytest.mark.parametrize(
    "change",
    [
        {"title": ""},
        {"title": "x" * 151},
        {"title": "zwei\x0bZeilen"},
        {"description": ""},
        {"year": "1e9"},
        {"year": "٣"},
        {"quantity": "0"},
        {"quantity": "99999999999999999999"},
        {"condition": "nonsense"},
        {"title_en": "English only"},
        {"decontaminated_on": "2027-02-30"},
    ],
)
def test_wrong_entries_are_answered_with_422(client, manager, change):
    data = {"institution": institution().pk, **said("sale", price="40"), **change}
    assert client.post(reverse(OFFER), data).status_code == 422
    assert not Listing.objects.exists()


def test_one_cannot_offer_for_a_foreign_institution(client, manager):
    data = {**said("device"), "institution": institution("foreign").pk}
    assert client.post(reverse(OFFER), data).status_code == 422
    assert not Listing.objects.exists()


def test_posted_columns_that_are_not_in_the_form_change_nothing(client, manager):
    data = said("gift", institution=institution().pk, state="released", released_at="2020-01-01", terms="x", price="1")
    client.post(reverse(OFFER), data)
    listing = Listing.objects.get()
    assert (listing.state, listing.released_at, listing.price) == ("submitted", None, None)


def test_foreign_listings_are_404_for_every_door(client):
    listing = draft()
    client.force_login(member(institution("other")))
    assert client.get(reverse("marketplace:edit", args=[listing.pk])).status_code == 404
    for verb in ("edit", "withdraw", "extend"):
        assert client.post(reverse(f"marketplace:{verb}", args=[listing.pk]), said("device")).status_code == 404


def test_the_words_of_a_shown_listing_wait_for_the_office_and_a_fair_price_does_not(client, make):
    listing = make("sale", title="Waage")
    client.force_login(member(listing.institution))
    response = client.post(reverse("marketplace:edit", args=[listing.pk]), said("sale", title="Feinwaage", price="950"))
    assert response.status_code == 302
    listing = Listing.objects.get()
    assert (listing.state, listing.title, listing.price) == ("released", "Waage", Decimal("950"))
    assert listing.wished.texts == {"de": ["Feinwaage", "Misst auf 0,1 mg."]}


def test_withdraw_and_extend(client, make):
    listing = make("gift")
    client.force_login(member(listing.institution))
    client.post(reverse("marketplace:extend", args=[listing.pk]))
    client.post(reverse("marketplace:withdraw", args=[listing.pk]))
    assert Listing.objects.get().state == "withdrawn"


def test_my_listings_shows_every_state_of_ones_own(client, make, manager):
    make(title="Gezeigt")
    draft(title="Entwurf")
    make(title="Fremd", owner=institution("foreign"))
    page = client.get(reverse("marketplace:my_listings")).content.decode()
    assert ("Gezeigt" in page, "Entwurf" in page, "Fremd" in page) == (True, True, False)


def test_offering_explains_itself_before_the_login(client, db):
    page = client.get("/de/angebot-einstellen/").content.decode()
    for told in (
        "So geht es",
        "keine Gebühr",
        "/signup/?next=/de/angebot-einstellen/",
        "/login/?next=/de/angebot-einstellen/",
    ):
        assert told in page
    assert client.post("/de/angebot-einstellen/", {"kind": "device"}).headers["Location"].startswith("/de/konto/login/")
