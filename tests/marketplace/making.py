"""Things that the marketplace's tests need, made by the same verbs as on the website."""

from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from zoneinfo import ZoneInfo

from django.db.models import Model
from django.utils import timezone

from marketplace import samples
from marketplace.models import Category
from marketplace.offers import verbs as offering
from marketplace.orders import verbs as ordering
from marketplace.orders.request import OrderRequest
from portal.accounts import bank
from portal.accounts import samples as people
from portal.accounts.kinds import InstitutionKind, Role, TargetGroup
from portal.accounts.models import Institution, Membership, User
from tests.kept import kept

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2027, 1, 11, 9, 0, tzinfo=BERLIN)  # a Monday
PAPERS = {
    "inventory_number": "INV-1",
    "book_value": Decimal("100"),
    "market_value": Decimal("900"),
    "market_value_source": "three offers",
    "not_needed": True,
    "decontaminated_on": (NOW - timedelta(days=90)).date(),
}
IBAN = "DE89370400440532013000"
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
    return people.user(email, **{"password": "secret-password"} | fields)


def institution(slug: str = "owner", **fields) -> Institution:
    """A verified university with bank details, unless the fields say otherwise; `bank=False`: it settles outside."""
    has_bank = fields.pop("bank", True)
    made = people.institution(slug, **{"name": f"Institut {slug}", "kind": InstitutionKind.UNIVERSITY} | fields)
    if has_bank:
        bank.keep(made, holder=made.name, iban=IBAN, by=None)
    return made


def member(of: Institution, email: str = "", role=Role.MANAGER) -> User:
    user = person(email or f"manager@{of.slug}.example")
    Membership.objects.get_or_create(user=user, institution=of, defaults={"role": role})
    return user


def draft(kind: str = "device", *, title: str = "Konfokalmikroskop", owner=None, now=NOW, **facts):
    owner = owner or institution()
    by = facts.pop("by", None) or member(owner)
    texts = facts.pop("texts", {"de": (title, "Vier Laser, Klimakammer.")})
    papers = facts.pop("papers", PAPERS)
    facts = {"category": samples.category(), **PRICES.get(kind, {}), **facts}
    return offering.draft(owner, kind=kind, texts=texts, papers=papers, by=by, now=now, **facts)


def released(kind: str = "device", *, now=NOW, **facts):
    """Into an empty house the same thing is copied; what is made of rows of the test's own is made anew."""
    plain = not any(isinstance(fact, Model) for fact in facts.values())
    if plain and not any(model.objects.exists() for model in (Institution, User, Category)):
        return kept(f"released {kind} {now} {sorted(facts.items())}", partial(_release, kind, now=now, **facts))
    return _release(kind, now=now, **facts)


def _release(kind: str, *, now, **facts):
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
