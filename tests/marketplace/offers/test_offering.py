"""The rules of offering."""

from datetime import timedelta

import pytest

from marketplace.models import Listing, ReleasePapers
from marketplace.offers import verbs as offering
from tests.marketplace.making import NOW, PAPERS, draft, institution, later, member, person, place, released

pytestmark = pytest.mark.django_db


def test_only_a_verified_institution_can_offer():
    listing = draft(owner=institution("new", is_verified=False))
    with pytest.raises(offering.NotVerified):
        offering.submit(listing, by=None, now=NOW)


def test_somebody_must_answer_for_a_listing():
    listing = draft()
    listing.institution.memberships.all().delete()
    with pytest.raises(offering.NobodyResponsible):
        offering.submit(listing, by=None, now=NOW)


def test_no_piece_goes_away_that_an_order_still_holds():
    listing = released(quantity=2, approval="instant")
    said = {"by": None, "texts": {}}
    orders = [place(listing) for _ in range(2)]
    with pytest.raises(offering.PiecesTaken, match="2"):
        offering.change(listing, **said, quantity=1, now=NOW)
    assert offering.change(listing, **said, quantity=1, now=orders[1].ends_at).quantity == 1


def test_a_listing_without_words_is_not_submitted():
    with pytest.raises(offering.WordsMissing):
        offering.submit(draft(texts={"de": ("", "")}), by=None, now=NOW)


@pytest.mark.parametrize(
    ("kind", "missing"),
    [
        ("device", []),
        ("service", []),
        ("space", []),
        ("loan", ["inventory_number", "decontaminated_on"]),
        ("gift", ["inventory_number", "not_needed", "decontaminated_on"]),
    ],
)
def test_papers_that_the_kind_asks_for_are_named_when_they_are_missing(kind, missing):
    listing = draft(kind, papers=None)
    if not missing:
        assert offering.submit(listing, by=None, now=NOW).state == "submitted"
        return
    with pytest.raises(offering.PapersMissing) as refusal:
        offering.submit(listing, by=None, now=NOW)
    labels = [ReleasePapers._meta.get_field(paper).verbose_name for paper in missing]
    assert refusal.value.papers == labels
    assert all(str(label) in str(refusal.value) for label in labels)


@pytest.mark.parametrize(
    "change",
    [{"data_erased": False}, {"not_needed": False}, {"market_value_source": ""}],
)
def test_a_single_open_paper_keeps_a_sale_back(change):
    with pytest.raises(offering.PapersMissing):
        offering.submit(draft("sale", papers=PAPERS | change), by=None, now=NOW)


def test_a_tie_that_has_ended_and_a_thing_without_data_may_go():
    papers = PAPERS | {"tied_until": NOW.date() - timedelta(days=1), "data_erased": None}
    assert offering.submit(draft("sale", papers=papers), by=None, now=NOW).state == "submitted"


def test_a_released_sale_stands_for_ninety_days_and_a_device_until_it_is_withdrawn():
    assert released("sale").expires_on == NOW.date() + timedelta(days=90)
    assert released("device").expires_on is None


def test_an_expired_listing_is_extended():
    listing = offering.extend(released("gift"), by=None, now=later(days=100))
    assert listing.expires_on == NOW.date() + timedelta(days=160)


def test_an_emptied_language_is_removed():
    listing = draft(texts={"de": ("Titel", "Text"), "en": ("Title", "Text")})
    offering.change(listing, by=None, texts={"en": ("", "")}, now=NOW)
    assert list(listing.texts.values_list("language", flat=True)) == ["de"]


def test_a_listing_is_editable_by_its_own_institution_only():
    listing = draft()
    other = member(institution("other"))
    assert list(Listing.objects.editable_by(member(listing.institution))) == [listing]
    assert not Listing.objects.editable_by(other).exists()
    assert not Listing.objects.editable_by(person()).exists()
    assert not Listing.objects.releasable_by(other).exists()


def test_the_other_language_stands_in_and_says_so():
    from django.utils import translation

    listing = released()
    with translation.override("en"):
        assert (listing.title, listing.text_language) == ("Konfokalmikroskop", "de")
    assert listing.text_language == ""
