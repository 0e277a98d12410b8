"""Listings with their words and papers, and what members did with them, through the verbs."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

from marketplace import samples
from marketplace.models import Category, Listing, Order
from marketplace.offers import photos
from marketplace.offers import verbs as offering
from marketplace.orders import verbs as ordering
from marketplace.orders.request import OrderRequest
from marketplace.pages import MarketplacePage
from portal.accounts import bank
from portal.accounts.models import Membership, User
from portal.demo import pictures
from portal.demo.content.categories import CATEGORIES
from portal.demo.content.listings import LISTINGS
from portal.demo.content.orders import ORDERS
from portal.demo.environment import TEST_KEY
from portal.demo.telling import cast, clock
from portal.demo.telling.meetings import target_group
from portal.demo.telling.words import Words, tell_page
from portal.payments import bookkeeping
from portal.payments import samples as paying
from portal.payments.models import Payment

INTRO = {
    "de": "<p>Freie Messzeit buchen oder gebrauchte Laborgeräte weitergeben – zwischen Hochschulen, Kliniken und"
    " Unternehmen, ohne Gebühr für das Portal.</p>",
    "en": "<p>Book free instrument time or pass on used laboratory equipment – between universities, hospitals and"
    " companies, without a fee for the portal.</p>",
}
AS_THEY_ARE = [
    *("kind", "hourly", "daily", "price", "negotiable", "year", "biosafety", "min_hours", "max_hours"),
    *("lead_days", "loan_max_months", "city", "facets"),
]


class Market:
    """Tells the marketplace; needs the pages, institutions and accounts told before."""

    def __init__(self, words: Words, accounts: dict[str, User], *, now: datetime):
        self.words, self.accounts, self.now = words, accounts, now
        self.moderator = accounts["moderator"]
        self.listings: dict[str, Listing] = {}

    def tell_page(self) -> None:
        german, english = (
            {"title": title, "intro": INTRO[language]}
            for title, language in (("Marktplatz", "de"), ("Marketplace", "en"))
        )
        slugs = ("marktplatz", "marketplace")
        pair = tell_page(self.words.root, MarketplacePage, slugs, german, english, show_in_menus=True)
        self.words.pages["marketplace"] = pair

    def tell_listings(self) -> None:
        for row in LISTINGS:
            self._tell_bank(row)
        categories = {row["slug"]: samples.category(**row) for row in CATEGORIES}
        for row in LISTINGS:
            listing = self._draft(row, categories[row["category"]])
            self._picture(row, listing)
            self.listings[row["slug"]] = listing
            self._bring_to(row, listing)

    def _tell_bank(self, row: dict) -> None:
        """Whoever sells something says where it is paid: an account of the example bank, with true check digits."""
        house = self.words.houses[row["institution"]]
        if row["kind"] == "sale" and not bank.takes_money(house):
            number = f"37040044{house.pk:010d}"
            iban = f"DE{98 - int(number + '131400') % 97:02d}{number}"
            letterhead = f"{house.name}\n{house.street}\n{house.postal_code} {house.city}"
            bank.keep(house, holder=house.name[:70], iban=iban, letterhead=letterhead, by=None)
        if row["demo_key"] == "sale" and settings.STRIPE_SECRET_KEY in {"", TEST_KEY}:
            # Stripe itself does not know it.
            paying.linked_account(house, now=self._moment(row["listed_days"] - 2))

    def _draft(self, row: dict, category: Category) -> Listing:
        house = self.words.houses[row["institution"]]
        opening = row["opening"] or {"days": [], "from": None, "to": None}
        facts = {key: row[key] for key in AS_THEY_ARE if row[key] is not None}
        facts["approval"] = row["approval"] or ("instant" if row["kind"] in {"sale", "gift"} else "request")
        return offering.draft(
            house,
            texts={
                language: (row[f"title_{language}"] or "", row[f"description_{language}"] or "")
                for language in ("de", "en")
            },
            papers=self._papers(row),
            by=self._manager(row["institution"]),
            now=self._moment(row["listed_days"] - 1),
            category=category,
            contact=self.words.people.get(row["contact"]),
            project=self.words.projects.get(row["project"]),
            district=house.district,
            unit=row["unit"] or "",
            condition=row["condition"] or "",
            audience=row["access"],
            needs_briefing=bool(row["briefing"]),
            register=row["register"] or "",
            opening_days=opening["days"],
            opens_at=opening["from"] and time.fromisoformat(opening["from"]),
            closes_at=opening["to"] and time.fromisoformat(opening["to"]),
            **facts,
        )

    def _picture(self, row: dict, listing: Listing) -> None:
        """The photos of the library, which is where the owner's uploads go, too."""
        title = row["title_de"]
        images = [cast.image(title, pictures.picture(*drawn), alt=de, alt_en=en) for drawn, de, en in row["photos"]]
        if images:
            photos.lay_out(listing.resource, images)

    def _papers(self, row: dict) -> dict | None:
        papers = dict(row["papers"] or {})
        if not papers:
            return None
        today = timezone.localdate(self.now)
        days = {name: papers.pop(f"{name}_days", None) for name in ("decontaminated", "tied_until")}
        dates = {name: offset if offset is None else today + timedelta(days=offset) for name, offset in days.items()}
        return {**papers, "decontaminated_on": dates["decontaminated"], "tied_until": dates["tied_until"]}

    def _bring_to(self, row: dict, listing: Listing) -> None:
        """Along the arrows, at the days that the row names."""
        if row["status"] == "draft":
            return
        submitted = self._moment(row["listed_days"])
        offering.submit(listing, by=self._manager(row["institution"]), now=submitted)
        if row["status"] == "awaiting":
            return
        if row["status"] == "sent_back":
            reason = row["sent_back_reason_de"]
            offering.send_back(listing, by=self.moderator, reason=reason, now=submitted + timedelta(days=1))
            return
        expires = row["expires_days"]
        expires_on = timezone.localdate(self._moment(expires)) if expires is not None else None
        listing.refresh_from_db()
        offering.release(listing, by=self.moderator, expires_on=expires_on, now=submitted + timedelta(hours=5))
        if row["status"] == "withdrawn":
            offering.withdraw(listing, by=self._manager(row["institution"]), now=submitted + timedelta(days=9))

    def _manager(self, slug: str) -> User:
        if slug in self.accounts:
            return self.accounts[slug]
        membership = Membership.objects.filter(institution__slug=slug).select_related("user").first()
        return membership.user if membership else self.moderator

    def _moment(self, days: int) -> datetime:
        return self.now + timedelta(days=days)

    def tell_orders(self) -> None:
        for row in ORDERS:
            order = self._place(row)
            self._decide(row, order)

    def _place(self, row: dict) -> Order:
        user = self.accounts[row["user"]]
        membership = user.memberships.select_related("institution").first()
        start = end = None
        if row["hours"]:
            moments = clock.moments(row, timezone.localdate(self.now))
            start, end = (timezone.make_aware(moment) for moment in moments)
        asked = OrderRequest(
            by=user,
            target_group=target_group(row["target_group"]),
            language=user.language,
            start=start,
            end=end,
            institution=membership and membership.institution,
            note=row["note"],
        )
        return ordering.place(self.listings[row["listing"]], asked, now=self._moment(row["placed_days"]))

    def _decide(self, row: dict, order: Order) -> None:
        if row["state"] == "requested":
            return
        manager = order.listing.institution.memberships.first()
        by = manager.user if manager else self.moderator
        days = row["decided_days"]
        now = self._moment(row["placed_days"] + 1 if days is None else days)
        if row["state"] == "lapsed":
            ordering.lapse(order, now=order.decide_by + timedelta(hours=1))
        elif row["state"] == "declined":
            ordering.decline(order, by=by, reason=row["reason"] or "", now=now)
        elif row["state"] == "cancelled":
            ordering.cancel(order, by=order.orderer, reason=row["reason"] or "", now=now)
        else:
            self._agree(row, order, by, now)

    def _agree(self, row: dict, order: Order, by: User, now: datetime) -> None:
        if order.state == "requested":
            order = ordering.accept(order, by=by, now=now)
        for payment in Payment.objects.for_purpose(order).filter(state="open"):
            if row["state"] in {"accepted", "completed"}:
                bookkeeping.receive_transfer(payment, by=self.accounts["finance"], now=now)
        if row["state"] == "completed":
            order.refresh_from_db()
            ends = order.period.upper if order.period and order.period.upper else now
            ordering.complete(order, by=by, now=max(ends, now) + timedelta(hours=1))
