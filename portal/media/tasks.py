"""Crops are made in the background; missing ones only cost the first visitor a second."""

from collections.abc import Iterable

from django.utils import timezone
from procrastinate.contrib.django import app
from wagtail.images import get_image_model

from portal.media import pictures, sweeping


# Letters go first: a person waits for them.
@app.task(name="media.cut", priority=-10)
def cut(image: int, cuts: list[str]) -> None:
    """Make what is missing of the named cuts; an image that is gone needs none."""
    found = get_image_model().objects.filter(pk=image).first()
    for name in cuts:
        pictures.shown(found, name)


@app.periodic(cron="30 4 * * *")
@app.task(name="media.sweep", queueing_lock="sweep_media")
def sweep(timestamp: int) -> None:
    """Delete uploads that were left half-way and files whose row is gone."""
    sweeping.sweep(now=timezone.now())


def prepare(wanted: Iterable[tuple[int | None, Iterable[str]]]) -> None:
    """Defer the cuts of several images, given by key; they are made once the surrounding transaction is committed."""
    for image, cuts in wanted:
        if image:
            cut.defer(image=image, cuts=list(cuts))
