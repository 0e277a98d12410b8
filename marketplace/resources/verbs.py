"""The verbs that write what a house says of its things: status, people, what only the house sees; and tariffs."""

from datetime import date, datetime

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Max, Q
from django.utils import timezone

from marketplace.kinds import Light
from marketplace.models import Listing, Resource, ResourceInternal, Tariff
from marketplace.orders import handing
from marketplace.refusals import PiecesTaken
from marketplace.states import ListingState
from portal.audit import log
from portal.database import clock

# Whoever has something agreed needs to know where it is and whom to ask.
TOLD_TO_BOTH = ("place", "contact", "deputy")


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
def describe(
    resource: Resource, *, facts: dict, internal: dict, links: dict | None = None, by, now: datetime | None = None
) -> Resource:
    """`facts` are columns of `Resource`, `internal` those of `ResourceInternal`, `links` rows by the name of a
    relation.

    Also tells that it is still there. Raises PiecesTaken.
    """
    now, resource = now or clock.now(), _locked(resource)
    _require_pieces(resource, facts.get("quantity", resource.quantity), now=now)
    moved = any(getattr(resource, name) != facts.get(name, getattr(resource, name)) for name in TOLD_TO_BOTH)
    for name, value in facts.items():
        setattr(resource, name, value)
    resource.confirmed_on = timezone.localdate(now)
    resource.save(update_fields=[*facts, "confirmed_on"])
    for name, rows in (links or {}).items():
        getattr(resource, name).set(rows)
    ResourceInternal.objects.update_or_create(resource=resource, defaults=internal)
    fields = sorted([*facts, *(links or {})])
    log(resource, "marketplace.resource.described", user=by, timestamp=now, data={"fields": fields})
    if moved:
        handing.tell_change(resource, by=by, now=now)
    return resource


@transaction.atomic
def hand_over(people, *, now: datetime | None = None) -> int:
    """These persons, as a queryset, answer for nothing any more: where one was the contact of a thing the deputy takes
    over, and what is offered of it follows. Gives the number of things.
    """
    gone = set(people.values_list("pk", flat=True))
    things = Resource.objects.locked().filter(Q(contact__in=gone) | Q(deputy__in=gone)) if gone else []
    for resource in things:
        heir = None if resource.deputy_id in gone else resource.deputy_id
        if resource.contact_id in gone:
            resource.contact_id, resource.deputy_id = heir, None
        else:
            resource.deputy_id = heir
        resource.save(update_fields=["contact", "deputy"])
        log(resource, "marketplace.resource.handed_over", timestamp=now or clock.now())
    for listing in Listing.objects.locked().filter(contact__in=gone) if gone else []:
        listing.contact_id = listing.resource.contact_id
        listing.save(update_fields=["contact"])
    for resource in things:
        handing.tell_change(resource, by=None, now=now or clock.now())
    return len(things)


def _require_pieces(resource: Resource, quantity: int, *, now: datetime) -> None:
    offered = resource.listings.exclude(state=ListingState.WITHDRAWN).aggregate(most=Max("quantity"))["most"] or 1
    ahead = resource.holds.overlapping(DateTimeTZRange(now, None)).exclude(order=None)
    least = max(offered, ahead.aggregate(last=Max("piece"))["last"] or 1)
    if quantity < least:
        raise PiecesTaken(least)


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
