"""Indexes made anew after the vocabulary has changed."""

from contextlib import suppress

from django.core.management import call_command
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from portal.lexicon import nearest, signals
from portal.lexicon.models import Meaning


@app.task(name="lexicon.reindex", priority=-10)
def reindex() -> None:
    """All texts get the terms of today's vocabulary."""
    call_command("wagtail_update_index", verbosity=0)
    signals.vocabulary_changed.send(sender=None)


@app.periodic(cron="10 2 * * 0")
@app.task(name="lexicon.forget", queueing_lock="lexicon.forget")
def forget(timestamp: int) -> None:
    """All texts are indexed anew; words that were not seen on the way stand in no title any more."""
    begun = timezone.now()
    nearest.remember(f"{one.words_de} {one.words_en}" for one in Meaning.objects.all())
    reindex()
    nearest.forget(before=begun)


def reindex_later() -> None:
    """Once for several changes that follow each other; called after the commit."""
    with suppress(AlreadyEnqueued):
        reindex.configure(queueing_lock="lexicon.reindex", schedule_in={"minutes": 1}).defer()
