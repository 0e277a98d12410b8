"""Publishing changes what stands around every page."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished, post_page_move
from wagtail_localize.models import StringTranslation

from home.languages import addresses
from home.models import Funder, Office, ProjectFunding
from home.reading import cuts, navigation
from portal.media import tasks


@receiver([page_published, page_unpublished, post_page_move])
def pages_changed(sender, **kwargs):
    navigation.forget_frame()


@receiver(page_published)
def cut_pictures(sender, instance, **kwargs):
    tasks.prepare(cuts.of(instance))


@receiver(post_save, sender=StringTranslation)
def title_translated(sender, instance, raw=False, **kwargs):
    if not raw:
        addresses.name_by_title(instance)


@receiver([post_save, post_delete])
def facts_changed(sender, **kwargs):
    if sender in (Office, Funder, ProjectFunding):
        navigation.forget_frame()
