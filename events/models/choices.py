from django import forms
from django.contrib.postgres.fields import ArrayField


class ChoicesField(ArrayField):
    """Several of a short closed list in one column, ticked as boxes in the admin."""

    def formfield(self, **kwargs):
        return super(ArrayField, self).formfield(
            **{
                "form_class": forms.TypedMultipleChoiceField,
                "choices_form_class": forms.TypedMultipleChoiceField,
                "choices": self.base_field.choices,
                "coerce": self.base_field.to_python,
                "widget": forms.CheckboxSelectMultiple,
            }
            | kwargs
        )
