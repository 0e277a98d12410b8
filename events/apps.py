from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Events")

    def import_models(self) -> None:
        super().import_models()
        # The page types stand a floor above the facts, so `models` cannot name them.
        import_module("events.pages")

    def ready(self) -> None:
        # Imported here: receivers need the models, which exist only now.
        from events import receivers  # noqa: F401
