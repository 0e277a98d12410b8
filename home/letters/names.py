"""What the office's own letter texts may name about an answer to a form."""

from django.utils.translation import gettext_lazy as _

from home.models import Answer
from portal.letters import wording


@wording.placeholders(Answer, form=_("title of the form"))
def names(answer: Answer) -> dict:
    return {"form": answer.page.title}
