from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MarketplaceConfig(AppConfig):
    name = "marketplace"
    verbose_name = _("Marketplace")

    def import_models(self) -> None:
        super().import_models()
        # The page types stand a floor above the facts, so `models` cannot name them.
        import_module("marketplace.pages")

    def ready(self) -> None:
        # Imported here: receivers connect when the models are ready, and the map counts models.
        from home.region.map import count_also
        from marketplace import receivers  # noqa: F401
        from marketplace.map_layer import LISTINGS

        count_also("listings", LISTINGS)
