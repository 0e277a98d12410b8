"""What Wagtail writes to the disk by itself; what the deployment makes."""

from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail.models import UploadedFile

from portal.media import shelves
from portal.media.cleaning import clean_picture
from portal.media.models import PortalImage


@receiver(pre_save, sender=UploadedFile)
def clean_what_waits(sender, instance, **kwargs):
    """An image of an upload of many waits in a file of its own until somebody has described it."""
    kind = instance.for_content_type
    if kind and kind.model_class() is PortalImage and instance.file and not instance.file._committed:
        instance.file = clean_picture(instance.file)


def build_shelves(sender, **kwargs) -> None:
    """Once Wagtail's own tables are there, whichever app was announced last."""
    if sender.label == "wagtailcore":
        shelves.build()
