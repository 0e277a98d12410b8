import warnings

from django.apps import AppConfig
from django.conf import settings
from django.core import checks
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _
from PIL import Image


class MediaConfig(AppConfig):
    name = "portal.media"
    label = "media"
    verbose_name = _("Images")

    def ready(self) -> None:
        # Pillow warns above this and refuses above twice of it, from the header alone: a bomb is never unpacked.
        Image.MAX_IMAGE_PIXELS = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 2
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        from portal.media import receivers, roots

        checks.register(roots.check_roots)
        post_migrate.connect(receivers.build_shelves, dispatch_uid="media.build_shelves")
