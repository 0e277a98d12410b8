"""The verbs that write what a house says of its things: status, people, what only the house sees; and tariffs."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from marketplace.kinds import Light
from marketplace.models import Listing, Resource, ResourceInternal, Tariff
from portal.database import clock


@transaction.atomic
def tell_light(
    resource: Resource, *, light: str, note: str = "", until: date | None = None, by, now: datetime | None = None
) -> Resource:
    """Operational, restricted or down; since when is kept as long as it stays so."""
    now, resource = now or clock.now(), _locked(resource)
    today = timezone.localdate(now)
    if resource.light != light:
        resource.light_since = None if light == Light.OPERATIONAL else today
    resource.light = light
    working = light == Light.OPERATIONAL
    resource.light_note, resource.light_until = ("", None) if working else (note, until)
    # Whoever says how a thing is has looked at it.
    resource.confirmed_on = today
    resource.save(update_fields=["light", "light_note", "light_since", "light_until", "confirmed_on"])
    log(resource, "marketplace.resource.light", user=by, timestamp=now, data={"light": light})
    return resource


@transaction.atomic
def describe(resource: Resource, *, facts: dict, internal: dict, by, now: datetime | None = None) -> Resource:
    """`facts` are columns of `Resource`, `internal` those of `ResourceInternal`. Also tells that it is still there."""
    now, resource = now or clock.now(), _locked(resource)
    for name, value in facts.items():
        setattr(resource, name, value)
    resource.confirmed_on = timezone.localdate(now)
    resource.save(update_fields=[*facts, "confirmed_on"])
    ResourceInternal.objects.update_or_create(resource=resource, defaults=internal)
    log(resource, "marketplace.resource.described", user=by, timestamp=now, data={"fields": sorted(facts)})
    return resource


@transaction.atomic
def set_tariff(listing: Listing, *, by, now: datetime | None = None, **columns) -> Tariff:
    """A price for a group from a day on; prices harm nobody and count at once. Agreed orders keep theirs."""
    listing = Listing.objects.locked().get(pk=listing.pk)
    tariff = Tariff.objects.create(listing=listing, **columns)
    log(listing, "marketplace.listing.changed", user=by, timestamp=now or clock.now(), data={"fields": ["tariffs"]})
    return tariff


@transaction.atomic
def drop_tariff(listing: Listing, number: int, *, by, now: datetime | None = None) -> None:
    """Does nothing where the row is gone already."""
    listing = Listing.objects.locked().get(pk=listing.pk)
    gone, _each = Tariff.objects.filter(listing=listing, pk=number).delete()
    if gone:
        log(listing, "marketplace.listing.changed", user=by, timestamp=now or clock.now(), data={"fields": ["tariffs"]})


def _locked(resource: Resource) -> Resource:
    return Resource.objects.locked().get(pk=resource.pk)
