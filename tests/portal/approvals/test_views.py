"""The page behind the secret link, and where staff ask."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from marketplace.models import Listing
from marketplace.offers import verbs as offering
from portal.approvals import asking
from portal.approvals.models import Approval
from portal.approvals.states import Weight
from portal.web import tokens
from tests.portal.approvals.making import WHO, ask, version

pytestmark = pytest.mark.django_db


def link(approval, name="answer", language="de") -> str:
    with translation.override(language):
        return reverse(f"approvals:{name}", args=[tokens.make("approval", approval)])


def post(client, approval, **said):
    return client.post(link(approval), {"seen": version(approval.subject), **said})


def test_the_link_shows_who_asks_a_preview_in_both_languages_and_a_form(client, listing, moderator):
    approval = ask(listing, moderator, message="Stimmt der Preis?")
    shown = client.get(link(approval)).content.decode()
    for words in ("Mia Muster", "Stimmt der Preis?", link(approval, "preview"), link(approval, "preview", "en")):
        assert words in shown


def test_reading_changes_nothing_however_often(client, listing, moderator, django_assert_max_num_queries):
    approval = ask(listing, moderator, weight=Weight.RELEASE)
    with django_assert_max_num_queries(16):
        client.get(link(approval))
    client.head(link(approval)), client.get(link(approval, "preview")), client.get(link(approval) + "?action=approve")
    approval.refresh_from_db()
    assert (approval.state, Listing.objects.get().state) == ("open", "submitted")


@pytest.mark.parametrize("name", ["answer", "preview"])
def test_the_address_is_told_to_nobody(client, listing, moderator, name):
    headers = client.get(link(ask(listing, moderator), name)).headers
    assert headers["X-Robots-Tag"] == "noindex, nofollow"
    assert headers["Referrer-Policy"] == "strict-origin"
    assert "no-store" in headers["Cache-Control"]


def test_the_preview_shows_the_draft_and_may_be_framed_by_ourselves_only(client, listing, page, moderator):
    for row, words in ((listing, "Waage"), (page, "Neu.")):
        response = client.get(link(ask(row, moderator), "preview"))
        assert words in response.content.decode()
        assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
        policy = response.headers["Content-Security-Policy"]
        assert "frame-ancestors 'self'" in policy
        assert "form-action 'none'" in policy


def test_the_preview_of_a_listing_says_so_and_takes_no_orders(client, listing, moderator):
    shown = client.get(link(ask(listing, moderator), "preview", "en")).content.decode()
    assert "Nothing can be ordered here." in shown
    assert '<form class="form form-wide"' not in shown


def test_approving_by_the_button_releases_and_says_thanks(client, listing, moderator):
    approval = ask(listing, moderator, weight=Weight.RELEASE)
    response = post(client, approval, action="approve")
    assert (response.status_code, response.headers["Location"]) == (303, link(approval))
    assert Listing.objects.get().state == "released"
    assert "Vielen Dank. Sie haben zugestimmt." in client.get(link(approval)).content.decode()


def test_a_comment_without_words_is_asked_for_again(client, listing, moderator):
    approval = ask(listing, moderator)
    response = post(client, approval, action="comment", comment="  ")
    shown = response.content.decode()
    assert response.status_code == 422
    assert 'aria-invalid="true"' in shown
    assert "Bitte schreiben Sie, was Sie anmerken möchten." in shown
    assert post(client, approval, action="comment", comment="Foto fehlt").status_code == 303
    assert Approval.objects.get().answer == "Foto fehlt"


@pytest.mark.parametrize("said", [{}, {"action": "publish"}, {"action": "approve", "comment": "x\x07"}])
def test_nonsense_changes_nothing(client, listing, moderator, said):
    approval = ask(listing, moderator, weight=Weight.RELEASE)
    assert post(client, approval, **said).status_code == 422
    assert Listing.objects.get().state == "submitted"


def test_a_form_without_its_token_is_refused(listing, moderator):
    strict = Client(enforce_csrf_checks=True)
    assert post(strict, ask(listing, moderator), action="approve").status_code == 403


def test_a_new_version_is_shown_before_the_yes_counts_and_the_words_are_kept(client, listing, moderator):
    approval = ask(listing, moderator, weight=Weight.RELEASE)
    seen = version(listing)
    offering.change(listing, by=None, texts={"de": ("Waage", "Jetzt ganz anders.")})
    response = client.post(link(approval), {"seen": seen, "action": "approve", "comment": "Schön."})
    shown = response.content.decode()
    assert response.status_code == 409
    for words in ("Bitte noch einmal ansehen", "Schön.", version(listing)):
        assert words in shown
    assert Listing.objects.get().state == "submitted"


def test_closed_links_say_so_in_plain_words_and_show_no_draft(client, listing, moderator):
    revoked, late, withdrawn = (ask(listing, moderator, email=f"{name}@example.org") for name in "abc")
    asking.revoke(revoked, by=moderator)
    Approval.objects.filter(pk=late.pk).update(asked_at=timezone.now() - timedelta(days=14))
    for approval, words in ((revoked, "wurde zurückgenommen"), (late, "ist abgelaufen")):
        assert words in client.get(link(approval)).content.decode()
        assert client.get(link(approval, "preview")).status_code == 302
        assert post(client, approval, action="approve").status_code == 409
    offering.withdraw(listing, by=None)
    assert "keine Freigabe mehr nötig" in client.get(link(withdrawn)).content.decode()
    assert client.get(link(withdrawn, "preview")).status_code == 302


def test_a_forged_link_opens_nothing(client, listing, moderator):
    approval = ask(listing, moderator)
    good = tokens.make("approval", approval)
    for bad in (good[:-1] + ("0" if good[-1] != "0" else "1"), f"{approval.pk}-", tokens.make("manage", approval)):
        assert client.get(reverse("approvals:answer", args=[bad])).status_code == 404
        assert client.post(reverse("approvals:answer", args=[bad]), {"action": "approve"}).status_code == 404


def test_a_link_gives_no_way_into_the_admin(client, listing, moderator):
    client.get(link(ask(listing, moderator)))
    assert client.get("/admin/").status_code == 302


def door(row) -> str:
    return reverse("ask_outside", args=["listing" if isinstance(row, Listing) else "page", row.pk])


def test_staff_ask_about_a_listing_and_about_a_page(client, listing, page, moderator):
    client.force_login(moderator)
    for row in (listing, page):
        shown = client.get(door(row)).content.decode()
        assert "in meinem Namen" in shown
        assert client.post(door(row), {**WHO, "weight": "release"}).status_code == 302
        assert "noch nicht beantwortet" in client.get(door(row)).content.decode()
    assert Approval.objects.filter(weight="release").count() == 2
    assert mail.outbox == []


def test_an_editor_may_ask_for_advice_on_a_page_but_gives_no_release_away(client, page, listing, editor):
    client.force_login(editor)
    assert "in meinem Namen" not in client.get(door(page)).content.decode()
    assert client.post(door(page), {**WHO, "weight": "release"}).status_code == 422
    assert client.post(door(page), {**WHO, "weight": "advice"}).status_code == 302
    assert client.get(door(listing), follow=True).status_code == 404


def test_mistakes_are_told_beside_their_field(client, listing, moderator):
    client.force_login(moderator)
    response = client.post(door(listing), {**WHO, "email": "kai@", "weight": "advice"})
    assert response.status_code == 422
    assert "kai@" in response.content.decode()
    assert not Approval.objects.exists()


def test_staff_take_a_question_back_and_strangers_cannot(client, listing, moderator, editor):
    approval = ask(listing, moderator)
    url = reverse("revoke_approval", args=[approval.pk])
    client.force_login(editor)
    assert client.post(url, follow=True).status_code == 404
    client.force_login(moderator)
    assert client.get(url).status_code == 405
    client.post(url)
    approval.refresh_from_db()
    assert approval.state == "revoked"


def test_the_page_editor_leads_there_while_the_page_waits(client, page, moderator, site_tree):
    client.force_login(moderator)
    assert door(page) in client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert door(site_tree.de) not in client.get(f"/admin/pages/{site_tree.de.pk}/edit/").content.decode()
