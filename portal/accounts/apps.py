from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "portal.accounts"
    label = "accounts"
    verbose_name = _("People and institutions")

    def ready(self) -> None:
        # Imported here: receivers need the models.
        from portal.accounts import receivers

        post_migrate.connect(receivers.grant_rights, dispatch_uid="accounts.grant_rights")
