"""What a stranger needs to test the portal from outside, as JSON: addresses, users, questions to the database."""

import json
from datetime import timedelta

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override
from wagtail.models import Locale, Page

from events.coaching.pages import CoachingPage
from events.models import Event
from events.pages import EventIndexPage
from events.papers import tickets
from home.pages import HomePage, NewsIndexPage, StandardPage
from marketplace.models import Listing
from marketplace.pages import MarketplacePage
from portal.demo.content.events import EVENTS
from portal.demo.content.listings import LISTINGS
from portal.demo.content.pages import REGISTER_PAGES
from portal.demo.content.users import COACH, USERS
from portal.demo.environment import TEST_KEY
from portal.language.mailbox import absolute
from portal.language.slugs import slugify
from portal.payments.models import Payment
from portal.payments.states import PaymentState

SQL = {
    "capacity": "select capacity from events_event where id = %(event)s",
    "seats_confirmed": "select coalesce(sum(seats), 0) from events_registration"
    " where event_id = %(event)s and state in ('confirmed', 'awaiting_payment', 'offered')",
    "waiting": "select count(*) from events_registration where event_id = %(event)s and state = 'waiting'",
    "orders": "select id, listing_id, state, lower(period), upper(period), price from marketplace_order"
    " where listing_id = %(listing)s",
    "overlaps": "select a.id, b.id from marketplace_hold a join marketplace_hold b"
    " on a.resource_id = b.resource_id and a.id < b.id and a.piece = b.piece and a.period && b.period",
    "payments": "select id, state, amount, currency, description from payments_payment",
    "jobs": "select id, task_name, status, attempts from procrastinate_jobs",
}


def as_json() -> str:
    with override("de"):
        return json.dumps(_everything(), indent=2, ensure_ascii=False)


def _everything() -> dict:
    return {
        "base_url": settings.PORTAL_BASE_URL,
        "database_url": settings.DATABASE_URL,
        "users": {row["key"]: {"email": row["email"], "password": row["password"]} for row in [*USERS, COACH]},
        "pages": _without_gaps(_pages()),
        "events": _without_gaps({row["demo_key"]: _event(row) for row in EVENTS if row["demo_key"]}),
        "listings": _without_gaps({row["demo_key"]: _listing(row) for row in LISTINGS if row["demo_key"]}),
        "payments": _payments(),
        "bank_statement": _bank_statement(),
        "sql": SQL,
    }


def _bank_statement() -> str:
    """A CSV for the admin's transfers, as a bank would export it: what the portal can match, and what it cannot."""
    asked = Payment.objects.to_the_portal().filter(state=PaymentState.OPEN).order_by("pk")[:4]
    said = [
        lambda one: (one.payer_name, f"{one.reference} {one.description}", one.amount),
        lambda one: (one.payer_name, one.description, one.amount),
        lambda one: (one.payer_name, one.reference, one.amount - 1),
        lambda one: ("Unbekannt", "Spende", one.amount),
    ]
    lines = [say(one) for say, one in zip(said, asked, strict=False)]
    day = date_format(timezone.localdate() - timedelta(days=1), "d.m.Y")
    rows = [f"{day};{who};{what};{str(amount).replace('.', ',')};EUR" for who, what, amount in lines]
    return "\n".join(["Buchungstag;Name Zahlungsbeteiligter;Verwendungszweck;Betrag;Waehrung", *rows, ""])


def _payments() -> dict[str, str]:
    """What a stranger needs to ring the webhook; secrets of true payments stay where they are."""
    if settings.STRIPE_SECRET_KEY != TEST_KEY:
        return {}
    return {"test_payment_page": settings.STRIPE_API_BASE, "webhook_secret": settings.STRIPE_WEBHOOK_SECRET}


def _pages() -> dict[str, str | None]:
    return {
        "home_de": _page(HomePage),
        "home_en": _page(HomePage, "en"),
        "news": _page(NewsIndexPage),
        "events": _page(EventIndexPage),
        "calendar": _page(EventIndexPage, query="?view=month"),
        "events_ics": _door("events:feed"),
        "coaching": _page(CoachingPage),
        "market": _page(MarketplacePage),
        "offer": _door("marketplace:offer"),
        **{f"register_{row['register']}": _introduction(row) for row in REGISTER_PAGES},
        "search": _door("search"),
        "login": _door("account_login"),
        "admin": absolute("/admin/"),
        "webhook": absolute("/stripe/webhook/"),
    }


def _page(model: type[Page], language: str = "de", query: str = "") -> str | None:
    page = model.objects.filter(locale=Locale.objects.get(language_code=language)).live().order_by("path").first()
    return page and absolute(page.url) + query


def _introduction(register: dict) -> str | None:
    page = StandardPage.objects.filter(slug=slugify(register["title_de"]), locale__language_code="de").live().first()
    return page and absolute(page.url)


def _door(name: str, *args) -> str | None:
    try:
        return absolute(reverse(name, args=args))
    except NoReverseMatch:
        return None


def _event(row: dict) -> dict | None:
    # Copies bear its name too; somebody may have renamed or unpublished it.
    event = Event.objects.for_rows().filter(name=row["title_de"][:150]).order_by("pk").first()
    if event is None or event.page is None:
        return None
    facts = {
        "id": event.pk,
        "url": absolute(event.page.url),
        "register_url": _door("events:register", event.pk) if event.takes_registrations else None,
        "checkin_url": _door("events:checkin", event.pk) if event.takes_registrations else None,
        "ticket_url": _ticket(event),
        "capacity": event.capacity,
        "fee": str(event.fee) if event.fee else None,
    }
    return _without_gaps(facts)


def _ticket(event: Event) -> str | None:
    first = event.registrations.filter(state="confirmed").order_by("pk").first()
    return absolute(tickets.path(first, 1)) if first else None


def _listing(row: dict) -> dict | None:
    named = Listing.objects.filter(texts__title=row["title_de"], texts__language="de")
    listing = named.order_by("pk").first()
    if listing is None:
        return None
    facts = {
        "id": listing.pk,
        "url": absolute(listing.get_absolute_url()),
        "order_url": _door("marketplace:order", listing.pk),
        "hourly": str(listing.hourly) if listing.hourly else None,
        "price": str(listing.price) if listing.price else None,
    }
    return _without_gaps(facts)


def _without_gaps(facts: dict) -> dict:
    return {key: value for key, value in facts.items() if value is not None}
