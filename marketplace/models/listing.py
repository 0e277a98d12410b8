from datetime import time
from types import SimpleNamespace

from django.apps import apps
from django.conf import settings
from django.contrib.admin import display
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.functions import Coalesce, JSONObject, NullIf
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.models import Person, Project
from marketplace import kinds
from marketplace.models.category import Category
from marketplace.models.resource import Resource, seen_by
from marketplace.states import ListingState
from portal.accounts.models import Institution
from portal.database.promises import Check
from portal.language import languages
from portal.language.slugs import slugify
from portal.payments.amounts import payable
from portal.rights import HouseRight, Right
from portal.withdrawals.kinds import WithdrawalRight

MIDNIGHT = time(0)


def everyone() -> list[str]:
    return list(kinds.Audience.values)


class ListingQuerySet(models.QuerySet):
    def locked(self):
        """With their resources: what takes one of the offers of a thing takes the thing."""
        return self.select_related("resource").select_for_update(of=("self", "resource")).order_by("pk")

    def released(self):
        return self.filter(state=ListingState.RELEASED)

    def current(self, today=None):
        """Released and not expired."""
        return self.released().filter(Q(expires_on__isnull=True) | Q(expires_on__gte=today or timezone.localdate()))

    def shown_to(self, user=None):
        """Those whose thing `user` finds, None: everybody, in whatever state they are."""
        return self.filter(seen_by(user, prefix="resource__"))

    def of(self, user, right: HouseRight | None = None):
        """Listings of institutions that `user` acts for; with a right, for which `user` may do this."""
        return self.filter(institution__in=Institution.objects.of(user, right))

    def editable_by(self, user):
        """What was never shown may be prepared by everybody of the house."""
        prepared = Q(institution__in=Institution.objects.of(user, HouseRight.DRAFT_OFFERS))
        kept = Q(institution__in=Institution.objects.of(user, HouseRight.KEEP_OFFERS))
        return self.filter(kept | (prepared & Q(state__in=ListingState.PREPARED)))

    def releasable_by(self, user):
        """The release queue: staff with the permission see every listing."""
        return self if Right.RELEASE_LISTINGS.held_by(user) else self.none()

    def waiting(self):
        """For the office: what was never shown, and what is shown and has a version beside it."""
        wished = Q(state=ListingState.RELEASED, wished__reason="")
        return self.select_related("wished").filter(Q(state=ListingState.SUBMITTED) | wished)

    def by_due_day(self):
        """Those first that should be answered first; what is overdue stands at the head."""
        return self.order_by(F("due_on").asc(nulls_last=True), "submitted_at", "pk")

    def visible_to(self, user):
        """What is public, one's own, what one has ordered, and everything for the staff that releases."""
        if Right.RELEASE_LISTINGS.held_by(user):
            return self
        orders = apps.get_model("marketplace.Order").objects.placed_by(user)
        own = Q(institution__in=Institution.objects.of(user)) | Q(pk__in=orders.values("listing"))
        return self.filter((Q(state=ListingState.RELEASED) & seen_by(user, prefix="resource__")) | own)

    def with_words(self):
        """The texts come along in the same query."""
        texts = apps.get_model("marketplace.ListingText").objects.filter(listing=OuterRef("pk"))
        columns = {name: name for name in ("language", "title", "description")}
        return self.annotate(words=ArraySubquery(texts.values(row=JSONObject(**columns))))

    def for_display(self):
        return self.select_related("category", "institution", "resource__photo").with_words()

    def for_page(self):
        """With all that the page of one listing tells; `payers` and `has_related` are of its thing."""
        projects = Resource.projects.through.objects.filter(resource=OuterRef("resource"))
        funders = Resource.funders.through.objects.filter(resource=OuterRef("resource"))
        names = (f"funder__name_{language}" for language in (languages.current(), languages.other(languages.current())))
        related = Resource.related.through.objects.filter(from_resource=OuterRef("resource"))
        facts = ("contact", "project", "papers", "resource", "institution__bank")
        return (
            self.for_display()
            .select_related(*facts)
            .annotate(
                paying_projects=ArraySubquery(projects.order_by("pk").values("project__acronym")),
                funding=ArraySubquery(
                    funders.order_by("pk").values(name=Coalesce(*(NullIf(n, Value("")) for n in names)))
                ),
                has_related=Exists(related),
            )
        )


class Listing(models.Model):
    """A fact: how an institution offers a resource. Its words are `ListingText`, its deeds `Order`.

    A resource may have several: booked by some, lent to others. What one of them takes is taken for all.
    """

    resource = models.ForeignKey(
        Resource, verbose_name=_("resource"), on_delete=models.PROTECT, related_name="listings", editable=False
    )
    kind = models.CharField(_("kind"), max_length=10, choices=kinds.Kind)
    category = models.ForeignKey(
        Category, verbose_name=_("category"), on_delete=models.PROTECT, related_name="listings"
    )
    institution = models.ForeignKey(
        Institution, verbose_name=_("institution"), on_delete=models.PROTECT, related_name="listings"
    )
    contact = models.ForeignKey(
        Person,
        verbose_name=_("contact"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("The person who answers for this listing."),
    )
    project = models.ForeignKey(
        Project,
        verbose_name=_("paid by project"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="listings",
    )
    city = models.CharField(_("city"), max_length=80, blank=True)
    district = models.CharField(_("district"), max_length=5, blank=True)

    hourly = models.DecimalField(_("price per hour"), max_digits=8, decimal_places=2, null=True, blank=True)
    daily = models.DecimalField(_("price per day"), max_digits=8, decimal_places=2, null=True, blank=True)
    price = models.DecimalField(
        _("price"), max_digits=10, decimal_places=2, null=True, blank=True, validators=[payable]
    )
    currency = models.CharField(_("currency"), max_length=3, default="EUR", editable=False)
    unit = models.CharField(_("unit"), max_length=10, choices=kinds.Unit, blank=True)
    negotiable = models.BooleanField(_("price is negotiable"), default=False)

    condition = models.CharField(_("condition"), max_length=12, choices=kinds.Condition, blank=True)
    year = models.PositiveSmallIntegerField(
        _("year built"), null=True, blank=True, validators=[MinValueValidator(1950), MaxValueValidator(2100)]
    )
    quantity = models.PositiveSmallIntegerField(
        _("quantity"), default=1, validators=[MinValueValidator(1), MaxValueValidator(99)]
    )
    biosafety = models.PositiveSmallIntegerField(
        _("biosafety level"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(4)]
    )

    audience = ArrayField(
        models.CharField(max_length=10, choices=kinds.Audience), verbose_name=_("who may order"), default=everyone
    )
    institutions_only = models.BooleanField(
        _("institutions only"), default=False, help_text=_("Private individuals cannot order.")
    )
    approval = models.CharField(_("approval"), max_length=8, choices=kinds.Approval, default=kinds.Approval.REQUEST)
    opening_days = ArrayField(
        models.PositiveSmallIntegerField(), verbose_name=_("open on"), default=list, blank=True, size=7
    )
    opens_at = models.TimeField(_("opens at"), null=True, blank=True)
    closes_at = models.TimeField(_("closes at"), null=True, blank=True)
    min_hours = models.PositiveSmallIntegerField(_("shortest booking in hours"), null=True, blank=True)
    max_hours = models.PositiveSmallIntegerField(_("longest booking in hours"), null=True, blank=True)
    bills_closed_hours = models.BooleanField(
        _("closed hours are charged, too"),
        default=False,
        help_text=_("For whatever runs on over night, such as an incubator."),
    )
    lead_days = models.PositiveSmallIntegerField(_("days of notice"), default=0)
    # Free of charge until so many days before the begin, empty: until it begins; then so much of the price.
    cancel_days = models.PositiveSmallIntegerField(
        _("cancelling is free until so many days before"), null=True, blank=True, validators=[MaxValueValidator(365)]
    )
    cancel_percent = models.PositiveSmallIntegerField(
        _("cancelling later costs so much of the price, in per cent"), default=0, validators=[MaxValueValidator(100)]
    )
    withdrawal = models.CharField(
        _("right of withdrawal"), max_length=10, choices=WithdrawalRight, default=WithdrawalRight.APPLIES
    )
    loan_max_months = models.PositiveSmallIntegerField(_("longest loan in months"), null=True, blank=True)
    needs_briefing = models.BooleanField(_("briefing before first use"), default=False)
    access_note_de = models.TextField(_("access and briefing (German)"), blank=True, max_length=1000)
    access_note_en = models.TextField(_("access and briefing (English)"), blank=True, max_length=1000)
    register = models.SlugField(_("register"), blank=True, db_index=True)
    facets = models.JSONField(_("register facets"), default=dict, blank=True)

    state = models.CharField(
        _("state"), max_length=10, choices=ListingState, default=ListingState.DRAFT, editable=False
    )
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True, editable=False)
    due_on = models.DateField(_("answer due on"), null=True, blank=True, editable=False)
    released_at = models.DateTimeField(_("released at"), null=True, blank=True, editable=False)
    expires_on = models.DateField(_("shown until"), null=True, blank=True)
    reason = models.TextField(_("reason"), blank=True, max_length=1000, editable=False)

    # A tsvector as `portal.lexicon.terms` writes it; searched in `Shelved.words`.
    terms = models.TextField(default="", blank=True, editable=False)

    access_note = languages.in_language("access_note")
    objects = ListingQuerySet.as_manager()

    class Meta:
        verbose_name = _("listing")
        verbose_name_plural = _("listings")
        ordering = ["-released_at", "-pk"]
        permissions = [("release_listing", "Can release listings")]
        indexes = [
            models.Index(F("released_at").desc(), F("id").desc(), name="listing_newest", condition=Q(state="released")),
        ]
        constraints = [
            Check(
                name="listing_prices_are_not_negative",
                condition=(Q(hourly__isnull=True) | Q(hourly__gte=0))
                & (Q(daily__isnull=True) | Q(daily__gte=0))
                & (Q(price__isnull=True) | Q(price__gte=0)),
                beside="price",
                says=_("Prices must not be negative."),
            ),
            Check(
                name="listing_has_a_quantity",
                condition=Q(quantity__gte=1),
                beside="quantity",
                says=_("There must be at least one piece."),
            ),
            Check(
                name="released_listing_knows_when",
                condition=~Q(state="released") | Q(released_at__isnull=False),
                beside="released_at",
                says=_("A released listing needs the time of its release."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("marketplace:listing", args=[self.pk, self.slug])

    @property
    def photo(self):
        """The first one of the thing, however it is offered."""
        return self.resource.photo

    @property
    def nature(self) -> kinds.Nature:
        return kinds.Kind(self.kind).nature

    @property
    def text(self):
        """The words in the reader's language, else in the other one; compare `.language` to mark the fallback."""
        texts = {text.language: text for text in self._all_words()}
        mine = languages.current()
        return texts.get(mine) or texts.get(languages.other(mine))

    def _all_words(self):
        if hasattr(self, "words"):
            return [SimpleNamespace(**words) for words in self.words]
        return self.texts.all()

    @property
    @display(description=_("title"))
    def title(self) -> str:
        text = self.text
        return text.title if text else f"#{self.pk}"

    @property
    def description(self) -> str:
        return self.text.description if self.text else ""

    @property
    def text_language(self) -> str:
        """The language of the shown text where it is not the reader's, else an empty string."""
        return self.text.language if self.text and self.text.language != languages.current() else ""

    @property
    def slug(self) -> str:
        return slugify(self.title) or "x"

    @property
    def is_expired(self) -> bool:
        return self.expires_on is not None and self.expires_on < timezone.localdate()

    @property
    def is_overdue(self) -> bool:
        """Waits for the office, and the day by which it should answer is over."""
        return self.due_on is not None and self.due_on < timezone.localdate() and self.waits

    @property
    def waits(self) -> bool:
        """For the office, itself or a version beside it."""
        return self.state == ListingState.SUBMITTED or self.has_wish

    @property
    def has_wish(self) -> bool:
        """Shown, with a version beside it at which the office has not looked."""
        wished = getattr(self, "wished", None) if self.state == ListingState.RELEASED else None
        return wished is not None and not wished.reason

    @property
    def is_current(self) -> bool:
        return self.is_current_on(timezone.localdate())

    def is_current_on(self, day) -> bool:
        """Released and not expired by `day`."""
        return self.state == ListingState.RELEASED and (self.expires_on is None or self.expires_on >= day)

    @property
    def language(self) -> str:
        """The language of letters that go to no account, but to the office."""
        return settings.LANGUAGE_CODE

    @property
    def status(self) -> ListingState:
        return ListingState(self.state)

    @property
    def answers(self):
        """The person who answers for it, None where only the institution is named."""
        return self.contact or self.resource.contact

    @property
    def where(self) -> str:
        """Building and room, street, town: as far as it is known."""
        house = self.institution
        at_home = not self.city or self.city == house.city
        town = " ".join(filter(None, [house.postal_code, house.city])) if at_home else self.city
        return ", ".join(filter(None, [self.resource.place, house.street if at_home else "", town]))

    @property
    def is_for_everybody(self) -> bool:
        """Offered to all groups, private persons among them."""
        return not self.institutions_only and set(self.audience) >= set(kinds.Audience.values)

    @property
    def right_of_withdrawal(self) -> WithdrawalRight:
        """Of consumers; none where none may order."""
        return WithdrawalRight.NO_CONSUMERS if self.institutions_only else WithdrawalRight(self.withdrawal)

    @property
    def opening(self) -> tuple | None:
        """(weekdays, opens at, closes at), or None where it is open around the clock every day.

        Days without times are open from midnight to midnight.
        """
        if self.opens_at is None or self.closes_at is None:
            days = set(self.opening_days or range(7))
            return (days, MIDNIGHT, MIDNIGHT) if len(days) < 7 else None
        return set(self.opening_days or range(7)), self.opens_at, self.closes_at
