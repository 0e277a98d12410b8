from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApprovalsConfig(AppConfig):
    name = "portal.approvals"
    label = "approvals"
    verbose_name = _("Approvals from outside")

    def ready(self) -> None:
        # Imported here: what can be approved lives in the floors above and needs the models.
        from portal import sockets

        sockets.modules("approvable")
