"""A changed vocabulary: its words are near ones at once, the texts follow in the background."""

from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver

from portal.lexicon import nearest, tasks
from portal.lexicon.models import Meaning


@receiver(post_save, sender=Meaning)
@receiver(post_delete, sender=Meaning)
@receiver(m2m_changed, sender=Meaning.leads_to.through)
def vocabulary_is_kept(sender, instance, raw=False, **kwargs):
    if not raw:
        nearest.remember([instance.words_de, instance.words_en])
    if not raw:
        transaction.on_commit(tasks.reindex_later)
