"""My orders, incoming and outgoing; one order and what may be done with it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET, require_POST

from marketplace import wording
from marketplace.crumbs import crumbs
from marketplace.models import Order
from marketplace.orders import buttons
from marketplace.orders import verbs as ordering
from marketplace.orders.forms import DeclineForm
from marketplace.orders.tables import IncomingTable, OutgoingTable, laid_out
from portal.payments.models import Payment
from portal.refusals import Refusal


@login_required
@require_GET
def my_orders(request) -> HttpResponse:
    incoming = IncomingTable(Order.objects.decidable_by(request.user).for_display(), prefix="in-")
    outgoing = OutgoingTable(Order.objects.placed_by(request.user).for_display(), prefix="out-")
    for table in (incoming, outgoing):
        laid_out(table, request)
    acts_for_somebody = request.user.memberships.exists()
    context = {
        "incoming": incoming if acts_for_somebody else None,
        "outgoing": outgoing,
        "crumbs": crumbs(_("My orders")),
    }
    return render(request, "marketplace/my_orders.html", context)


@login_required
@require_GET
def order(request, pk: int) -> HttpResponse:
    return _show(request, _visible(request, pk), DeclineForm())


@login_required
@require_POST
def accept(request, pk: int) -> HttpResponse:
    return _act(request, _decidable(request, pk), ordering.accept, _("The order is confirmed."))


@login_required
@require_POST
def decline(request, pk: int) -> HttpResponse:
    shown = _decidable(request, pk)
    form = DeclineForm(request.POST)
    if not form.is_valid():
        return _show(request, shown, form, status=422)
    return _act(request, shown, ordering.decline, _("The request is declined."), reason=form.cleaned_data["reason"])


@login_required
@require_POST
def complete(request, pk: int) -> HttpResponse:
    return _act(request, _decidable(request, pk), ordering.complete, _("The order is completed."))


@login_required
@require_POST
def cancel(request, pk: int) -> HttpResponse:
    return _act(request, _visible(request, pk), ordering.cancel, _("The order is cancelled."))


def _act(request, shown: Order, verb, done: str, **said) -> HttpResponse:
    """Call one verb; a refusal is shown where the reader stands."""
    try:
        verb(shown, by=request.user, **said)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect(shown)


def _visible(request, pk: int) -> Order:
    return get_object_or_404(Order.objects.visible_to(request.user).for_display(), pk=pk)


def _decidable(request, pk: int) -> Order:
    return get_object_or_404(Order.objects.decidable_by(request.user).for_display(), pk=pk)


def _show(request, shown: Order, form, *, status: int = 200) -> HttpResponse:
    decides = Order.objects.decidable_by(request.user).filter(pk=shown.pk).exists()
    context = {
        "order": shown,
        "decides": decides,
        "actions": buttons.possible(shown, decides=decides),
        "facts": _facts(shown, decides),
        "form": form,
        "payment": Payment.objects.for_purpose(shown).order_by("-pk").first(),
        "crumbs": crumbs(_("My orders"), shown.number),
    }
    response = render(request, "marketplace/order.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response


def _facts(shown: Order, decides: bool) -> list[dict]:
    facts = [
        {"icon": "bldg", "label": _("Institution"), "value": str(shown.listing.institution)},
        {"icon": "clock", "label": pgettext("order", "Period"), "value": wording.period(shown.period)},
        {"icon": "euro", "label": _("Price"), "value": wording.agreed(shown)},
        {"icon": "user", "label": _("Ordered by"), "value": shown.name, "note": str(shown.institution or "")},
    ]
    if decides:
        facts.append({"icon": "users", "label": _("Target group"), "value": shown.get_target_group_display()})
    return facts
