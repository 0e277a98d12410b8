from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoachingConfig(AppConfig):
    name = "events.coaching"
    label = "coaching"
    verbose_name = _("Coaching")

    def import_models(self) -> None:
        super().import_models()
        # The page types stand a floor above the facts, so `models` cannot name them.
        import_module("events.coaching.pages")

    def ready(self) -> None:
        # Imported here: both need the models, which exist only now.
        from events.coaching import personal, receivers  # noqa: F401
