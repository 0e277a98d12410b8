"""What the words hold about a person: answers to forms, and the entry as a contact."""

from django.db import transaction
from django.db.models import ProtectedError, Q, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.models import Answer, Person
from portal.approvals import proposals
from portal.language.mailbox import ascii_form, same_mailbox
from portal.retention import Kept

NOBODY = "–"

PARTS = {"answers": gettext_lazy("Answers to forms"), "contact_entries": gettext_lazy("Entries as a contact")}


def kept() -> list[Kept]:
    return [
        Kept(
            _("Answers to our forms"),
            _("to answer you"),
            _("your consent, Art. 6(1)(a) GDPR"),
            _("until your matter is settled, or you ask us to erase them"),
        ),
        Kept(
            _("Contacts: name, function, email address, phone"),
            _("so that visitors know whom to ask"),
            _("our work for the network, Art. 6(1)(f) GDPR"),
            _("as long as you are a contact"),
        ),
    ]


def export(email: str) -> dict:
    """Answers that name the address, and contact entries under it."""
    answers = [{"form": a.page.title, "at": a.submit_time, "said": a.form_data} for a in _answers(email)]
    people = [
        {
            "name": str(person),
            "institution": str(person.institution or ""),
            "function": person.function,
            "phone": person.phone,
            "roles": [f"{role.section}: {role.get_function_display()}" for role in person.section_roles.all()],
        }
        for person in Person.objects.filter(email=email)
    ]
    return {name: rows for name, rows in (("answers", answers), ("contact_entries", people)) if rows}


def erase(email: str) -> list[str]:
    """Delete the answers; delete contact entries, or take the name out where a history hangs on them."""
    told = []
    for answer in _answers(email):
        words = _("Answer %(number)s to “%(form)s”: deleted.")
        told.append(words % {"number": answer.pk, "form": answer.page.title})
        answer.delete()
    for person in Person.objects.filter(email=email):
        told.append(_erase_person(person))
    return told


def addresses() -> set[str]:
    """Those that stand in answers: no column of their own tells them."""
    said = Answer.objects.values_list("form_data", flat=True)
    return {str(value) for data in said.iterator() for value in data.values() if "@" in str(value)}


def _erase_person(person: Person) -> str:
    pk = person.pk
    proposals.forget(person)
    try:
        with transaction.atomic():
            person.delete()
    except ProtectedError:
        for name in ("title", "first_name", "function_de", "function_en", "email", "phone"):
            setattr(person, name, "")
        person.pk, person.last_name, person.photo = pk, NOBODY, None
        person.save()
        return _("Contact entry %(number)s: emptied; its roles stay as history without a name.") % {"number": pk}
    return _("Contact entry %(number)s: deleted.") % {"number": pk}


def _answers(email: str) -> list[Answer]:
    """Answers of which one value is the address; a message that merely mentions it belongs to its writer."""
    wanted = same_mailbox(email)
    spelled = Q(text__icontains=wanted) | Q(text__icontains=ascii_form(email))
    likely = Answer.objects.annotate(text=Cast("form_data", TextField())).filter(spelled)
    return [a for a in likely.select_related("page") if wanted in {same_mailbox(str(v)) for v in a.form_data.values()}]
