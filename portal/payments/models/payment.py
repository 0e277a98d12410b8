from decimal import Decimal

from django.conf import settings
from django.contrib.admin import display
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import BankDetails, Institution
from portal.database.promises import Check, Unique
from portal.language.mailbox_fields import MailboxField
from portal.language.money import as_text
from portal.payments.states import Cause, PaidVia, PaymentState, ProposalState, Review
from portal.web import tokens

# What is due to go back of one of which money has to go back; `Payment.to_give_back` says the same of a row.
DUE_BACK = (
    models.Case(models.When(state=PaymentState.PAID, then=models.F("owed")), default=models.F("amount"))
    - models.F("refunded")
    - models.F("leaving")
)


class PaymentQuerySet(models.QuerySet):
    def for_purpose(self, deed):
        return self.filter(
            purpose_type=ContentType.objects.get_for_model(deed, for_concrete_model=True), purpose_id=deed.pk
        )

    def to_give_back(self):
        """Those of which money has to go back that is not on its way yet."""
        in_part = models.Q(state=PaymentState.PAID, owed__gt=models.F("refunded") + models.F("leaving"))
        whole = models.Q(state=PaymentState.REFUND_DUE, amount__gt=models.F("refunded") + models.F("leaving"))
        return self.filter(in_part | whole)

    def to_release(self):
        """Those whose refund one person has proposed and another has to release."""
        waiting = models.Q(refund_proposals__state=ProposalState.PROPOSED, refund_proposals__amount=DUE_BACK)
        return self.to_give_back().filter(waiting)

    def to_the_portal(self):
        """Those that our own finance looks after; an institution looks after its own."""
        return self.filter(payee=None)

    def live(self):
        """Those that can still be withdrawn: asked for, under way, or paid."""
        return self.filter(state__in=sorted(PaymentState.LIVE))

    def in_force(self):
        """Those behind a deed that goes on, be the money there or not."""
        return self.filter(state__in=sorted(PaymentState.IN_FORCE))

    def overdue(self, now):
        return self.filter(state=PaymentState.OPEN, due_at__lt=now)

    def locked(self):
        return self.select_for_update(of=("self",)).order_by("pk")


class Payment(tokens.Nonced):
    """Money asked for one deed (a registration, an order). Written only by the verbs of `checkout`."""

    wagtail_reference_index_ignore = True  # `look.in_use` asks the keys; the index would cost five queries a write

    purpose_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    purpose_id = models.BigIntegerField()
    purpose = GenericForeignKey("purpose_type", "purpose_id")
    description = models.CharField(_("for"), max_length=250)
    # In one language whatever the payer's: what the office books it under, the deed's number first.
    booked_as = models.CharField(_("purpose"), max_length=250, blank=True)
    amount = models.DecimalField(_("amount"), max_digits=10, decimal_places=2)
    currency = models.CharField(_("currency"), max_length=3, default="EUR")
    state = models.CharField(_("state"), max_length=12, choices=PaymentState, default=PaymentState.OPEN)
    # Who is paid; None: the portal itself, for its own events.
    payee = models.ForeignKey(
        Institution,
        verbose_name=_("payee"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="payments_to_it",
    )
    payer_name = models.CharField(_("name"), max_length=200)
    payer_email = MailboxField(_("email"), blank=True)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES, default="de")
    session_id = models.CharField(max_length=255, blank=True, editable=False)
    # The linked account of Stripe on which the page was made, empty: our own. Money goes back from where it came.
    session_account = models.CharField(_("account at Stripe"), max_length=255, blank=True, editable=False)
    attempt = models.PositiveSmallIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(_("asked at"))
    due_at = models.DateTimeField(_("due by"), null=True, blank=True)
    paid_at = models.DateTimeField(_("paid at"), null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True, editable=False)
    paid_via = models.CharField(_("paid by"), max_length=10, choices=PaidVia, blank=True)
    value_date = models.DateField(_("value date"), null=True, blank=True)
    cause = models.CharField(_("why it is off"), max_length=10, choices=Cause, blank=True)
    # Of a payment that is still asked for: what has come of it in parts.
    received = models.DecimalField(_("received so far"), max_digits=10, decimal_places=2, default=0)
    # Of a payment that stands: what single seats cost that were given back; `refunded` and `leaving` pay it off.
    owed = models.DecimalField(_("to be paid back in part"), max_digits=10, decimal_places=2, default=0)
    owed_for = models.CharField(_("why in part"), max_length=10, choices=Cause, blank=True)
    refunded = models.DecimalField(_("paid back"), max_digits=10, decimal_places=2, default=0)
    leaving = models.DecimalField(_("on its way back"), max_digits=10, decimal_places=2, default=0)
    # The part of `refunded` that Stripe knows nothing of.
    by_hand = models.DecimalField(_("of which transferred by hand"), max_digits=10, decimal_places=2, default=0)
    # The part of `leaving` that stands in a file for the bank, of which Stripe knows nothing either.
    in_batch = models.DecimalField(_("of which by bank transfer"), max_digits=10, decimal_places=2, default=0)
    refunded_via = models.CharField(_("paid back by"), max_length=10, choices=PaidVia, blank=True)
    review = models.CharField(_("to be looked at"), max_length=10, choices=Review, blank=True)
    # What finance was called for already: a bell that rings again does not call again.
    called_for = ArrayField(models.CharField(max_length=280), default=list, blank=True, editable=False)

    objects = PaymentQuerySet.as_manager()

    class Meta:
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["purpose_type", "purpose_id"])]
        constraints = [
            Check(
                name="payment_is_positive",
                condition=models.Q(amount__gt=0),
                beside="amount",
                says=_("The amount must be more than zero."),
            ),
            Check(
                name="payment_part_is_less_than_all",
                condition=models.Q(received__gte=0) & models.Q(received__lt=models.F("amount")),
                beside="received",
                says=_("A part is less than what is asked for."),
            ),
            Check(
                name="payment_gives_back_what_came",
                condition=models.Q(refunded__gte=0) & models.Q(refunded__lte=models.F("amount")),
                beside="refunded",
                says=_("No more can be paid back than was paid."),
            ),
            Check(
                name="payment_owes_a_part_only",
                condition=models.Q(owed__gte=0) & models.Q(owed__lt=models.F("amount")),
                beside="owed",
                says=_("Only a part can be owed back."),
            ),
            Check(
                name="payment_by_hand_is_part_of_what_went_back",
                condition=models.Q(by_hand__gte=0, leaving__gte=0) & models.Q(by_hand__lte=models.F("refunded")),
                beside="by_hand",
                says=_("What was transferred by hand is a part of what was paid back."),
            ),
            Check(
                name="payment_in_batch_is_part_of_what_leaves",
                condition=models.Q(in_batch__gte=0) & models.Q(in_batch__lte=models.F("leaving")),
                beside="in_batch",
                says=_("What stands in a file for the bank is a part of what is on its way."),
            ),
            Check(
                name="payment_on_a_linked_account_has_a_payee",
                condition=models.Q(session_account="") | models.Q(payee__isnull=False),
                beside="session_account",
                says=_("Only money for an institution is taken on its own account."),
            ),
            Unique(
                name="one_live_payment_per_deed",
                fields=["purpose_type", "purpose_id"],
                condition=models.Q(state__in=sorted(PaymentState.LIVE)),
                beside="purpose_id",
                says=_("There is a payment for this already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} · {self.booked_as or self.description} · {self.sum}"

    def get_owed_for_display(self) -> str:
        """The same causes as of a whole that is off, in words about a part."""
        return str(Cause.IN_PART.get(self.owed_for, "") or (Cause(self.owed_for).label if self.owed_for else ""))

    @property
    @display(description=_("amount"), ordering="amount")
    def sum(self) -> str:
        """The amount with its currency, as the reader writes it."""
        return as_text(self.amount, self.currency, with_cents=True)

    @property
    @display(description=_("asked at"), ordering="created_at")
    def asked_on(self) -> str:
        return date_format(localtime(self.created_at), "SHORT_DATE_FORMAT")

    @property
    def to_pay(self) -> Decimal:
        """What is still asked for, after the parts that have come."""
        return self.amount - self.received

    @property
    def rest(self) -> Decimal:
        """What has not gone back."""
        return self.amount - self.refunded

    @property
    def owed_in_all(self) -> Decimal:
        """What shall have gone back in the end; nothing while the money is not there, disputed or taken back."""
        return {PaymentState.REFUND_DUE: self.amount, PaymentState.PAID: self.owed}.get(self.state, Decimal(0))

    @property
    @display(description=_("to be refunded"))
    def to_give_back(self) -> Decimal:
        """What finance has to send on its way."""
        return max(self.owed_in_all - self.refunded - self.leaving, Decimal(0))

    @property
    @display(description=_("to be refunded"))
    def sum_to_give_back(self) -> str:
        return as_text(self.to_give_back, self.currency, with_cents=True) if self.to_give_back else ""

    @property
    def part_back(self) -> Decimal:
        """Of a payment that stands: what the payer still gets of it, on its way or not."""
        return max(self.owed - self.refunded, Decimal(0)) if self.state in PaymentState.IN_FORCE else Decimal(0)

    @property
    def account(self) -> dict[str, str]:
        """`holder`, `iban` and `bic` of the account that the money goes to; an empty IBAN: to none."""
        if self.payee_id is None:
            return settings.BANK_ACCOUNT
        details = BankDetails.objects.filter(institution=self.payee_id).first() or BankDetails()
        return {"holder": details.holder, "iban": details.iban, "bic": details.bic}

    @property
    def status(self) -> PaymentState:
        return PaymentState(self.state)

    @property
    def tone(self) -> str:
        return PaymentState.TONE[self.state]

    @property
    @display(description=_("reference"))
    def reference(self) -> str:
        """What a payer writes on a bank transfer, and what Stripe's dashboard shows."""
        return f"TP-{self.pk:06d}"

    @property
    def takes_money(self) -> bool:
        """Whether paying still serves anything; a deed that can be over for good says so."""
        return getattr(self.purpose, "takes_money", True)

    @property
    def is_open(self) -> bool:
        return self.state == PaymentState.OPEN

    def get_absolute_url(self) -> str:
        return reverse("payments:pay", args=[tokens.make("pay", self)])
