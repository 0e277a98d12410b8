"""Letters of the office."""

from django.utils.translation import gettext as _

from home.models import Answer
from portal.language.mailbox import absolute
from portal.letters import outbox
from portal.letters.letter import Letter
from portal.letters.readers import Reader


@outbox.letter(Answer, to=Reader.OFFICE)
def answer_arrived(answer: Answer, reader) -> Letter:
    """To the office or the section's contact: what a visitor wrote on a form."""
    page = answer.page.specific
    labels = dict(page.get_data_fields())
    told = [(labels[name], _said(value)) for name, value in answer.form_data.items() if name in labels and value]
    return Letter(
        to=page.recipient,
        name="",
        subject=_("New answer: %(form)s") % {"form": page.title},
        paragraphs=[_("Somebody filled in the form “%(form)s”.") % {"form": page.title}],
        facts=told,
        button=(_("All answers"), absolute(f"/admin/forms/submissions/{page.pk}/")),
        answered_by=_writer(page, answer.form_data),
    )


def _writer(page, said: dict) -> tuple[str, str] | None:
    """The address that the form asked for: whoever answers the letter writes to the visitor."""
    asked = (field.clean_name for field in page.get_form_fields() if field.field_type == "email")
    address = next((said[name] for name in asked if said.get(name)), "")
    return (address, address) if address else None


def _said(value) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return _("yes") if value is True else str(value)
