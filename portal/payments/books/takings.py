"""What came and went: per month, per project, per payee. Each is one question to the database."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, CharField, F, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce, TruncMonth

from portal.payments.books.closing import after, first_of
from portal.payments.models import Movement, Payment
from portal.payments.states import MovementKind, PaymentState

NOUGHT = Value(Decimal(0))
# What was received in earnest: an entry by mistake counts neither way.
CAME = Q(kind__in=[MovementKind.RECEIVED, MovementKind.UNDONE])
WENT = ~CAME


@dataclass(frozen=True)
class Moved:
    """Euros that came, and that went back or were taken back; neither is below nothing in most months."""

    came: Decimal = Decimal(0)
    went: Decimal = Decimal(0)

    @property
    def stays(self) -> Decimal:
        return self.came - self.went


def of_months(first: date, last: date, rows: QuerySet[Movement] | None = None) -> dict[date, Moved]:
    """Each month from that of `first` to that of `last` by its first day, those without money included."""
    rows = (Movement.objects.all() if rows is None else rows).filter(day__gte=first_of(first), day__lt=after(last))
    told = {one["month"]: _moved(one) for one in _summed(rows.annotate(month=TruncMonth("day")), "month")}
    months, month = {}, first_of(first)
    while month <= last:
        months[month], month = told.get(month, Moved()), after(month)
    return months


def of_projects(rows: QuerySet[Movement]) -> dict[str, Moved]:
    """By the short name of the project; empty for what names none. The largest first."""
    told = {one["project"]: _moved(one) for one in _summed(rows.annotate(project=project("payment__")), "project")}
    return dict(sorted(told.items(), key=lambda item: -item[1].came))


def of_payees(rows: QuerySet[Movement]) -> dict[int | None, Moved]:
    """By the institution; None is the portal."""
    return {one["payment__payee"]: _moved(one) for one in _summed(rows, "payment__payee")}


def open_of_payees() -> dict[int | None, Decimal]:
    """What is asked for and has not come."""
    rows = Payment.objects.filter(state__in=PaymentState.AWAITED).order_by()
    return dict(rows.values_list("payee").annotate(all=Sum(F("amount") - F("received"))))


def project(prefix: str = "") -> Coalesce:
    """The short name of the project of a payment's deed, as an expression; `prefix` leads to the payment.

    The deed's class says the way to it: `project_of_money()`.
    """
    ways = []
    for kind in ContentType.objects.filter(pk__in=Payment.objects.order_by().values("purpose_type")):
        way = getattr(kind.model_class(), "project_of_money", None)
        if way:
            deeds = kind.model_class()._base_manager.filter(pk=OuterRef(f"{prefix}purpose_id"))
            name = Subquery(deeds.values(way())[:1], output_field=CharField())
            ways.append(When(**{f"{prefix}purpose_type": kind.pk}, then=name))
    return Coalesce(Case(*ways, default=Value(""), output_field=CharField()), Value(""))


def _summed(rows: QuerySet[Movement], key: str):
    came = Coalesce(Sum("amount", filter=CAME), NOUGHT)
    return rows.order_by().values(key).annotate(came=came, went=Coalesce(Sum("amount", filter=WENT), NOUGHT))


def _moved(one: dict) -> Moved:
    return Moved(one["came"], -one["went"])
