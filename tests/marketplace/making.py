"""Things that the marketplace's tests need, made by the same verbs as on the website."""

from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.utils import timezone

from marketplace.models import Category
from marketplace.offers import verbs as offering
from marketplace.orders import verbs as ordering
from marketplace.orders.request import OrderRequest
from portal.accounts.kinds import InstitutionKind, Role, TargetGroup
from portal.accounts.models import Institution, Membership, User

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2027, 1, 11, 9, 0, tzinfo=BERLIN)  # a Monday
PAPERS = {
    "inventory_number": "INV-1",
    "book_value": Decimal("100"),
    "market_value": Decimal("900"),
    "market_value_source": "three offers",
    "not_needed": True,
    "decontaminated_on": NOW.date(),
}
PRICES = {
    "device": {"hourly": Decimal("40")},
    "space": {"daily": Decimal("90")},
    "service": {"price": Decimal("95"), "unit": "sample"},
    "sale": {"price": Decimal("1200")},
}


def berlin(text: str) -> datetime:
    """`2027-01-12 10:00` in the region's time."""
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


def person(email: str = "orderer@example.org", **fields) -> User:
    return User.objects.filter(email=email).first() or User.objects.create_user(email, "secret-password", **fields)


def institution(slug: str = "owner", *, kind=InstitutionKind.UNIVERSITY, **fields) -> Institution:
    fields = {"name": f"Institut {slug}", "city": "Bochum", "district": "05911", "is_verified": True} | fields
    return Institution.objects.get_or_create(slug=slug, defaults={"kind": kind, **fields})[0]


def member(of: Institution, email: str = "", role=Role.MANAGER) -> User:
    user = person(email or f"manager@{of.slug}.example")
    Membership.objects.get_or_create(user=user, institution=of, defaults={"role": role})
    return user


def category(slug: str = "microscopy") -> Category:
    return Category.objects.get_or_create(
        slug=slug, defaults={"name_de": "Mikroskopie", "name_en": "Microscopy", "drawing": slug}
    )[0]


def draft(kind: str = "device", *, title: str = "Konfokalmikroskop", owner=None, now=NOW, **facts):
    owner = owner or institution()
    manager = member(owner)
    texts = facts.pop("texts", {"de": (title, "Vier Laser, Klimakammer.")})
    papers = facts.pop("papers", PAPERS)
    facts = {"category": category(), **PRICES.get(kind, {}), **facts}
    return offering.draft(owner, kind=kind, texts=texts, papers=papers, by=manager, now=now, **facts)


def released(kind: str = "device", *, now=NOW, **facts):
    listing = draft(kind, now=now, **facts)
    offering.submit(listing, by=None, now=now)
    return offering.release(listing, by=None, now=now)


def place(listing, *, by=None, start="2027-01-12 10:00", end="2027-01-12 12:00", now=NOW, **more):
    if listing.nature.is_for_good:
        start = end = None
    asked = OrderRequest(
        by=by or person(),
        start=berlin(start) if start else None,
        end=berlin(end) if end else None,
        **{"target_group": TargetGroup.UNIVERSITY, "language": "de", **more},
    )
    return ordering.place(listing, asked, now=now or timezone.now())


def later(**amount) -> datetime:
    return NOW + timedelta(**amount)
