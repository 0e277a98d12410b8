"""An event in the words of schema.org."""

from datetime import datetime

from django.utils import timezone

from events.kinds import EventStatus, Mode
from events.models.event import Event
from home.models import Office
from portal.accounts.models import Institution
from portal.language.mailbox import absolute

MODES = {Mode.ON_SITE: "Offline", Mode.ONLINE: "Online", Mode.HYBRID: "Mixed"}
STATUS = {EventStatus.PLANNED: "EventScheduled", EventStatus.MOVED: "EventRescheduled"}
SCHEMA = "https://schema.org/"


def event(event: Event, office: Office, now: datetime) -> dict:
    """What search engines may know: never the address of the online meeting, seats only as numbers."""
    page = event.page
    tickets = event.tickets if event.takes_registrations else []
    status = "EventCancelled" if event.is_cancelled else STATUS[event.status]
    return _filled(
        {
            "@type": "BusinessEvent",
            "name": page.title,
            "description": page.teaser,
            "url": absolute(page.url),
            "inLanguage": list(event.languages),
            "startDate": _date(event, event.starts_at),
            "endDate": "" if event.month_only else _date(event, event.ends_at),
            "previousStartDate": _iso(event.previous_starts_at) if event.is_moved else "",
            "eventStatus": SCHEMA + status,
            "eventAttendanceMode": f"{SCHEMA}{MODES[Mode(event.mode)]}EventAttendanceMode",
            "location": _locations(event, page),
            "organizer": _organizers(event, office),
            "isAccessibleForFree": event.is_free_of_charge,
            **(_seats(event, tickets, page, now) if event.takes_registrations else {}),
        }
    )


def _seats(event: Event, tickets: list, page, now: datetime) -> dict:
    counted = event.capacity is not None
    offers = [_of_ticket(event, ticket, page, now) for ticket in tickets]
    return {
        "maximumAttendeeCapacity": event.capacity if counted else "",
        "remainingAttendeeCapacity": event.seats_free if counted else "",
        "offers": offers or _offer(event, page, price=event.fee or 0, full=event.is_full, is_open=event.is_open(now)),
    }


def _of_ticket(event: Event, ticket, page, now: datetime) -> dict:
    """Its own price, contingent and time of sale; the whole event's seats and deadline hold as well."""
    is_open = event.is_open(now) and ticket.is_on_sale(now)
    offer = _offer(event, page, price=ticket.fee, full=event.is_full or ticket.seats_free == 0, is_open=is_open)
    until = min(event.closes_at, ticket.sale_until or event.closes_at)
    since = _iso(ticket.sale_from) if ticket.sale_from else ""
    return _filled(offer | {"name": ticket.name, "validFrom": since, "validThrough": _iso(until)})


def _offer(event: Event, page, *, price, full: bool, is_open: bool) -> dict:
    availability = "SoldOut" if full else "InStock" if is_open else "Discontinued"
    return {
        "@type": "Offer",
        "url": absolute(page.url),
        "price": str(price),
        "priceCurrency": event.currency,
        "availability": SCHEMA + availability,
        "validThrough": _iso(event.closes_at),
    }


def _locations(event: Event, page) -> list[dict]:
    places = []
    if event.mode != Mode.ONLINE and event.address:
        address = {
            "streetAddress": event.street,
            "postalCode": event.postal_code,
            "addressLocality": event.city,
            "addressCountry": "DE",
        }
        places.append(
            {
                "@type": "Place",
                "name": event.venue or event.city,
                "address": _filled({"@type": "PostalAddress", **address}),
            }
        )
    if event.mode != Mode.ON_SITE:
        places.append({"@type": "VirtualLocation", "url": absolute(page.url)})
    return places


def _organizers(event: Event, office: Office) -> list[dict]:
    hosts = [_organizer(host) for host in event.hosts_in_order]
    return hosts or [{"@type": "Organization", "name": office.operator or office.name, "url": absolute("/")}]


def _organizer(host: Institution) -> dict:
    named = {"@type": "Organization", "name": host.name}
    return named | ({"url": absolute(host.get_absolute_url())} if host.is_visible else {})


def _date(event: Event, at: datetime) -> str:
    return f"{timezone.localtime(at):%Y-%m}" if event.month_only else _iso(at)


def _iso(at: datetime) -> str:
    return timezone.localtime(at).isoformat()


def _filled(data: dict) -> dict:
    return {key: value for key, value in data.items() if value not in ("", None, [])}
