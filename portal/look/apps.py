from django.apps import AppConfig
from django.db.models import SlugField

from portal.language.typed import guard_all_forms

# Before there are models: forms are made while they load.
guard_all_forms()


class LookConfig(AppConfig):
    """The face: base template, components, drawings, style sheets."""

    name = "portal.look"
    label = "look"

    def ready(self) -> None:
        # Imported here: forms need the apps to be loaded.
        from wagtail.admin.forms.models import register_form_field_override
        from wagtail.admin.widgets import SlugInput

        from portal.language import folding, slugs  # noqa: F401 registers its lookup

        register_form_field_override(SlugField, override={"widget": SlugInput(formatters=slugs.formatters())})
