"""After migrating, the staff groups hold exactly their rights."""

from django.apps import apps

from portal.accounts import groups


def grant_rights(sender, **kwargs) -> None:
    """Django announces every app; rights exist only when the last one has been announced."""
    announced = [config for config in apps.get_app_configs() if config.models_module is not None]
    if sender == announced[-1]:
        groups.grant()
