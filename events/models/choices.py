from django import forms
from django.contrib.postgres.fields import ArrayField


class ChoicesField(ArrayField):
    """Several of a short closed list in one column, ticked as boxes in the admin."""

    def contribute_to_class(self, cls, name, **kwargs):
        """Django gives `get_<name>_display` to fields with choices of their own alone."""
        super().contribute_to_class(cls, name, **kwargs)
        labels = dict(self.base_field.flatchoices)
        setattr(cls, f"get_{name}_display", lambda row: [str(labels.get(one, one)) for one in getattr(row, name)])

    def formfield(self, **kwargs):
        return super(ArrayField, self).formfield(
            **{
                "form_class": forms.TypedMultipleChoiceField,
                "choices_form_class": forms.TypedMultipleChoiceField,
                "choices": self.base_field.choices,
                "coerce": self.base_field.to_python,
                "widget": forms.CheckboxSelectMultiple,
                # Wagtail prints no hidden first value: without it every list would count as changed.
                "show_hidden_initial": False,
            }
            | kwargs
        )
