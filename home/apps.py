from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Content")

    def import_models(self) -> None:
        super().import_models()
        # The page types stand a floor above the facts, so `models` cannot name them.
        import_module("home.pages")
        import_module("home.answers.page")

    def ready(self) -> None:
        # Imported here: they need the models, which are not loaded before.
        from home import receivers  # noqa: F401
        from home.checks import go_live  # noqa: F401
        from home.desk import moderation

        moderation.take_over()
