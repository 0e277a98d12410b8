from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InvoicesConfig(AppConfig):
    name = "portal.invoices"
    label = "invoices"
    verbose_name = _("Invoices")

    def ready(self):
        from portal.invoices import receivers  # noqa: F401
