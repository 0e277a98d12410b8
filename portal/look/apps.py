from django.apps import AppConfig
from django.db.models import CharField, SlugField

from portal.language.typed import guard_all_forms

# Before there are models: forms are made while they load.
guard_all_forms()


# What holds a sentence or two, in whatever language; names and titles stay on their line.
SENTENCES = {"lead", "teaser", "sentence", "own_sentence", "accessibility", "we_are_there", "co_exhibitors", "help"}
SENTENCES |= {"searches", "help_text", "purpose", "note", "goal", "reason", "outcome", "reached_note"}
ONE_LINE = 120


def says_a_sentence(field: CharField) -> bool:
    """Whether the admin asks for it in an area, below which it counts the signs."""
    name = field.name.removesuffix("_de").removesuffix("_en")
    return type(field) is CharField and not field.choices and field.max_length > ONE_LINE and name in SENTENCES


class LookConfig(AppConfig):
    """The face: base template, components, drawings, style sheets."""

    name = "portal.look"
    label = "look"

    def ready(self) -> None:
        # Imported here: forms need the apps to be loaded.
        from wagtail.admin.forms.models import register_form_field_override
        from wagtail.admin.widgets import AdminAutoHeightTextInput, SlugInput

        from portal.language import folding, slugs  # noqa: F401 registers its lookup

        def area(field) -> dict | None:
            return {"widget": AdminAutoHeightTextInput} if says_a_sentence(field) else None

        register_form_field_override(CharField, override=area)
        register_form_field_override(SlugField, override={"widget": SlugInput(formatters=slugs.formatters())})
