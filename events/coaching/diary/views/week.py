"""A coach's own week: times, bookings, publishing, the own calendar."""

from datetime import date, datetime, time, timedelta
from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events.coaching import rows, wording
from events.coaching.booking.forms import CalendarForm, PublishForm, ReasonForm, SizeForm
from events.coaching.diary import busy
from events.coaching.diary import verbs as publishing
from events.coaching.models import Booking, BusyTime, Coach, Slot
from events.coaching.states import BookingState
from portal.language import holidays, times
from portal.refusals import Refusal

FIRST_YEAR, LAST_YEAR = 2000, 2100
GONE = ("cancelled", "declined", "lapsed")
LAST = ("waiting", "offered")


@never_cache
@login_required
@require_safe
def show(request) -> HttpResponse:
    """Seven days: what is published, who comes, what is busy; requests to answer stand first."""
    coach = _me(request)
    monday = _monday(request.GET.get("week", ""))
    start = timezone.make_aware(datetime.combine(monday, time()))
    days = [monday + timedelta(days=n) for n in range(7)]
    slots = coach.slots.open().filter(starts_at__gte=start, starts_at__lt=start + timedelta(days=8)).for_rows()
    booked = list(Booking.objects.filter(slot__in=slots).exclude(state__in=GONE).for_rows().order_by("created_at"))
    booked.sort(key=lambda one: one.state in LAST)
    asking = coach_requests(coach)
    busy_times = list(coach.busy_times.filter(starts_at__lt=start + timedelta(days=8), ends_at__gt=start))
    told = [_day(day, slots, booked, busy_times) for day in days]
    context = {
        "coach": coach,
        "title": _("Week of %(day)s") % {"day": times.short_day(monday)},
        "days": [day for day in told if day["slots"] or day["busy"]],
        "asking": [_row(one) for one in asking],
        "to_record": [_row(one) for one in _unrecorded(coach)],
        "previous_url": _week_url(monday - timedelta(days=7)),
        "next_url": _week_url(monday + timedelta(days=7)),
        **_how_it_was_read(coach),
    }
    return render(request, "coaching/week.html", context)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request) -> HttpResponse:
    coach = _me(request)
    form = PublishForm(request.POST if request.method == "POST" else None, coach=coach)
    if request.method != "POST":
        return render(request, "coaching/publish.html", {"form": form})
    if not form.is_valid():
        return render(request, "coaching/publish.html", {"form": form}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        made = publishing.publish_slots(coach, by=request.user, **form.answers)
    except Refusal as refusal:
        form.add_error("day", refusal.message)
        return render(request, "coaching/publish.html", {"form": form}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    number = len(made.slots)
    messages.success(request, ngettext("%(n)d time published.", "%(n)d times published.", number) % {"n": number})
    if made.left_out:
        messages.warning(request, _("Left out: %(reasons)s") % {"reasons": made.reasons})
    return HttpResponseRedirect(_week_url(timezone.localdate(made.slots[0].starts_at)), status=HTTPStatus.SEE_OTHER)


@login_required
@require_POST
def withdraw(request, pk: int) -> HttpResponse:
    """Take a time back; whoever booked it gets a letter."""
    told = _("The time is withdrawn, everybody concerned is told.")
    return _change(request, pk, ReasonForm(request.POST), publishing.withdraw, told)


@login_required
@require_POST
def resize(request, pk: int) -> HttpResponse:
    """More seats, or fewer; with more the waiting list is asked."""
    return _change(request, pk, SizeForm(request.POST), publishing.resize, _("The number of seats is changed."))


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def calendar(request) -> HttpResponse:
    """The address of the coach's own calendar, read by the worker every hour."""
    coach = _me(request)
    form = CalendarForm(request.POST if request.method == "POST" else None, initial={"address": coach.calendar_address})
    context = {"form": form, "coach": coach, **_how_it_was_read(coach)}
    if request.method != "POST":
        return render(request, "coaching/calendar.html", context)
    if form.is_valid():
        try:
            busy.remember(coach, address=form.cleaned_data["address"])
        except Refusal as refusal:
            form.add_error("address", refusal.message)
        else:
            messages.success(request, _("Saved. The calendar is read within a minute, and then every hour."))
            return HttpResponseRedirect(reverse("coaching:calendar"), status=HTTPStatus.SEE_OTHER)
    return render(request, "coaching/calendar.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _how_it_was_read(coach: Coach) -> dict:
    return {
        "calendar_fault": coach.calendar_fault and busy.explanation(coach.calendar_fault),
        "unread": [title or _("without a title") for title in coach.calendar_unread],
    }


def _change(request, pk: int, form, verb, told: str) -> HttpResponse:
    slot = get_object_or_404(Slot.objects.of(request.user), pk=pk)
    try:
        if form.is_valid():
            verb(slot, by=request.user, **form.cleaned_data)
            messages.success(request, told)
        else:
            messages.error(request, " ".join(error for errors in form.errors.values() for error in errors))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(_week_url(timezone.localdate(slot.starts_at)))


def coach_requests(coach: Coach) -> list[Booking]:
    asking = Booking.objects.filter(slot__coach=coach, state=BookingState.REQUESTED, slot__starts_at__gt=timezone.now())
    return list(asking.for_rows().order_by("slot__starts_at"))


def _unrecorded(coach: Coach) -> list[Booking]:
    """Held, but nobody has said how long it was."""
    held = Booking.objects.filter(slot__coach=coach, state=BookingState.CONFIRMED, slot__ends_at__lte=timezone.now())
    return list(held.for_rows().order_by("slot__starts_at")[:20])


def _me(request) -> Coach:
    """The coach who logged in; to everybody else this page does not exist."""
    return get_object_or_404(Coach.objects.select_related("person"), user=request.user)


def _monday(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = timezone.localdate()
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Http404
    return day - timedelta(days=day.weekday())


def _week_url(day: date) -> str:
    return reverse("coaching:week") + f"?week={day - timedelta(days=day.weekday())}"


def _day(day: date, slots, booked: list[Booking], busy_times) -> dict:
    mine = [slot for slot in slots if timezone.localdate(slot.starts_at) == day]
    return {
        "date": day,
        "title": times.near_day(day),
        "holiday": holidays.name_of(day) or "",
        "slots": [_slot(slot, [one for one in booked if one.slot_id == slot.pk]) for slot in mine],
        "busy": [span for one in busy_times if (span := _busy_on(day, one))],
    }


def _busy_on(day: date, busy_time: BusyTime) -> str:
    """The part of a busy time that lies on this day; empty when there is none."""
    begin = timezone.make_aware(datetime.combine(day, time()))
    end = timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))
    first, last = max(begin, busy_time.starts_at), min(end, busy_time.ends_at)
    if first >= last:
        return ""
    if (first, last) == (begin, end):
        return _("all day")
    return f"{times.short_clock(first)}–{'24:00' if last == end else times.short_clock(last)}"


def _slot(slot: Slot, booked: list[Booking]) -> dict:
    return {
        "pk": slot.pk,
        "hours": wording.short_hours(slot),
        "topic": wording.topic(slot),
        "place": rows.where(slot),
        "state": rows.standing(slot)[0],
        "can_change": slot.starts_at > timezone.now(),
        "withdraw_form": ReasonForm(auto_id=f"withdraw_{slot.pk}_%s"),
        "size_form": SizeForm(initial={"seats": slot.seats}, auto_id=f"resize_{slot.pk}_%s"),
        "bookings": [
            {"url": reverse("coaching:booking", args=[one.pk]), "name": _client(one), "state": one.get_state_display()}
            for one in booked
        ],
    }


def _row(booking: Booking) -> dict:
    return rows.my_row(booking, url=reverse("coaching:booking", args=[booking.pk]), title=_client(booking))


def _client(booking: Booking) -> str:
    return booking.name + (f" ({booking.startup})" if booking.startup else "")
