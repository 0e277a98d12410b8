"""An example answer and an example page for the preview of letters; never stored."""

from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Comment, Locale, Task, TaskState, Workflow, WorkflowState

from home.answers.page import JoinField, JoinPage
from home.letters import page_released
from home.models import Answer
from home.pages import NewsPage
from portal.letters import examples

FORM = {"de": "Mitglied werden", "en": "Become a member"}
LABELS = {
    "de": {"name": "Ihr Name", "message": "Ihre Nachricht"},
    "en": {"name": "Your name", "message": "Your message"},
}
SAID = {
    "de": "Wir möchten unser Mikroskop mit anderen teilen.",
    "en": "We would like to share our microscope with others.",
}


@examples.of(Answer)
def answer(language: str):
    page = JoinPage(title=FORM[language], to_address="office@beispiel.example", pk=0)
    page.form_fields = [
        JoinField(clean_name=name, label=label, field_type="singleline") for name, label in LABELS[language].items()
    ]
    made = Answer(pk=0, form_data={"name": "Erika Beispiel", "message": SAID[language]})
    made.page = page
    return made


TITLES = {"de": "Neue Geräte im Kataster", "en": "New devices in the register"}
REASONS = {
    "de": "Bitte ergänzen Sie noch den Bildnachweis.",
    "en": "Please add the credit of the image.",
}

REMARKS = {"de": "Stimmt diese Zahl noch?", "en": "Is this number still right?"}


def _person(first_name: str, last_name: str):
    address = f"{first_name}@beispiel.example".lower()
    return get_user_model()(first_name=first_name, last_name=last_name, email=address)


def _page(language: str) -> NewsPage:
    locale = Locale.objects.filter(language_code=language).first() or Locale(language_code=language)
    return NewsPage(pk=0, title=TITLES[language], draft_title=TITLES[language], slug="x", locale=locale)


def _submitted(language: str, status: str, reason: str = "") -> TaskState:
    """By Erika Beispiel, and decided by Kim Muster."""
    state = WorkflowState(workflow=Workflow(name="–"), status=status, requested_by=_person("Erika", "Beispiel"))
    state.content_object = _page(language)
    step = TaskState(workflow_state=state, task=Task(pk=0, name="–"), started_at=timezone.now(), comment=reason)
    step.finished_by = _person("Kim", "Muster")
    state.current_task_state = step
    return step


@examples.of(TaskState)
def submitted(language: str):
    return _submitted(language, WorkflowState.STATUS_IN_PROGRESS), _person("Kim", "Muster")


@examples.of(page_released)
def released(language: str):
    return _submitted(language, WorkflowState.STATUS_APPROVED).workflow_state, _person("Erika", "Beispiel")


@examples.of(WorkflowState)
def returned(language: str):
    step = _submitted(language, WorkflowState.STATUS_NEEDS_CHANGES, REASONS[language])
    return step.workflow_state, _person("Erika", "Beispiel")


@examples.of(Comment)
def commented(language: str):
    thread = Comment(pk=0, page=_page(language), user=_person("Erika", "Beispiel"), text=REMARKS[language])
    return thread, _person("Kim", "Muster")
