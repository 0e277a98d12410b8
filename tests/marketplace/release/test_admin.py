"""The marketplace in Wagtail's admin: the release queue, read-only orders."""

import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from marketplace.models import Listing, Order
from marketplace.offers import verbs as offering
from portal.accounts import groups
from tests.marketplace.making import NOW, draft, institution, member, person, place

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client, site_tree):
    """`staff(groups.MODERATORS)`: log in as one of the group."""

    def log_in(group: str):
        groups.grant()
        user = person(f"{group.lower()}@office.example", is_staff=True)
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return user

    return log_in


def submitted(title: str = "Waage"):
    return offering.submit(draft("sale", title=title), by=None, now=NOW)


def test_the_queue_shows_what_waits_and_nothing_else(client, staff, make):
    staff(groups.MODERATORS)
    submitted("Wartet")
    make(title="Gezeigt")
    page = client.get(reverse("marketplace_releases")).content.decode()
    assert ("Wartet" in page, "Gezeigt" in page) == (True, False)


def test_a_moderator_looks_and_releases(client, staff):
    moderator = staff(groups.MODERATORS)
    listing = submitted()
    page = client.get(reverse("marketplace_release", args=[listing.pk])).content.decode()
    for text in ("Waage", "INV-1", "three offers"):
        assert text in page
    client.post(reverse("marketplace_release", args=[listing.pk]))
    listing.refresh_from_db()
    assert listing.state == "released"
    assert moderator.has_perm("marketplace.release_listing")


def test_sending_back_needs_a_reason_and_tells_it(client, staff):
    staff(groups.MODERATORS)
    listing = submitted()
    url = reverse("marketplace_send_back", args=[listing.pk])
    assert client.post(url).status_code == 422
    client.post(url, {"reason": "Bitte ein Foto ergänzen."})
    listing.refresh_from_db()
    assert (listing.state, listing.reason) == ("sent_back", "Bitte ein Foto ergänzen.")


def test_several_are_released_at_once_and_a_refusal_stops_only_its_own(client, staff):
    staff(groups.MODERATORS)
    good, bad = submitted("Gut"), submitted("Schlecht")
    bad.papers.not_needed = False
    bad.papers.save()
    chosen = {"listing": [good.pk, bad.pk, "x", "9" * 30]}
    page = client.post(reverse("marketplace_release_several"), chosen, follow=True).content.decode()
    assert set(Listing.objects.values_list("state", flat=True)) == {"released", "submitted"}
    assert "nicht mehr benötigt" in page


@pytest.mark.parametrize("group", [groups.EDITORS, groups.FINANCE])
def test_other_staff_have_no_queue(client, staff, group):
    staff(group)
    listing = submitted()
    client.get(reverse("marketplace_releases"))
    client.post(reverse("marketplace_release", args=[listing.pk]))
    client.post(reverse("marketplace_release_several"), {"listing": [listing.pk]})
    listing.refresh_from_db()
    assert listing.state == "submitted"


def test_members_of_institutions_cannot_release_their_own(client):
    listing = submitted()
    client.force_login(member(listing.institution))
    client.post(reverse("marketplace_release", args=[listing.pk]))
    listing.refresh_from_db()
    assert listing.state == "submitted"


def test_lists_and_exports_open_for_moderators(client, staff, make):
    staff(groups.MODERATORS)
    place(make("gift"), now=None)
    for name in ("listing", "order", "category"):
        url = reverse(f"wagtailsnippets_marketplace_{name}:list")
        assert client.get(url).status_code == 200
        assert client.get(url, {"q": "Waage'\"("}).status_code == 200
        assert client.get(url, {"export": "csv"}).status_code == 200


def test_orders_are_found_by_number_person_and_thing(client, staff, make):
    staff(groups.MODERATORS)
    scale, fridge = place(make("gift", title="Waage"), now=None), place(make("gift", title="Kühlschrank"), now=None)
    url = reverse("wagtailsnippets_marketplace_order:list_results")
    for asked, found in ((scale.number, {scale}), ("kühlschrank", {fridge}), (scale.name, {scale, fridge})):
        page = client.get(url, {"q": asked}).content.decode()
        assert {order for order in (scale, fridge) if order.number in page} == found, asked


def test_categories_are_filtered_by_what_they_hold(client, staff, make):
    staff(groups.MODERATORS)
    category = make("gift").category
    url = reverse("wagtailsnippets_marketplace_category:list_results")
    held = [str(category) in client.get(url, {"kind": kind}).content.decode() for kind in ("gift", "space")]
    assert held == [True, False]


def test_nobody_is_offered_to_delete_listings(client, staff, make):
    staff(groups.ADMINISTRATORS)
    make("gift")
    page = client.get(reverse("wagtailsnippets_marketplace_listing:list")).content.decode()
    assert "/admin/bulk/marketplace/listing/end/" in page
    assert "/admin/bulk/marketplace/listing/delete/" not in page


def test_orders_are_read_in_the_admin_never_written(client, staff, make):
    staff(groups.ADMINISTRATORS)
    order = place(make("gift"), now=None)
    assert client.get(reverse("wagtailsnippets_marketplace_order:inspect", args=[order.pk])).status_code == 200
    for door in ("edit", "delete"):
        url = reverse(f"wagtailsnippets_marketplace_order:{door}", args=[order.pk])
        assert client.post(url).status_code in {302, 403, 404}
    assert type(order).objects.filter(pk=order.pk, state="accepted").exists()


def test_staff_sort_a_listing_without_touching_its_price_or_state(client, staff, make):
    staff(groups.MODERATORS)
    listing = make("sale")
    url = reverse("wagtailsnippets_marketplace_listing:edit", args=[listing.pk])
    assert client.get(url).status_code == 200
    data = {"category": listing.category_id, "register": "analytics", "price": "1", "state": "draft"}
    client.post(url, data)
    listing.refresh_from_db()
    assert (listing.register, listing.price, listing.state) == ("analytics", 1200, "released")


def test_a_category_in_use_cannot_be_deleted_and_says_so(client, staff, make):
    staff(groups.ADMINISTRATORS)
    listing = make()
    url = reverse("wagtailsnippets_marketplace_category:delete", args=[listing.category_id])
    assert "wird verwendet und bleibt erhalten: Angebote (1)." in client.post(url, follow=True).content.decode()
    assert Listing.objects.get().category == listing.category


def test_the_first_page_of_the_admin_counts_what_waits(client, staff):
    staff(groups.MODERATORS)
    submitted()
    assert reverse("marketplace_releases") in client.get("/admin/").content.decode()
    assert institution().listings.count() == 1


def test_an_institution_with_orders_cannot_be_deleted_and_that_is_no_500(client, staff, make):
    staff(groups.ADMINISTRATORS)
    buyer = institution("buyer")
    place(make("gift"), institution=buyer, now=None)
    client.raise_request_exception = False
    url = reverse("wagtailsnippets_accounts_institution:delete", args=[buyer.pk])
    assert client.post(url).status_code < 500
    assert type(buyer).objects.filter(pk=buyer.pk).exists()


def test_what_is_overdue_stands_first_and_says_so(client, staff):
    moderator = staff(groups.MODERATORS)
    calm, late = submitted("Ruhig"), submitted("Eilig")
    for listing, days in ((calm, 2), (late, -1)):
        offering.answer_by(listing, due_on=timezone.localdate() + timedelta(days=days), by=moderator)
    page = client.get(reverse("marketplace_releases")).content.decode()
    assert page.index("Eilig") < page.index("Ruhig")
    assert page.count("überfällig") == 1


def test_the_queue_costs_the_same_queries_at_one_and_at_three_listings(client, staff):
    staff(groups.MODERATORS)

    def cost() -> int:
        client.get(reverse("marketplace_releases"))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("marketplace_releases"))
        return len(asked)

    submitted("Eins")
    one = cost()
    submitted("Zwei"), submitted("Drei")
    assert cost() == one


def test_the_day_of_the_answer_is_typed_as_germans_do(client, staff):
    staff(groups.MODERATORS)
    listing = submitted()
    url = reverse("marketplace_release_due", args=[listing.pk])
    client.post(url, {"due_on": "24.12.2030"})
    listing.refresh_from_db()
    assert listing.due_on == date(2030, 12, 24)
    assert client.post(url, {"due_on": "morgen"}).status_code == 422


def test_staff_comment_on_what_waits(client, staff):
    moderator = staff(groups.MODERATORS)
    listing = submitted()
    url = reverse("marketplace_release_comment", args=[listing.pk])
    assert client.post(url, {"text": " "}).status_code == 422
    client.post(url, {"text": "Marktwert <b>prüfen</b>"})
    assert listing.release_comments.get().by == moderator
    page = client.get(reverse("marketplace_release", args=[listing.pk])).content.decode()
    assert "Marktwert &lt;b&gt;prüfen" in page


@pytest.mark.parametrize(("language", "words"), [("de", "So sehen es nach der Freigabe"), ("en", "everybody will")])
def test_the_preview_is_the_public_page_in_each_language(client, staff, language, words):
    staff(groups.MODERATORS)
    listing = submitted()
    page = client.get(reverse("marketplace_release_preview", args=[listing.pk, language])).content.decode()
    assert f'<html lang="{language}"' in page
    assert words in page
    assert "noindex" in page
    assert client.get(f"/admin/marketplace/releases/{listing.pk}/as/xx/", follow=True).status_code == 404


def several(action: str, *listings) -> str:
    query = "&".join(f"id={listing.pk}" for listing in listings)
    address = reverse("wagtail_bulk_action", args=["marketplace", "listing", action])
    return f"{address}?{query}&next=/admin/marketplace/releases/"


def test_several_listings_are_released_ended_and_extended_from_their_list(client, staff, make):
    staff(groups.MODERATORS)
    waiting, gift, loan = submitted("Wartet"), make("gift", title="Geschenk"), make("loan", title="Leihe")
    for action in ("release", "extend", "end"):
        assert client.get(several(action, waiting, gift)).status_code == 200
    client.post(several("release", waiting, gift))
    client.post(several("end", gift, loan))
    assert Listing.objects.current().count() == 1
    page = client.post(several("extend", gift, waiting), follow=True).content.decode()
    gift.refresh_from_db()
    assert gift.expires_on > timezone.localdate()
    assert "2 Angebote sind verlängert." in page


def test_what_cannot_be_done_is_named_and_stays(client, staff, make):
    staff(groups.MODERATORS)
    shown, waiting = make("device", title="Gerät ohne Frist"), submitted("Wartet noch")
    page = client.post(several("extend", shown, waiting), follow=True).content.decode()
    for words in ("Gerät ohne Frist", "Wartet noch"):
        assert words in page
    client.post(several("end", waiting))
    waiting.refresh_from_db()
    assert (waiting.state, waiting.expires_on) == ("submitted", None)


def test_editors_do_nothing_with_several_listings(client, staff, make):
    staff(groups.EDITORS)
    listing = make("gift")
    client.post(several("end", listing))
    listing.refresh_from_db()
    assert listing.is_current


def test_one_object_is_shown_in_words(client, staff, make):
    """No None, no True, no list in brackets, no time of Greenwich."""
    staff(groups.ADMINISTRATORS)
    order = place(make("device", opening_days=[0, 1, 2], opens_at=time(8), closes_at=time(18)))
    Order.objects.filter(pk=order.pk).update(placed_at=datetime(2026, 7, 1, 10, tzinfo=UTC))
    for row, words in ((order, "01.07.2026 12:00"), (order.listing, "Montag–Mittwoch")):
        url = reverse(f"wagtailsnippets_marketplace_{row._meta.model_name}:inspect", args=[row.pk])
        shown = re.findall(r"<dd>\s*(.*?)\s*</dd>", client.get(url).content.decode(), re.DOTALL)
        assert any(words in value for value in shown)
        assert [value for value in shown if value in ("None", "True", "False") or value[:1] in ("[", "{")] == []
