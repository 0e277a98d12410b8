from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WithdrawalsConfig(AppConfig):
    name = "portal.withdrawals"
    label = "withdrawals"
    verbose_name = _("Withdrawals from contracts")

    def ready(self) -> None:
        # Imported here: what can be withdrawn from lives in the floors above and needs the models.
        from portal import sockets

        sockets.modules("withdrawable")
