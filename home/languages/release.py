"""How a translation goes live: handed in by its translator, released or published by whoever may.

wagtail-localize's editor knows one step, "publish", and offers to everybody else the page's end as a translation.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from home.languages import guard

BEFORE_LOCALIZE = -1


class Step(models.TextChoices):
    """What the buttons below a translation send as `action`."""

    PUBLISH = "publish", gettext_lazy("Publish")
    RELEASE = "release", gettext_lazy("Release")
    SUBMIT = "submit", gettext_lazy("Submit for release")


def steps(page: Page, user) -> list[Step]:
    """What this person may do with the translation now, the usual first."""
    rights = page.permissions_for_user(user)
    if rights.page_locked():
        return []
    if page.workflow_in_progress:
        if _may_release(page, user) and not _translated_since(page):
            return [Step.RELEASE]
        return [Step.PUBLISH] if rights.can_publish() else []
    submit = [Step.SUBMIT] if rights.can_submit_for_moderation() else []
    return [Step.PUBLISH, *submit] if rights.can_publish() else submit


def translation_of(page: Page) -> Translation | None:
    """The synced translation that the page is, None if it is written by hand."""
    found = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    )
    return found.select_related("source", "target_locale").first()


@hooks.register("before_edit_page", order=BEFORE_LOCALIZE)
def take_step(request, page):
    """wagtail-localize's own answer counts the address as a missing text and knows no release."""
    if request.method != "POST" or request.POST.get("action") not in Step.values:
        return None
    translation = translation_of(page)
    if translation is None:
        return None
    step = Step(request.POST["action"])
    if step not in steps(page, request.user):
        raise PermissionDenied
    if guard.refuse(request, page):
        return redirect(request.path)
    try:
        done = _DEEDS[step](page, translation, request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        page.refresh_from_db()
        messages.success(request, done % {"page": page.get_latest_revision_as_object().get_admin_display_title()})
    return redirect(request.path)


@hooks.register("construct_page_action_menu")
def end_no_translation_that_one_may_not_publish(menu_items, request, context) -> None:
    page = context.get("page")
    if page and not page.permissions_for_user(request.user).can_publish():
        menu_items[:] = [item for item in menu_items if item.name != "localize-convert-to-alias"]


@transaction.atomic
def _publish(page: Page, translation: Translation, user) -> str:
    translation.save_target(user=user, publish=False)
    page.refresh_from_db()
    page.get_latest_revision().publish(user=user)
    return _("“%(page)s” is published.")


@transaction.atomic
def _submit(page: Page, translation: Translation, user) -> str:
    translation.save_target(user=user, publish=False)
    page.refresh_from_db()
    waiting = page.current_workflow_state
    if waiting and waiting.status == waiting.STATUS_NEEDS_CHANGES:
        waiting.resume(user)
    else:
        page.get_workflow().start(page, user)
    return _("“%(page)s” is submitted for release.")


def _release(page: Page, translation: Translation, user) -> str:
    page.current_workflow_task.on_action(page.current_workflow_task_state, user, "approve")
    return _("“%(page)s” is released.")


_DEEDS = {Step.PUBLISH: _publish, Step.SUBMIT: _submit, Step.RELEASE: _release}


def _may_release(page: Page, user) -> bool:
    task = page.current_workflow_task
    return bool(task) and any(name == "approve" for name, *_words in task.get_actions(page, user))


def _translated_since(page: Page) -> bool:
    """Whether words were changed that the submitted version does not have."""
    submitted = page.current_workflow_task_state.revision.created_at
    changed = StringTranslation.objects.filter(
        context__object_id=page.translation_key, locale_id=page.locale_id, updated_at__gt=submitted
    )
    return changed.exists()
