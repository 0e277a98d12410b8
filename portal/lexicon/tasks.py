"""Indexes made anew after the vocabulary has changed."""

from contextlib import suppress

from django.core.management import call_command
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from portal.lexicon import signals


@app.task(name="lexicon.reindex", priority=-10)
def reindex() -> None:
    """All texts get the terms of today's vocabulary."""
    call_command("wagtail_update_index", verbosity=0)
    signals.vocabulary_changed.send(sender=None)


def reindex_later() -> None:
    """Once for several changes that follow each other; called after the commit."""
    with suppress(AlreadyEnqueued):
        reindex.configure(queueing_lock="lexicon.reindex", schedule_in={"minutes": 1}).defer()
