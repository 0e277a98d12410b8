"""Moderation writes letters of the house: to whom, in which language, with whose answer, and only while it is true."""

import pytest
from django.core import mail
from wagtail.models import Comment, CommentReply, PageSubscription, Workflow
from wagtail.users.models import UserProfile

from home.desk import moderation
from portal.accounts import groups
from portal.accounts.people import enroll
from tests import post_office

pytestmark = pytest.mark.django_db
WISHES = {moderation.SUBMITTED: "moderator", moderation.RETURNED: "author", moderation.RELEASED: "author"}


@pytest.fixture
def people(site_tree):
    groups.grant()
    return {
        "author": enroll("author@example.org", staff_groups=("Editors",), language="en", first_name="Ann"),
        "moderator": enroll("moderator@example.org", staff_groups=("Moderators",), first_name="Mona"),
    }


def submit(page, author):
    """A new version handed in; the state of its workflow."""
    page.title = "Neu: Kataster"
    page.save_revision(user=author)
    return Workflow.objects.get(active=True).start(page, author)


def decide(state, action: str, user, **words):
    step = state.current_task_state
    step.task.specific.on_action(step.specific, user, action, **words)


def delivered() -> list:
    post_office.deliver_waiting()
    sent, mail.outbox[:] = list(mail.outbox), []
    return sent


def told(message) -> tuple[str, str, str]:
    """Address, language and whose answer."""
    return message.to[0].split("<")[-1].strip(">"), message.extra_headers["Content-Language"], message.reply_to[0]


def test_who_may_release_is_asked_in_a_letter_of_the_house(people, article):
    submit(article, people["author"])
    assert mail.outbox == [], "Wagtail's own mail is still sent"
    (letter,) = delivered()
    assert told(letter) == ("moderator@example.org", "de", "Ann <author@example.org>")
    assert letter.subject == "Bitte freigeben: Neu: Kataster"
    assert "Ann hat „Neu: Kataster“ zur Freigabe eingereicht." in letter.body
    assert f"/admin/pages/{article.pk}/edit/" in letter.body
    assert 'class="button"' in letter.alternatives[0][0]


def test_an_administrator_is_asked_once_and_never_about_own_pages(people, article, admin_user):
    groups.grant()
    admin_user.groups.add(*groups.Group.objects.filter(name=groups.MODERATORS))
    submit(article, people["author"])
    assert sorted(told(letter)[0] for letter in delivered()) == sorted([admin_user.email, "moderator@example.org"])


def test_nobody_is_asked_to_release_their_own(people, article):
    submit(article, people["moderator"])
    assert delivered() == []


def test_the_author_hears_of_the_release_and_reads_it(people, article):
    state = submit(article, people["author"])
    delivered()
    decide(state, "approve", people["moderator"])
    (letter,) = delivered()
    assert told(letter) == ("author@example.org", "en", "Mona <moderator@example.org>")
    assert letter.subject == "Released: Neu: Kataster"
    assert article.full_url in letter.body


def test_the_author_hears_why_it_came_back(people, article):
    state = submit(article, people["author"])
    delivered()
    decide(state, "reject", people["moderator"], comment="Bildnachweis fehlt.")
    (letter,) = delivered()
    assert letter.subject == "Please revise: Neu: Kataster"
    assert "Comment: Bildnachweis fehlt." in letter.body


def test_a_letter_that_is_overtaken_is_not_sent(people, article):
    state = submit(article, people["author"])
    decide(state, "reject", people["moderator"])
    state.refresh_from_db()
    state.resume(people["author"])
    subjects = [letter.subject for letter in delivered()]
    assert subjects == ["Bitte freigeben: Neu: Kataster"]


@pytest.mark.parametrize("wish", WISHES)
def test_everybody_may_turn_it_off(people, article, wish):
    profile = UserProfile.get_for_user(people[WISHES[wish]])
    setattr(profile, wish, False)
    profile.save()
    state = submit(article, people["author"])
    if wish != moderation.SUBMITTED:
        delivered()
        decide(state, "approve" if wish == moderation.RELEASED else "reject", people["moderator"])
    assert delivered() == []


def remark(page, user) -> Comment:
    return Comment.objects.create(page=page, user=user, text="Stimmt die Zahl?", contentpath="title")


def test_comments_reach_who_follows_the_page(people, article):
    PageSubscription.objects.create(user=people["author"], page=article, comment_notifications=True)
    thread = remark(article, people["moderator"])
    changes = {"new_comments": [thread], "resolved_comments": [], "deleted_comments": [], "new_replies": []}
    context = changes | {"replied_comments": []}
    moderation.edit.send_notification([people["author"]], "updated_comments", context)
    (letter,) = delivered()
    assert letter.subject == f"Comment: {article.title}"
    assert told(letter)[2] == "Mona <moderator@example.org>"
    assert "Mona: Stimmt die Zahl?" in letter.body


def test_a_thread_is_told_with_its_answers(people, article):
    thread = remark(article, people["moderator"])
    CommentReply.objects.create(comment=thread, user=people["author"], text="Ja, 37.")
    letter = moderation.page_commented(Comment.objects.get(pk=thread.pk), people["moderator"])
    assert [text for _name, text in letter.facts] == ["Stimmt die Zahl?", "Ja, 37."]
    assert letter.answered_by == ("Ann", "author@example.org")
