"""Forms at the door."""

from uuid import uuid4

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.accounts.kinds import TargetGroup
from portal.language.mailbox_fields import MailboxFormField
from portal.language.typed import LineField


class WalkInForm(forms.Form):
    """A guest without registration. `beyond` appears once the seats are gone."""

    name = LineField(label=_("Name"), max_length=120)
    institution = LineField(label=_("Institution"), max_length=150, required=False)
    target_group = forms.ChoiceField(label=_("Target group"), choices=TargetGroup)
    email = MailboxFormField(
        label=_("Email address"), required=False, help_text=_("For material after the event. Only if the guest wants.")
    )
    beyond = forms.BooleanField(label=_("Let this guest in beyond the seats"), required=False)
    press = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, asks_beyond: bool = False, **kwargs):
        super().__init__(*args, initial={"press": uuid4(), "target_group": TargetGroup.OTHER}, **kwargs)
        if not asks_beyond:
            del self.fields["beyond"]

    @property
    def deed(self) -> dict:
        """The arguments of `checkin.walk_in`."""
        language = (get_language() or settings.LANGUAGE_CODE)[:2]
        return self.cleaned_data | {"language": language}


class PressForm(forms.Form):
    """One tap on "check in"."""

    registration = forms.IntegerField(min_value=1, max_value=2**31 - 1)
    position = forms.IntegerField(min_value=1, max_value=99)
    press = forms.UUIDField()


class UndoForm(forms.Form):
    attendance = forms.IntegerField(min_value=1, max_value=2**62)


class ScanForm(forms.Form):
    """What the camera has read, or somebody has typed from a ticket."""

    ticket = LineField(max_length=300)
    press = forms.UUIDField()
