"""A question to the owner: one letter to whoever answers, none to the asker, kept for a while."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from home import samples
from marketplace import privacy
from marketplace.models import Question
from marketplace.questions import verbs as asking
from marketplace.refusals import NotOffered
from portal.accounts.models import User
from tests.marketplace.making import draft, institution, member

pytestmark = pytest.mark.django_db

SAID = {"name": "Ada Beispiel", "email": "ada@example.org", "text": "Passt mein Rotor?"}


def ask(client, listing, **more):
    return client.post(reverse("marketplace:ask", args=[listing.pk]), SAID | more)


def test_the_page_of_a_listing_takes_a_question_without_an_account(client, make, post_office):
    contact = samples.person(email="laborleitung@example.org")
    listing = make(contact=contact)
    page = client.get(listing.get_absolute_url()).content.decode()
    assert f'action="{reverse("marketplace:ask", args=[listing.pk])}"' in page
    post_office().clear()
    response = ask(client, listing)
    assert (response.status_code, response["Location"]) == (303, listing.get_absolute_url())
    assert "Ihre Frage ist unterwegs" in client.get(listing.get_absolute_url()).content.decode()
    (mail,) = post_office()
    assert [address for address in mail.to if "laborleitung@example.org" in address]
    assert "ada@example.org" in mail.reply_to[0]
    assert "Passt mein Rotor?" in mail.body


def test_without_a_contact_those_who_act_for_the_institution_get_it(client, make, post_office):
    listing = make()
    member(institution())
    post_office().clear()
    ask(client, listing)
    assert ["manager@owner.example" in mail.to[0] for mail in post_office()] == [True]


def test_known_and_unknown_addresses_are_answered_alike_and_neither_gets_a_letter(client, make, post_office):
    listing = make(contact=samples.person(email="laborleitung@example.org"))
    User.objects.create_user(email="known@example.org", password="x")
    post_office().clear()
    answers = [ask(client, listing, email=email) for email in ("known@example.org", "unknown@example.org")]
    assert {(answer.status_code, answer["Location"]) for answer in answers} == {(303, listing.get_absolute_url())}
    assert {address for mail in post_office() for address in mail.to if "known@" in address} == set()


def test_robots_are_thanked_and_nothing_is_kept(client, make):
    assert ask(client, make(), website_2="https://spam.example").status_code == 303
    assert not Question.objects.exists()


def test_what_is_missing_is_told_and_what_was_typed_stays(client, make):
    response = ask(client, make(), email="ada@", text="")
    page = response.content.decode()
    assert response.status_code == 422
    assert 'href="#ask_email"' in page
    assert 'href="#ask_text"' in page
    assert 'value="Ada Beispiel"' in page
    assert not Question.objects.exists()


def test_one_address_asks_ten_times_an_hour(client, make):
    listing = make()
    answers = [ask(client, listing, text=f"Frage {number}").status_code for number in range(11)]
    assert answers == [303] * 10 + [429]


def test_asked_twice_it_goes_out_once(make):
    listing = make()
    asked = [asking.ask(listing, **SAID, language="de") for _press in range(2)]
    assert asked[0] == asked[1]
    asking.ask(listing, **SAID | {"text": "Und noch etwas?"}, language="de")
    assert Question.objects.count() == 2


def test_only_what_is_on_the_shelf_is_asked_about(client, make):
    hidden = draft()
    assert ask(client, hidden).status_code == 404
    with pytest.raises(NotOffered):
        asking.ask(hidden, **SAID, language="de")


def test_questions_are_exported_erased_and_forgotten(make):
    listing, now = make(), timezone.now()
    for email, days in (("ada@example.org", 1), ("bob@example.org", 29), ("old@example.org", 30)):
        when = now - timedelta(days=days)
        Question.objects.create(listing=listing, language="de", asked_at=when, **SAID | {"email": email})
    assert [row["text"] for row in privacy.export("Ada@example.org")["questions"]] == ["Passt mein Rotor?"]
    privacy.erase("ada@example.org")
    assert asking.forget(now=now) == 1
    assert [one.email for one in Question.objects.all()] == ["bob@example.org"]
