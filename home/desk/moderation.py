"""What staff hear about pages in moderation and about comments: letters like all others, where Wagtail has mails of its
own. Who hears is as with Wagtail, and everybody can turn it off under *Account*."""

from functools import partial

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.pages import edit
from wagtail.models import Comment, Page, TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted
from wagtail.users.models import UserProfile

from portal.language.mailbox import absolute
from portal.letters import outbox
from portal.letters.letter import Kept, Letter, answering, dear
from portal.letters.readers import Reader

SUBMITTED, RELEASED, RETURNED = "submitted_notifications", "approved_notifications", "rejected_notifications"


@outbox.letter(TaskState, to=Reader.RELEASING)
def release_asked(step: TaskState, reader) -> Letter | None:
    """To whoever may release it; nothing once somebody has decided."""
    row, asker = step.workflow_state.content_object, step.workflow_state.requested_by
    if row is None or step.status != TaskState.STATUS_IN_PROGRESS:
        return None
    names = {"name": asker or _("Somebody"), "title": _title(row)}
    preview = reverse("wagtailadmin_pages:workflow_preview", args=[row.pk, step.task_id])
    return Letter(
        to=reader.email,
        name=str(reader),
        subject=_("Please release: %(title)s") % names,
        paragraphs=[
            dear(reader),
            _("%(name)s has submitted “%(title)s” for release. Please look at it and decide.") % names,
        ],
        facts=[*_facts(row), (_("Submitted"), _moment(step.started_at))],
        button=(_("Look at it and decide"), _desk(row)),
        links=[(_("Only see the preview"), absolute(preview))] if isinstance(row, Page) else [],
        answered_by=answering(asker),
    )


@outbox.letter(WorkflowState, to=Reader.AUTHORS)
def page_released(state: WorkflowState, reader) -> Letter | None:
    row = state.content_object
    if row is None or state.status != WorkflowState.STATUS_APPROVED:
        return None
    names = {"name": _decider(state) or _("Somebody"), "title": _title(row)}
    live = row.full_url if isinstance(row, Page) and row.live else ""
    return Letter(
        to=reader.email,
        name=str(reader),
        subject=_("Released: %(title)s") % names,
        paragraphs=[dear(reader), _("%(name)s has released “%(title)s”.") % names, *_comment(state)],
        facts=_facts(row),
        button=(_("Read it on the portal"), live) if live else (_("Open it in the administration"), _desk(row)),
        answered_by=answering(_decider(state)),
    )


@outbox.letter(WorkflowState, to=Reader.AUTHORS)
def page_returned(state: WorkflowState, reader) -> Letter | None:
    """Nothing once it was submitted again."""
    row = state.content_object
    if row is None or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return None
    names = {"name": _decider(state) or _("Somebody"), "title": _title(row)}
    return Letter(
        to=reader.email,
        name=str(reader),
        subject=_("Please revise: %(title)s") % names,
        paragraphs=[
            dear(reader),
            _("%(name)s has looked at “%(title)s” and asks you to change something.") % names,
            *_comment(state),
        ],
        facts=_facts(row),
        button=(_("Change it and submit it again"), _desk(row)),
        answered_by=answering(_decider(state)),
    )


@outbox.letter(Comment, to=Reader.AUTHORS)
def page_commented(comment: Comment, reader) -> Letter | None:
    """A thread of comments in the margin of a page, as it stands when the letter is written."""
    said = [comment, *sorted(comment.replies.all(), key=lambda reply: reply.created_at)]
    last = said[-1].user
    names = {"name": comment.resolved_by or last, "title": _title(comment.page)}
    sentence = (
        _("%(name)s has closed a comment on “%(title)s”.")
        if comment.resolved_at
        else _("%(name)s has commented on “%(title)s”.")
    )
    return Letter(
        to=reader.email,
        name=str(reader),
        subject=_("Comment: %(title)s") % names,
        paragraphs=[dear(reader), sentence % names],
        facts=[(str(one.user), one.text) for one in said],
        button=(_("Open it in the administration"), _desk(comment.page)),
        answered_by=answering(names["name"]),
    )


def _title(row) -> str:
    return row.get_admin_display_title() if isinstance(row, Page) else str(row)


def _facts(row) -> list[tuple[str, str]]:
    kind = row.specific_class if isinstance(row, Page) else type(row)
    facts = [(_("Kind"), str(kind._meta.verbose_name))]
    return [*facts, (_("Language"), str(row.locale))] if isinstance(row, Page) else facts


def _desk(row) -> str:
    return absolute(AdminURLFinder().get_edit_url(row) or reverse("wagtailadmin_home"))


def _decider(state: WorkflowState):
    return state.current_task_state.finished_by if state.current_task_state else None


def _comment(state: WorkflowState) -> list[str]:
    comment = state.current_task_state.comment if state.current_task_state else ""
    return [Kept(_("Comment: %(comment)s") % {"comment": comment})] if comment else []


def _moment(at) -> str:
    return date_format(timezone.localtime(at), "SHORT_DATETIME_FORMAT")


def ask_for_release(sender, instance, user=None, **kwargs):
    """To the groups of the step and to administrators, once each, but not to whoever submitted."""
    groups = getattr(instance.task.specific, "groups", None)
    wanted = Q(is_superuser=True) | Q(groups__in=groups.all() if groups else [])
    people = get_user_model().objects.filter(wanted).exclude(pk=user.pk if user else None).distinct()
    _tell(release_asked, instance, people.order_by("pk"), SUBMITTED)


def tell_author(sender, instance, user=None, *, builder, wish, **kwargs):
    """To whoever submitted, unless they decided themselves."""
    author = instance.requested_by
    _tell(builder, instance, [author] if author and author != user else [], wish)


tell_released = partial(tell_author, builder=page_released, wish=RELEASED)
tell_returned = partial(tell_author, builder=page_returned, wish=RETURNED)


def tell_commented(people, notification: str, context: dict) -> bool:
    """In the place of Wagtail's own function; a comment that was deleted has nothing left to say."""
    changed = [*context["new_comments"], *context["resolved_comments"]]
    changed += [thread["comment"] for thread in context["replied_comments"]]
    for comment in {one.pk: one for one in changed}.values():
        _tell(page_commented, comment, people, f"{notification}_notifications")
    return True


def _tell(builder, row, people, wish: str) -> None:
    for person in people:
        if person.is_active and person.email and getattr(UserProfile.get_for_user(person), wish):
            outbox.post(builder, row, reader=person)


def told_with_the_step(sender, **kwargs):
    """Administrators hear of a submission by the letter about its first step."""


# Signal, sender, the name under which Wagtail connects its own mail, and what takes its place.
INSTEAD = [
    (task_submitted, TaskState, "group_approval_task_submitted_email_notification", ask_for_release),
    (workflow_submitted, WorkflowState, "workflow_state_submitted_email_notification", told_with_the_step),
    (workflow_approved, WorkflowState, "workflow_state_approved_email_notification", tell_released),
    (workflow_rejected, WorkflowState, "workflow_state_rejected_email_notification", tell_returned),
]


def take_over() -> None:
    """Under Wagtail's names: whoever comes second, its app or ours, ours stays."""
    for signal, sender, name, receiver in INSTEAD:
        signal.disconnect(sender=sender, dispatch_uid=name)
        signal.connect(receiver, sender=sender, dispatch_uid=name)
    edit.send_notification = tell_commented
