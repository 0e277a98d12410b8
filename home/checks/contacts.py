"""Broken contacts: people and institutions that readers cannot reach.

Each room tells its own in `contacts.py`: a function `troubles() -> Iterator[Trouble]`.
"""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from home.models import Person
from portal import sockets


@dataclass(frozen=True)
class Trouble:
    """`subject` cannot be reached, or leads nowhere; `url` is where it is mended."""

    subject: str
    kind: str
    message: str
    url: str = ""


def all_troubles() -> list[Trouble]:
    return [trouble for module in sockets.modules("contacts") for trouble in module.troubles()]


def edit(row) -> str:
    return reverse(f"wagtailsnippets_{row._meta.app_label}_{row._meta.model_name}:edit", args=[row.pk])


def nobody_answers(person: Person | None) -> bool:
    return person is not None and not person.email


def no_address(person: Person) -> str:
    return _("%(person)s is named as contact, but has no email address.") % {"person": person}
