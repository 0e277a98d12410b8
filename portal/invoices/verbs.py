"""The verbs of invoicing: ask for money, issue, correct. The only code that writes `Invoice`; nothing changes one."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone, translation

from portal.audit import log
from portal.database import clock
from portal.invoices import numbers, printing, sums
from portal.invoices.charges import Charge
from portal.invoices.kinds import DocumentKind, TaxCase
from portal.invoices.models import Billing, Invoice, InvoiceLine, InvoiceTax, Issuer, Recipient, UsualRecipient
from portal.invoices.refusals import (
    IssuedAlready,
    NeedsAddress,
    NeedsVatId,
    NobodyInvoices,
    NothingToCharge,
    NothingToCorrect,
)
from portal.language import times
from portal.language.mailbox import is_nobody
from portal.payments import checkout, ledger
from portal.payments.models import Payment
from portal.payments.signals import payment_on_account
from portal.payments.states import PaymentState

# § 14b UStG, § 147 AO: invoices for eight years from the end of the year.
YEARS = 8
# § 33 UStDV: up to so much an invoice needs no recipient.
SMALL = Decimal(250)
# The money is there, be it contested; a debit that is under way is not, nor what the bank has taken back.
HERE = frozenset({PaymentState.PAID, PaymentState.DISPUTED})
BUYER = (
    "name",
    "person",
    "street",
    "postal_code",
    "city",
    "country",
    "email",
    "order_number",
    "cost_centre",
    "vat_id",
    "leitweg_id",
)
# Each order has a number of its own.
NOT_REMEMBERED = frozenset({"order_number"})
SELLER = (
    "name",
    "street",
    "postal_code",
    "city",
    "country",
    "vat_id",
    "tax_number",
    "contact",
    "phone",
    "email",
    "letterhead",
)


def issuer_of(payment: Payment) -> Issuer | None:
    """Who invoices for `payment`; None: nobody here, the institution numbers in its own system."""
    return Issuer.objects.filter(institution=payment.payee_id).first()


def portals_own() -> Issuer | None:
    """Who invoices for what the portal itself offers."""
    return Issuer.objects.filter(institution=None).first()


def charges_of(payment: Payment) -> list[Charge]:
    """What its deed charges, as it stands now; empty where the deed tells nothing."""
    told = getattr(payment.purpose, "charges", None)
    with translation.override(payment.language):
        return told() if told else []


def may_be_invoiced(payment: Payment) -> bool:
    if payment.state not in PaymentState.IN_FORCE or issuer_of(payment) is None:
        return False
    charges = charges_of(payment)
    return bool(charges) and not _is_short(payment, charges)


def _is_short(payment: Payment, charges: Sequence[Charge]) -> bool:
    """The deed tells of less than was asked for it: no invoice may say another sum than the payment."""
    return sum(one.gross for one in charges) < payment.amount - payment.owed


def _mailbox_of(payment: Payment) -> str:
    """Empty once the payer was erased: nobody writes there."""
    return "" if is_nobody(payment.payer_email) else payment.payer_email


def standing(payment: Payment) -> Invoice | None:
    """The invoice of which something is left after its corrections."""
    issued = payment.invoices.filter(kind=DocumentKind.INVOICE).order_by("-pk").first()
    return issued if issued and left_of(issued) else None


def left_of(invoice: Invoice) -> Decimal:
    """What its corrections have left of it, gross."""
    return invoice.gross - (invoice.corrections.aggregate(all=Sum("gross"))["all"] or Decimal(0))


@transaction.atomic
def issue(
    payment: Payment, billing: Recipient, *, is_new: bool = False, by=None, now: datetime | None = None
) -> Invoice:
    """The invoice for `payment` to whom `billing` names, numbered in the series of the year.

    Where the issuer allows it, who gives an order number or a Leitweg-ID pays on account: later, and the deed does not
    wait for it. `is_new`: the deed asks for the money at this moment, and writes itself.
    Raises NobodyInvoices, IssuedAlready, NothingToCharge, NeedsVatId, NeedsAddress.
    """
    ledger.lock_with_deed(payment)
    now = now or clock.now()
    issuer = issuer_of(payment)
    if issuer is None:
        raise NobodyInvoices
    if standing(payment):
        raise IssuedAlready
    charges = charges_of(payment)
    if payment.state not in PaymentState.IN_FORCE or not charges:
        raise NothingToCharge
    if _is_short(payment, charges):
        raise NobodyInvoices
    if not billing.vat_id and not issuer.small_business and any(one.tax == TaxCase.REVERSE for one in charges):
        raise NeedsVatId
    amount = payment.amount - payment.owed
    if billing.street:
        keep_recipient(payment.purpose, billing, asked_by=payment.payer_email)
    elif amount > SMALL:
        raise NeedsAddress
    if issuer.terms_days and payment.is_open and (billing.order_number or billing.leitweg_id):
        due = times.end_of_day(now + timedelta(days=issuer.terms_days))
        checkout.set_term(payment, max(due, payment.due_at or due))
        payment_on_account.send(sender=Payment, payment=payment, is_new=is_new, now=now)
    charges = sums.part_of(charges, amount) if amount < sum(one.gross for one in charges) else charges
    return _write(
        issuer,
        payment,
        charges,
        now,
        by=by,
        seller=_snapshot(issuer, SELLER) | payment.account,
        buyer=_snapshot(billing, BUYER) | {"email": billing.email or _mailbox_of(payment)},
        due_on=timezone.localdate(payment.due_at) if payment.due_at else None,
        prepaid=amount if payment.state in HERE else Decimal(0),
    )


def keep_recipient(deed, recipient: Recipient, *, asked_by: str, user=None) -> Billing:
    """Who gets the invoice for `deed`; who was named before is forgotten. Called inside the transaction of the deed.

    An account keeps the first one as its usual one.
    """
    facts = _snapshot(recipient, BUYER) | {"asked_by": asked_by}
    if user is not None:
        usual = {name: facts[name] for name in BUYER if name not in NOT_REMEMBERED}
        UsualRecipient.objects.get_or_create(user=user, defaults=usual)
    kind = ContentType.objects.get_for_model(deed, for_concrete_model=True)
    return Billing.objects.update_or_create(purpose_type=kind, purpose_id=deed.pk, defaults=facts)[0]


def open_payment(deed, **asked) -> Payment:
    """Ask for money as `checkout.open_payment` does, inside the deed's own transaction; whoever has said where the
    invoice goes gets it at once, unasked.

    An invoice on account moves the deed, without a letter: read its state anew afterwards.
    """
    payment = checkout.open_payment(deed, **asked)
    _issue_as_said(payment, is_new=True, now=asked.get("now"))
    return payment


def issue_again(payment: Payment, *, now: datetime | None = None) -> None:
    """The money came after the deed had lapsed and its invoice was taken back, and stands after all: whoever has said
    where the invoice goes gets one. Called inside the transaction of the deed.
    """
    _issue_as_said(payment, now=now)


def _issue_as_said(payment: Payment, **how) -> None:
    """To whom it was said; nobody is asked, so what stands against an invoice is none of theirs. Who owes VAT here and
    has not said their id may still do so behind the link of the payment.
    """
    if told := billing_of(payment.purpose):
        with suppress(NobodyInvoices, NothingToCharge, NeedsVatId, IssuedAlready):
            issue(payment, told, **how)


def billing_of(deed) -> Billing | None:
    return _billing(deed).first()


def forget_recipient(deed) -> None:
    """The deed is emptied; its invoices stay until their years are over."""
    _billing(deed).delete()


def _billing(deed):
    kind = ContentType.objects.get_for_model(deed, for_concrete_model=True)
    return Billing.objects.filter(purpose_type=kind, purpose_id=deed.pk)


def may_have_receipt(payment: Payment) -> bool:
    """Whether what was paid is so little that its invoice needs no address."""
    return payment.state in HERE and payment.amount - payment.owed <= SMALL


@transaction.atomic
def issue_receipt(payment: Payment, *, now: datetime | None = None) -> Invoice:
    """An invoice to whoever paid, without an address (§ 33 UStDV). Raises what `issue` does."""
    if not may_have_receipt(payment):
        raise NeedsAddress
    return issue(payment, Billing(name=payment.payer_name[:150], country="DE"), now=now)


@transaction.atomic
def correct(
    invoice: Invoice, amount: Decimal | None = None, *, reason: str = "", by=None, now: datetime | None = None
) -> Invoice:
    """A document of its own that takes `amount` (gross; None: all that is left) of `invoice` back.

    Raises NothingToCorrect.
    """
    # First the payment, as whatever gives money back does: a clerk and a guest at once take back one after the other.
    ledger.lock(invoice.payment)
    now, left = now or clock.now(), left_of(invoice)
    amount = left if amount is None else amount
    if invoice.is_correction or not 0 < amount <= left:
        raise NothingToCorrect
    charged = [_as_charge(line) for line in invoice.lines.all()]
    taken = [_as_charge(line) for line in InvoiceLine.objects.filter(invoice__corrects=invoice).order_by("pk")]
    return _write(
        invoice.issuer,
        invoice.payment,
        sums.part_of(sums.left_of(charged, taken), amount),
        now,
        by=by,
        before=_gross_by_case(taken),
        kind=DocumentKind.CORRECTION,
        corrects=invoice,
        reason=reason[:200],
        seller=invoice.seller,
        buyer=invoice.buyer,
    )


def _gross_by_case(charges: Sequence[Charge]) -> dict[str, Decimal]:
    gross: dict[str, Decimal] = {}
    for one in charges:
        gross[one.tax] = gross.get(one.tax, Decimal(0)) + one.gross
    return gross


def _write(
    issuer: Issuer,
    payment: Payment,
    charges: Sequence[Charge],
    now: datetime,
    *,
    by,
    before: Mapping[str, Decimal] = sums.NOTHING,
    **facts,
) -> Invoice:
    day = timezone.localdate(now)
    if issuer.small_business and not facts.get("corrects"):
        charges = [_without_tax(one) for one in charges]
    taxes, rows = sums.by_case(charges, before), sums.rows(charges, before)
    net, tax = sum(one.net for one in taxes), sum(one.tax for one in taxes)
    invoice = Invoice.objects.create(
        number=numbers.next_number(issuer, day),
        issuer=issuer,
        payment=payment,
        issued_on=day,
        delivered_from=min(one.since for one in charges),
        delivered_until=max(one.until for one in charges),
        language=payment.language,
        recipient=facts["buyer"]["name"],
        net=net,
        tax=tax,
        gross=net + tax,
        currency=payment.currency,
        keep_until=date(day.year + YEARS + 1, 1, 1) - timedelta(days=1),
        **facts,
    )
    InvoiceLine.objects.bulk_create(_line(invoice, position, row) for position, row in enumerate(rows, start=1))
    InvoiceTax.objects.bulk_create(
        InvoiceTax(invoice=invoice, case=one.case, rate=one.case.rate, net=one.net, tax=one.tax) for one in taxes
    )
    log(invoice, f"invoices.{invoice.kind}", user=by, timestamp=now, data={"number": invoice.number})
    printing.promise(invoice)
    return invoice


def _line(invoice: Invoice, position: int, row: sums.Row) -> InvoiceLine:
    one = row.charge
    return InvoiceLine(
        invoice=invoice,
        position=position,
        text=one.text[:300],
        quantity=one.quantity,
        unit=one.unit,
        price=row.price,
        net=row.net,
        gross=one.gross,
        case=one.tax,
        since=one.since,
        until=one.until,
    )


def _as_charge(line: InvoiceLine) -> Charge:
    return Charge(line.text, line.quantity, line.gross, line.case, line.since, line.until, line.unit)


def _without_tax(one: Charge) -> Charge:
    return Charge(one.text, one.quantity, one.gross, TaxCase.SMALL, one.since, one.until, one.unit)


def _snapshot(row, names: Sequence[str]) -> dict[str, str]:
    return {name: str(getattr(row, name)) for name in names}
