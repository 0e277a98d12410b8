from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class CachingConfig(AppConfig):
    name = "portal.caching"
    label = "caching"

    def ready(self):
        from portal.caching import stamps

        # Told of apps with models alone; one of them will do, for all tables stand by then.
        told = apps.get_app_config("contenttypes")
        post_migrate.connect(lambda **kwargs: stamps.watch(), sender=told, weak=False, dispatch_uid="caching.watch")
