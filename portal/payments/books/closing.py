"""Months that finance has looked at and closed: what is open in one, the verbs, and the question before entries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.audit import log
from portal.payments.models import ClosedMonth, Payment, Stray
from portal.payments.signals import month_closed
from portal.payments.states import PaymentState
from portal.refusals import Refusal


class MonthClosed(Refusal):
    """Names the month."""

    def __init__(self, month: date):
        words = gettext("%(month)s is closed: nothing is entered in it any more.")
        super().__init__(words % {"month": date_format(month, "F Y")})


class NotOverYet(Refusal):
    message = _("This month is not over yet.")


class ClosedBefore(Refusal):
    message = _("This month is closed already.")


class ReviewsOpen(Refusal):
    message = _("Payments have to be looked at. Settle them first, or say why the month is closed nevertheless.")


class NotClosed(Refusal):
    message = _("This month is not closed.")


@dataclass(frozen=True)
class Left:
    """What is still open at the end of a month; none of it is wrong by itself but what waits for a look."""

    reviews: int
    strays: int
    back: int
    awaited: int

    @property
    def wants_a_look(self) -> bool:
        return bool(self.reviews or self.strays)


def first_of(day: date) -> date:
    return day.replace(day=1)


def after(month: date) -> date:
    """The first day that does not belong to it any more."""
    return first_of(month + timedelta(days=32))


def closed_of(payee_id: int | None, days: Iterable[date]) -> set[date]:
    """The months among those of `days` in which nothing is entered any more, by their first days."""
    months = {first_of(day) for day in days}
    rows = ClosedMonth.objects.filter(payee=payee_id, month__in=months, reopened_at=None)
    return set(rows.values_list("month", flat=True))


def require_open(payee_id: int | None, day: date) -> None:
    """Before an entry on `day`, in its transaction: whoever closes the month waits. Raises MonthClosed."""
    _lock("shared")
    if closed := closed_of(payee_id, [day]):
        raise MonthClosed(closed.pop())


def left_in(payee_id: int | None, month: date) -> Left:
    """What came up until its end and is not settled; messages of Stripe concern the portal alone."""
    over = timezone.make_aware(datetime.combine(after(month), datetime.min.time()))
    rows = Payment.objects.filter(payee=payee_id, created_at__lt=over)
    awaited = Q(state__in=PaymentState.AWAITED) & (Q(due_at=None) | Q(due_at__lt=over))
    strays = Stray.objects.filter(closed_at=None, arrived_at__lt=over).count() if payee_id is None else 0
    return Left(rows.exclude(review="").count(), strays, rows.to_give_back().count(), rows.filter(awaited).count())


@transaction.atomic
def close(payee_id: int | None, month: date, *, by, reason: str = "", now: datetime | None = None) -> ClosedMonth:
    """Nothing is entered in `month`, given by any day of it, any more; `reason` where something waits for a look.

    Raises NotOverYet, ClosedBefore or ReviewsOpen.
    """
    now, month = now or timezone.now(), first_of(month)
    if after(month) > timezone.localdate(now):
        raise NotOverYet
    _lock("")
    if closed_of(payee_id, [month]):
        raise ClosedBefore
    if left_in(payee_id, month).wants_a_look and not reason:
        raise ReviewsOpen
    facts = {"closed_at": now, "closed_by": by, "reason": reason}
    closed = ClosedMonth.objects.create(payee_id=payee_id, month=month, **facts)
    log(closed, "payments.month_closed", user=by, timestamp=now, data={"reason": reason} if reason else None)
    month_closed.send(sender=ClosedMonth, closed=closed)
    return closed


@transaction.atomic
def reopen(closed: ClosedMonth, *, by, reason: str, now: datetime | None = None) -> ClosedMonth:
    """Something has to be entered after all, and why. Raises NotClosed."""
    _lock("")
    closed.refresh_from_db(from_queryset=ClosedMonth.objects.select_for_update(of=("self",)))
    if not closed.is_closed:
        raise NotClosed
    closed.reopened_at, closed.reopened_by, closed.why_reopened = now or timezone.now(), by, reason
    closed.save(update_fields=["reopened_at", "reopened_by", "why_reopened"])
    log(closed, "payments.month_reopened", user=by, timestamp=closed.reopened_at, data={"reason": reason})
    return closed


def _lock(how: str) -> None:
    """Entries share it, closing has it alone; the trigger `payments_month_is_open` asks for the same."""
    function = f"pg_advisory_xact_lock{'_' if how else ''}{how}"
    with connection.cursor() as cursor:
        cursor.execute(f"select {function}(hashtextextended('closed months', 0))")  # noqa: S608 (our own two words)
