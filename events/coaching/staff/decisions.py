"""What staff do for a coach who cannot: withdraw a time, change its seats, answer, cancel, send a new link."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import InspectView

from events.coaching.booking import verbs as booking
from events.coaching.booking.forms import ReasonForm, SizeForm
from events.coaching.diary import verbs as publishing
from events.coaching.models import Booking, Slot
from events.coaching.states import BookingState
from portal.refusals import Refusal
from portal.rights import Right, needs


@dataclass(frozen=True)
class Deed:
    """A verb with its words; `is_open` tells whether the row is in a state from which it works."""

    verb: Callable
    label: str
    icon: str
    is_open: Callable
    form: type[forms.Form] | None = None


def _is_to_come(slot: Slot) -> bool:
    return slot.is_open and slot.starts_at > timezone.now()


def _asks(one: Booking) -> bool:
    return one.state == BookingState.REQUESTED and not one.has_begun()


def _is_coming(one: Booking) -> bool:
    return one.is_active and not one.has_begun()


def _has_reader(one: Booking) -> bool:
    return not one.is_erased


DEEDS = {
    Slot: {
        "resize": Deed(publishing.resize, gettext_lazy("Change seats"), "group", _is_to_come, SizeForm),
        "withdraw": Deed(publishing.withdraw, gettext_lazy("Withdraw time"), "bin", _is_to_come, ReasonForm),
    },
    Booking: {
        "confirm": Deed(booking.confirm, gettext_lazy("Confirm"), "check", _asks),
        "decline": Deed(booking.decline, gettext_lazy("Decline"), "cross", _asks, ReasonForm),
        "cancel": Deed(booking.cancel, gettext_lazy("Cancel the coaching"), "bin", _is_coming, ReasonForm),
        "renew-link": Deed(booking.renew_link, gettext_lazy("End the link, send a new one"), "link", _has_reader),
    },
}
KINDS = {"slot": Slot, "booking": Booking}


class DeciderInspectView(InspectView):
    """A deed as it is, with what staff may do about it."""

    @property
    def header_more_buttons(self):
        buttons = [*super().header_more_buttons]
        if Right.DECIDE_COACHING.held_by(self.request.user):
            kind = self.model._meta.model_name
            for name, deed in DEEDS[self.model].items():
                if deed.is_open(self.object):
                    url = reverse("coaching_decide", args=[kind, self.object.pk, name])
                    buttons.append(Button(deed.label, url=url, icon_name=deed.icon, priority=20))
        return buttons


class SlotInspectView(DeciderInspectView):
    def get_fields_context(self):
        if not Right.SEE_COACHING.held_by(self.request.user):
            return super().get_fields_context()
        rows = self.object.bookings.order_by("created_at", "pk")
        links = [(_address(one), one.name, one.get_state_display()) for one in rows]
        told = format_html_join(mark_safe("<br>"), '<a href="{}">{}</a>: {}', links) or "–"
        return [*super().get_fields_context(), {"label": _("Bookings"), "value": told, "component": None}]


@needs(Right.DECIDE_COACHING)
@require_http_methods(["GET", "POST"])
def decide(request, kind: str, pk: int, deed: str):
    """The question before the deed; POST does it."""
    found = DEEDS.get(KINDS.get(kind), {}).get(deed)
    if found is None:
        raise Http404
    row = get_object_or_404(KINDS[kind], pk=pk)
    form = _form(request, found, row)
    if request.method == "POST" and (form is None or form.is_valid()):
        try:
            found.verb(row, by=request.user, **(form.cleaned_data if form else {}))
        except Refusal as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Done. Everybody concerned is told by email."))
        return redirect(_address(row))
    context = {"row": row, "label": found.label, "icon": found.icon, "form": form, "back_url": _address(row)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form is not None and form.is_bound else HTTPStatus.OK
    return TemplateResponse(request, "coaching/admin/decide.html", context, status=status)


def _form(request, deed: Deed, row) -> forms.Form | None:
    if deed.form is None:
        return None
    if request.method == "POST":
        return deed.form(request.POST)
    return deed.form(initial={"seats": row.seats} if deed.form is SizeForm else None)


def _address(row) -> str:
    return reverse(f"wagtailsnippets_coaching_{row._meta.model_name}:inspect", args=[row.pk])
