"""What a person says who decides on a withdrawal."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.language.typed import LineField, TextField


class CarryOutForm(forms.Form):
    """`knows`: which contract is meant is known already."""

    contract = LineField(
        label=_("Number of the contract"),
        max_length=60,
        help_text=_("TP-… of the payment, or B-… of the order: what is ended, and whose money goes back."),
    )

    def __init__(self, *args, knows: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if knows:
            self.fields["contract"].required = False
            self.fields["contract"].help_text = _("Only if it is another one than named above.")


class RefuseForm(forms.Form):
    reason = TextField(
        label=_("Why there is no right of withdrawal"),
        max_length=1000,
        widget=forms.Textarea({"rows": 5}),
        help_text=_("Whoever declared it reads this in our letter. Name the reason of the law."),
    )
