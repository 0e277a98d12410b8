from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Content")

    def ready(self) -> None:
        # Imported here: they need the models, which are not loaded before.
        from home import checks, receivers  # noqa: F401
