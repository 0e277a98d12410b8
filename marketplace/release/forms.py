from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from marketplace.orders.forms import ReasonForm
from portal.language.typed import TextField


class SendBackForm(ReasonForm):
    """The office says what has to change."""


class CommentForm(forms.Form):
    """Staff to staff."""

    text = TextField(label=_("Comment"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class DueForm(forms.Form):
    """By when the office answers; empty: no day at all."""

    due_on = forms.DateField(label=_("Answer due on"), required=False, widget=AdminDateInput)
