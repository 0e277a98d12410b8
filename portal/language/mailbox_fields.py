"""The column and the form field of a mailbox: every address that the house takes goes through one of them."""

from django import forms
from django.db import models
from django.db.models.lookups import IContains
from django.utils.translation import gettext_lazy as _

from portal.language.mailbox import LONGEST, ascii_form, reachable, readable, same_mailbox


class MailboxFormField(forms.EmailField):
    """Typed in any spelling, cleaned to the readable one; what can never be reached is refused here."""

    default_validators = [reachable]

    def __init__(self, **options):
        options.setdefault("label", _("Email address"))
        super().__init__(**{"max_length": LONGEST} | options)

    def to_python(self, value):
        return same_mailbox(super().to_python(value))


class MailboxField(models.EmailField):
    """Stored in ASCII, read in readable letters; a lookup by any spelling finds it. The database holds the spelling."""

    default_validators = [reachable]

    def formfield(self, **options):
        return super().formfield(**{"form_class": MailboxFormField} | options)

    def from_db_value(self, value, expression, connection):
        return value and readable(value)

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return value and ascii_form(value)

    def pre_save(self, model_instance, add):
        if value := getattr(model_instance, self.attname):
            setattr(model_instance, self.attname, same_mailbox(value))
        return super().pre_save(model_instance, add)

    def db_check(self, connection):
        column = connection.ops.quote_name(self.column)
        return f"{column} !~ '[^!-~]' AND {column} = lower({column})"


@MailboxField.register_lookup
class MailboxContains(IContains):
    """Searched by a whole address, the spelling does not count; by a part of one, the stored letters do."""

    def get_prep_lookup(self):
        return ascii_form(self.rhs) if isinstance(self.rhs, str) else self.rhs
