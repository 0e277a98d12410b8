from django.apps import AppConfig
from django.db.models import SlugField


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
