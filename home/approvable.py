"""Pages in moderation can be approved by people outside: a yes is the asker's own step in Wagtail's workflow."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, TaskState, WorkflowState

from portal.approvals import subjects
from portal.refusals import Refusal


class EditedSince(Refusal):
    message = gettext_lazy("The page was edited after it had been submitted; the new version has to be submitted.")


class PageInModeration(subjects.Subject):
    word, model = "page", Page

    def fetch(self, pk, user):
        page = Page.objects.filter(pk=pk).first()
        return page if page and page.permissions_for_user(user).can_edit() else None

    def lock(self, pk):
        # In the order in which Wagtail itself writes when it cancels: the workflow, then its step.
        page = Page.objects.filter(pk=pk).first()
        for states in (WorkflowState.objects.active(), TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)):
            list(states.filter(**_about(states.model, pk)).select_for_update(of=("self",)).order_by("pk"))
        return page

    def is_waiting(self, page):
        step = _step(page)
        return step is not None and step.status == TaskState.STATUS_IN_PROGRESS

    def may_release(self, page, user):
        step = _step(page)
        if step is None or not user.is_active:
            return False
        actions = step.task.specific.get_actions(page.specific, user)
        return any(name == "approve" for name, *_words in actions)

    def version(self, page):
        step = _step(page)
        return f"{step.pk}-{step.revision_id}" if step else ""

    def release(self, page, *, approval, now):
        step = _step(page)
        if step.revision_id != Page.objects.values_list("latest_revision_id", flat=True).get(pk=page.pk):
            raise EditedSince
        # The number, not the name: Wagtail keeps the sentence for ever.
        words = _("Approved from outside (no. %(number)s)") % {"number": approval.pk}
        step.specific.approve(user=approval.asked_by, comment=words)

    def languages(self, page):
        return [page.locale.language_code]

    def preview(self, page, request):
        return _step(page).revision.as_object().make_preview_request(request)

    def desk(self, page):
        return reverse("wagtailadmin_pages:edit", args=[page.pk])

    def title(self, page):
        step = _step(page)
        return step.revision.as_object().title if step else page.get_latest_revision_as_object().title


def _step(page: Page) -> TaskState | None:
    """The step that the page waits at, with its revision."""
    state = WorkflowState.objects.active().filter(**_about(WorkflowState, page.pk)).first()
    if state is None or state.current_task_state_id is None:
        return None
    return TaskState.objects.select_related("revision", "task").get(pk=state.current_task_state_id)


def _about(model, pk: int) -> dict:
    """The rows of `model` that belong to the page; workflows know what they are about by type and text."""
    path = "workflow_state__" if model is TaskState else ""
    return {f"{path}base_content_type__app_label": "wagtailcore", f"{path}base_content_type__model": "page"} | {
        f"{path}object_id": str(pk)
    }


subjects.register(PageInModeration())
