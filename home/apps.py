from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Content")

    def ready(self) -> None:
        # Imported here: receivers need the models, which are not loaded before.
        from home import receivers  # noqa: F401
