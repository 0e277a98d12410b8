"""Seats in numbers: per day, target group and state. Erased persons are counted too: a number names nobody."""

from datetime import date, timedelta

from django.db.models import Sum
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.models import Attendance
from events.states import RegistrationState
from portal.accounts.kinds import TargetGroup
from portal.look.plots import Series

MOST_DAYS, MOST_WEEKS = 62, 104


def of(registrations, *, now=None) -> list[Series]:
    """Five queries, whatever the number of registrations."""
    plain = registrations.order_by()
    return [
        _over_time(plain),
        _by(
            plain.filter(state=RegistrationState.CONFIRMED),
            "target_group",
            TargetGroup,
            _("Confirmed seats by target group"),
            _("Target group"),
        ),
        _by(plain, "state", RegistrationState, _("Seats by state"), _("State")),
        _came(plain.filter(state=RegistrationState.CONFIRMED), now or timezone.now()),
    ]


def as_rows(series: list[Series]) -> list[list]:
    """For a spreadsheet, the heading first."""
    heading = [_("Statistics"), pgettext("of a row", "Value"), _("Seats")]
    return [heading, *([one.title, label, seats] for one in series for label, seats in one.points)]


def _by(registrations, field: str, choices, title: str, heading: str) -> Series:
    counted = dict(registrations.values_list(field).annotate(n=Sum("seats")))
    points = [(str(choice.label), counted[choice.value]) for choice in choices if counted.get(choice.value)]
    return Series(title, heading, sorted(points, key=lambda point: -point[1]), measure=_("Seats"))


def _came(confirmed, now) -> Series:
    """Of past events at which anybody was checked in: where nobody was, nobody counted."""
    here = Attendance.objects.standing()
    counted = confirmed.filter(event__ends_at__lte=now, event__in=here.values("registration__event"))
    expected = counted.aggregate(n=Sum("seats"))["n"] or 0
    came = here.filter(registration__in=counted.values("pk")).count()
    points = [(_("came"), came), (_("stayed away"), expected - came)] if expected else []
    return Series(_("Who came to past events with check-in"), _("Check-in"), points, measure=_("Seats"))


def _over_time(registrations) -> Series:
    day = TruncDate("created_at", tzinfo=timezone.get_default_timezone())
    counted = dict(registrations.annotate(day=day).values_list("day").annotate(n=Sum("seats")))
    title, heading = _("Seats registered per day"), _("Day")
    if not counted:
        return Series(title, heading, [], is_time=True, measure=_("Seats"))
    first, last = min(counted), max(counted)
    begin, after = _day, _next_day
    if (last - first).days > MOST_DAYS:
        title, heading, begin, after = _("Seats registered per week"), _("Week from"), _monday, _next_week
    if (last - first).days > MOST_WEEKS * 7:
        title, heading, begin, after = _("Seats registered per month"), _("Month from"), _first, _next_month
    sums: dict[date, int] = {}
    step = begin(first)
    while step <= last:
        sums[step] = 0
        step = after(step)
    for found, seats in counted.items():
        sums[begin(found)] += seats
    points = [(_told(step), seats) for step, seats in sums.items()]
    return Series(title, heading, points, is_time=True, measure=_("Seats"))


def _told(step: date) -> str:
    return date_format(step, "SHORT_DATE_FORMAT")


def _day(day: date) -> date:
    return day


def _next_day(day: date) -> date:
    return day + timedelta(days=1)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _next_week(day: date) -> date:
    return day + timedelta(days=7)


def _first(day: date) -> date:
    return day.replace(day=1)


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)
