"""What is owed and overdue, and the verb that reminds of it. Nothing is sent before a person has released it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.db.models import Count, DecimalField, F, Max, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from portal.audit import log
from portal.database import clock
from portal.invoices import letters
from portal.invoices.kinds import DocumentKind
from portal.invoices.models import Invoice, Reminder
from portal.invoices.refusals import NotOverdue, RemindedLately, RemindedOften
from portal.letters import outbox
from portal.payments.states import PaymentState

BETWEEN = timedelta(days=7)
# Days overdue, from which on; what is not due yet stands before them.
AGES = (1, 15, 31, 61)
MONEY = DecimalField(max_digits=10, decimal_places=2)


@dataclass(frozen=True)
class Age:
    """Invoices that are so many days overdue, `until` None: or more."""

    since: int
    until: int | None
    number: int
    owed: Decimal


def owed() -> QuerySet[Invoice]:
    """Invoices that are not paid; oldest first.

    Each with `left` after its corrections and the parts that came, `steps` and `reminded_at`.
    """
    back = Invoice.objects.filter(corrects=OuterRef("pk")).order_by().values("corrects").annotate(all=Sum("gross"))
    taken = Coalesce(Subquery(back.values("all"), output_field=MONEY), Value(Decimal(0)))
    left = F("gross") - taken - F("payment__received")
    said = Reminder.objects.filter(invoice=OuterRef("pk")).order_by().values("invoice")
    return (
        Invoice.objects.filter(kind=DocumentKind.INVOICE, payment__state=PaymentState.OPEN)
        .annotate(
            left=left,
            steps=Coalesce(Subquery(said.annotate(n=Count("pk")).values("n")), Value(0)),
            reminded_at=Subquery(said.annotate(last=Max("sent_at")).values("last")),
        )
        .filter(left__gt=0)
        .select_related("payment", "issuer")
        .order_by(F("due_on").asc(nulls_last=True), "pk")
    )


def overdue(today: date) -> QuerySet[Invoice]:
    return owed().filter(due_on__lt=today)


def by_age(today: date) -> list[Age]:
    """The overdue ones by how long; what nobody owes stands there with nought."""
    days = [((today - one.due_on).days, one.left) for one in overdue(today)]
    ages = []
    for since, after in zip(AGES, (*AGES[1:], None), strict=True):
        sums = [left for age, left in days if age >= since and (after is None or age < after)]
        ages.append(Age(since, after and after - 1, len(sums), sum(sums, Decimal(0))))
    return ages


def may_be_reminded(invoice: Invoice, now: datetime) -> bool:
    """Of one from `owed`: whether a reminder could be released now."""
    is_due = invoice.due_on is not None and invoice.due_on < timezone.localdate(now)
    is_time = invoice.reminded_at is None or invoice.reminded_at + BETWEEN <= now
    return is_due and is_time and invoice.steps < Reminder.MOST


@transaction.atomic
def remind(invoice: Invoice, *, by, now: datetime | None = None) -> Reminder:
    """The next of three reminders, by letter, with the invoice once more.

    Raises NotOverdue, RemindedLately, RemindedOften.
    """
    Invoice.objects.select_for_update().get(pk=invoice.pk)
    now = now or clock.now()
    found = overdue(timezone.localdate(now)).filter(pk=invoice.pk).first()
    if found is None:
        raise NotOverdue
    if found.steps >= Reminder.MOST:
        raise RemindedOften
    if not may_be_reminded(found, now):
        raise RemindedLately(BETWEEN.days)
    reminder = Reminder.objects.create(invoice=found, step=found.steps + 1, sent_at=now, by=by)
    log(found, "invoices.remind", user=by, timestamp=now, data={"step": reminder.step})
    outbox.post(letters.reminded, reminder)
    return reminder
