"""What follows a publication: pictures are cut, addresses get their titles."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.signals import page_published
from wagtail_localize.models import StringTranslation

from home.languages import addresses
from home.reading import cuts
from portal.media import tasks


@receiver(page_published)
def cut_pictures(sender, instance, **kwargs):
    tasks.prepare(cuts.of(instance))


@receiver(post_save, sender=StringTranslation)
def title_translated(sender, instance, raw=False, **kwargs):
    if not raw:
        addresses.name_by_title(instance)
