from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MarketplaceConfig(AppConfig):
    name = "marketplace"
    verbose_name = _("Marketplace")

    def ready(self) -> None:
        # Imported here: receivers connect when the models are ready, and the map counts models.
        from home.region_map import count_also
        from marketplace import receivers  # noqa: F401
        from marketplace.regions import LISTINGS

        count_also("listings", LISTINGS)
