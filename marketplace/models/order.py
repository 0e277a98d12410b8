from datetime import datetime, timedelta
from decimal import Decimal
from functools import reduce
from operator import or_

from django.conf import settings
from django.contrib.admin import display
from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from home.models import Project
from marketplace.kinds import Unit, Vat
from marketplace.models.listing import Listing
from marketplace.states import OrderState
from portal.accounts.models import Institution, TargetGroup
from portal.database.promises import Check, Unique
from portal.invoices.charges import Charge
from portal.language.mailbox_fields import MailboxField
from portal.language.money import cents
from portal.payments.deed import Way
from portal.rights import HouseRight
from portal.web.tokens import Nonced
from portal.withdrawals import fortnight, offered
from portal.withdrawals.consumers import buys_as_a_business
from portal.withdrawals.kinds import WithdrawalRight

# UN/ECE Recommendation 20, for invoices; what is missing is a piece.
UNIT_CODES = {Unit.HOUR: "HUR", Unit.DAY: "DAY", Unit.MONTH: "MON"}


class OrderQuerySet(models.QuerySet):
    def locked(self):
        return self.select_for_update(of=("self",)).order_by("pk")

    def holding(self):
        return self.filter(state__in=OrderState.HOLDING)

    def overlapping(self, period):
        return self.filter(period__overlap=period)

    def of_resource(self, resource):
        """On all the offers of a thing."""
        return self.filter(listing__resource=resource)

    def overdue(self, now):
        return self.filter(state__in=OrderState.WAITING, decide_by__lte=now)

    def unreturned(self, now):
        """Still in the other house after the time agreed on."""
        return self.filter(state=OrderState.OUT, period__endswith__lte=now)

    def ahead(self, now):
        """Not yet agreed, or agreed and not over; what is in the other house is ahead until it is back."""
        lasts = Q(period=None) | Q(period__upper_inf=True) | Q(period__endswith__gt=now)
        waited_for = OrderState.WAITING | {OrderState.OUT}
        return self.filter(Q(state__in=waited_for) | Q(lasts, state=OrderState.ACCEPTED))

    def incoming_for(self, user, right: HouseRight = HouseRight.SEE_REQUESTS):
        """Those on listings of institutions for which `user` may do this."""
        return self.filter(listing__institution__in=Institution.objects.of(user, right))

    def decidable_by(self, user):
        return self.incoming_for(user, HouseRight.ANSWER_REQUESTS)

    def placed_by(self, user, right: HouseRight = HouseRight.ORDER):
        """Outgoing: one's own and those of institutions for which `user` may do this."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(Q(orderer=user) | Q(institution__in=Institution.objects.of(user, right)))

    def confirmable_by(self, user):
        """Those for which `user` may speak on the orderer's side."""
        return self.placed_by(user, HouseRight.ACT_FOR_COLLEAGUES)

    def changeable_by(self, user):
        """Those for which `user` may speak on either side."""
        return self._either(self.decidable_by(user), self.confirmable_by(user))

    def visible_to(self, user):
        return self._either(self.incoming_for(user), self.placed_by(user))

    def _either(self, *sides):
        return self.filter(reduce(or_, (Q(pk__in=side.values("pk")) for side in sides)))

    def for_display(self):
        names = ("institution", "category", "contact", "resource__contact", "resource__deputy")
        facts = (f"listing__{name}" for name in names)
        return self.select_related(*facts, "institution", "orderer").prefetch_related("listing__texts")


class Order(Nonced):
    """A deed: somebody takes a listing for a while or, without an end, for good. Written only by `ordering`."""

    wagtail_reference_index_ignore = True  # `look.in_use` asks the keys; the index would cost five queries a write

    listing = models.ForeignKey(Listing, verbose_name=_("listing"), on_delete=models.PROTECT, related_name="orders")
    orderer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ordered by"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="orders",
    )
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("for institution"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="orders",
    )
    name = models.CharField(_("name"), max_length=200)
    email = MailboxField(_("email"))
    target_group = models.CharField(_("target group"), max_length=12, choices=TargetGroup)
    project = models.ForeignKey(
        Project, verbose_name=_("project"), on_delete=models.SET_NULL, null=True, blank=True, related_name="orders"
    )
    # Who names one and orders for a verified academic institution pays what the DFG pays.
    dfg_project = models.CharField(_("DFG project"), max_length=40, blank=True)
    period = DateTimeRangeField(_("period"), null=True, blank=True)
    # While it holds, it has so many pieces, all or none: `Hold`.
    quantity = models.PositiveSmallIntegerField(_("quantity"), default=1)
    exclusive = models.BooleanField()
    state = models.CharField(_("state"), max_length=16, choices=OrderState, default=OrderState.REQUESTED)
    price = models.DecimalField(_("price agreed"), max_digits=10, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, default="EUR")
    # Granted exactly as asked it is agreed; else the orderer is asked once more.
    binding = models.BooleanField(_("binding if granted as asked"), default=True)
    # Frozen as they stood when it was ordered; `cancel_cost` once it is cancelled, in the order's currency.
    cancel_days = models.PositiveSmallIntegerField(_("cancelling is free until so many days before"), null=True)
    cancel_percent = models.PositiveSmallIntegerField(_("cancelling later costs, in per cent"), default=0)
    cancel_cost = models.DecimalField(_("cost of cancelling"), max_digits=10, decimal_places=2, null=True, blank=True)
    # Frozen as it stood; the period once there is a contract, of goods once they are handed over.
    withdrawal = models.CharField(
        _("right of withdrawal"), max_length=10, choices=WithdrawalRight, default=WithdrawalRight.APPLIES
    )
    withdraw_until = models.DateTimeField(_("consumers may withdraw until"), null=True, blank=True, editable=False)
    # Who was reminded: nobody, the owner, the deputy; of what did not come back both sides.
    reminded = models.PositiveSmallIntegerField(default=0, editable=False)
    note = models.TextField(_("note"), blank=True, max_length=2000)
    reason = models.TextField(_("reason"), blank=True, max_length=1000)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES, default="de")
    # Of the form that was sent; None: it came without one.
    submission = models.UUIDField(null=True, blank=True, editable=False)
    placed_at = models.DateTimeField(_("ordered at"))
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decide_by = models.DateTimeField(_("lapses at"), null=True, blank=True)

    objects = OrderQuerySet.as_manager()

    class Meta:
        verbose_name = _("order")
        verbose_name_plural = _("orders")
        ordering = ["-placed_at", "-pk"]
        indexes = [models.Index(fields=["listing", "state"])]
        constraints = [
            Unique(
                name="one_order_per_form",
                fields=["listing", "submission"],
                beside="submission",
                says=_("This form was sent already."),
            ),
            Check(
                name="exclusive_order_has_a_period",
                condition=Q(exclusive=False) | Q(period__isnull=False),
                beside="period",
                says=_("The order needs a beginning and an end."),
            ),
            Check(
                name="order_ends_after_it_starts",
                condition=~Q(period__isempty=True),
                beside="period",
                says=_("The end must be after the beginning."),
            ),
            Check(
                name="order_has_a_quantity",
                condition=Q(quantity__gte=1),
                beside="quantity",
                says=_("There must be at least one piece."),
            ),
            Check(
                name="order_price_is_not_negative",
                condition=Q(price__isnull=True) | Q(price__gte=0),
                beside="price",
                says=_("The price must not be negative."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} · {self.listing}"

    def get_absolute_url(self) -> str:
        return reverse("marketplace:my_order", args=[self.pk])

    def is_asked_by(self, user) -> bool:
        return self.orderer_id is not None and user.pk == self.orderer_id

    def lock_for_payment(self) -> None:
        """Called by a settling payment before it locks itself."""
        Listing.objects.locked().get(pk=self.listing_id)

    @property
    def waits_for_goods(self) -> bool:
        """Agreed, and not handed over for good yet."""
        return self.withdraw_until is None and self.state in OrderState.AGREED and self.listing.nature.is_for_good

    def withdrawable_until(self) -> datetime | None:
        """See `portal.payments.deed`. Goods count from the day on which they were handed over (§ 356 (2) no. 1 BGB):
        until then as if that were today.
        """
        is_ours_to_end = self.price and self.institution_id is None and self.withdrawal == WithdrawalRight.APPLIES
        if not is_ours_to_end:
            return None
        until = fortnight.ends_at(timezone.now()) if self.waits_for_goods else self.withdraw_until
        return None if until is None or buys_as_a_business(self) else until

    def charges(self) -> list[Charge]:
        """What its invoice lists: the lines as they were agreed; nothing where one does not say how it is taxed."""
        lines = [line for line in self.lines.all() if line.proposal_id is None and line.total]
        if any(line.vat == Vat.NOT_SHOWN for line in lines):
            return []
        begin = self.period.lower if self.period else self.placed_at
        end = (self.period.upper if self.period else None) or begin
        days = timezone.localdate(begin), timezone.localdate(max(begin, end - timedelta(microseconds=1)))
        return [
            Charge(line.text, line.quantity, line.total, line.vat, *days, UNIT_CODES.get(line.unit, "C62"))
            for line in lines
        ]

    @staticmethod
    def project_of_money() -> str:
        """The way to the short name of the project that its money is for."""
        return "listing__project__acronym"

    def ways_on(self) -> list[Way]:
        """What the pay page offers: the order, and to withdraw from the contract."""
        ways = [Way("box", gettext("To your order"), self.get_absolute_url()), offered.way(self)]
        return [way for way in ways if way]

    @property
    @display(description=_("number"))
    def number(self) -> str:
        return f"B-{self.pk:05d}"

    @property
    def status(self) -> OrderState:
        return OrderState(self.state)

    @property
    def starts_at(self):
        return self.period.lower if self.period else None

    @property
    def is_running(self) -> bool:
        """Agreed and not over, or still in the other house."""
        return self.state == OrderState.OUT or self.state in OrderState.AGREED

    def is_unreturned(self, now) -> bool:
        return self.state == OrderState.OUT and self.ends_at <= now

    @property
    def cancels_free_until(self):
        """None: cancelling costs nothing as long as it is possible."""
        if not (self.cancel_percent and self.price and self.starts_at and self.cancel_days is not None):
            return None
        # As many days before on the clock of the region.
        return timezone.localtime(self.starts_at) - timedelta(days=self.cancel_days)

    def cost_of_cancelling(self, now) -> Decimal:
        """For whoever ordered it, in whole cents."""
        until = self.cancels_free_until
        if self.state not in OrderState.AGREED or until is None or now <= until:
            return Decimal("0.00")
        return cents(self.price * self.cancel_percent / 100)

    @property
    def ends_at(self):
        """None: for good, or without a fixed time."""
        return self.period.upper if self.period else None
