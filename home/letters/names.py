"""What the office's own letter texts may name about an answer to a form, and about a page in moderation."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Comment, TaskState, WorkflowState

from home.models import Answer
from portal.letters import wording


@wording.placeholders(Answer, form=_("title of the form"))
def names(answer: Answer) -> dict:
    return {"form": answer.page.title}


@wording.placeholders(TaskState, title=_("title of the page"))
def names_of_step(step: TaskState) -> dict:
    return {"title": str(step.workflow_state.content_object)}


@wording.placeholders(WorkflowState, title=_("title of the page"))
def names_of_workflow(state: WorkflowState) -> dict:
    return {"title": str(state.content_object)}


@wording.placeholders(Comment, title=_("title of the page"))
def names_of_thread(comment: Comment) -> dict:
    return {"title": str(comment.page)}
