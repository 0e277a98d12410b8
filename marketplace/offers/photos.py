"""The verb that lays out the photos of a thing, on all its offers: which, in which order, with which words."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from wagtail.images import get_image_model

from marketplace.models import Listing, Resource, ResourcePhoto
from marketplace.refusals import PhotosChanged
from marketplace.states import ListingState
from portal.audit import log
from portal.media import tasks

MOST = 8
WORDS = ("description", "description_en", "credit")


@dataclass(frozen=True)
class Shot:
    """One photo as the owner wants it: one that the listing has (`image`, its key), or a new `file`."""

    description: str
    credit: str
    description_en: str = ""
    image: int | None = None
    file: object = None


@transaction.atomic
def arrange(listing: Listing, shots: list[Shot], *, by, now: datetime | None = None) -> Listing:
    """The photos from now on, at once, the first one on all lists. Raises PhotosChanged if another window has taken one
    of them away.
    """
    now = now or timezone.now()
    listing = Listing.objects.locked().get(pk=listing.pk)
    known = {image.pk: image for image in album(listing)}
    if any(shot.image and shot.image not in known for shot in shots):
        raise PhotosChanged
    before = [_said(image) for image in known.values()]
    images = [_image(listing, shot, known, by) for shot in shots[:MOST]]
    if before == [_said(image) for image in images]:
        return listing
    lay_out(listing.resource, images)
    log(listing, "marketplace.listing.changed", user=by, timestamp=now, data={"fields": ["photo"]})
    if listing.state == ListingState.RELEASED:
        tasks.prepare([(image.pk, ("row", "listing", "large")) for image in images])
    return listing


def lay_out(resource: Resource, images: list) -> None:
    """These and no others, in this order; the caller has locked the resource."""
    resource.photo = images[0] if images else None
    resource.save(update_fields=["photo"])
    resource.more_photos.all().delete()
    ResourcePhoto.objects.bulk_create(
        ResourcePhoto(resource=resource, image=image, position=place) for place, image in enumerate(images[1:], start=2)
    )


def album(listing: Listing) -> list:
    """All photos of its thing in their order."""
    more = listing.resource.more_photos.select_related("image")
    return list(filter(None, [listing.resource.photo, *(one.image for one in more)]))


def _image(listing: Listing, shot: Shot, known: dict, by):
    words = {name: getattr(shot, name) for name in WORDS}
    if shot.image is None:
        return get_image_model().objects.create(file=shot.file, uploaded_by_user=by, title=listing.title[:255], **words)
    image = known[shot.image]
    if words != {name: getattr(image, name) for name in WORDS}:
        for name, value in words.items():
            setattr(image, name, value)
        image.save(update_fields=list(words))
    return image


def _said(image) -> tuple:
    return (image.pk, *(getattr(image, name) for name in WORDS))
