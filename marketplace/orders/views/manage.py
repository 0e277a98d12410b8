"""My orders, incoming and outgoing; one order and what may be done with it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET, require_POST

from marketplace import wording
from marketplace.availability import alternatives
from marketplace.availability.periods import PeriodRefused
from marketplace.crumbs import crumbs, to_my_orders
from marketplace.kinds import Approval
from marketplace.models import Order
from marketplace.orders import bargain, buttons, paying, sides
from marketplace.orders import verbs as ordering
from marketplace.orders.forms import DeclineForm
from marketplace.orders.proposal_forms import ProposalForm
from marketplace.orders.tables import IncomingTable, OutgoingTable, laid_out
from marketplace.states import OrderState
from portal.language.money import as_text
from portal.payments.models import Payment
from portal.refusals import Refusal
from portal.rights import HouseRight


@login_required
@require_GET
def my_orders(request) -> HttpResponse:
    incoming = IncomingTable(Order.objects.incoming_for(request.user).for_display(), prefix="in-")
    outgoing = OutgoingTable(Order.objects.placed_by(request.user).for_display(), prefix="out-")
    for table in (incoming, outgoing):
        laid_out(table, request)
    watches = request.user.memberships.filter(role__in=sorted(HouseRight.SEE_REQUESTS.roles)).exists()
    context = {
        "incoming": incoming if watches else None,
        "outgoing": outgoing,
        "charges_here": request.user.memberships.filter(role__in=sorted(HouseRight.NOTE_MONEY.roles)).exists(),
        "crumbs": crumbs(_("My orders")),
    }
    return render(request, "marketplace/my_orders.html", context)


@login_required
@require_GET
def order(request, pk: int) -> HttpResponse:
    return _show(request, visible(request, pk), DeclineForm())


@login_required
@require_POST
def accept(request, pk: int) -> HttpResponse:
    seen = request.POST.get("seen")
    return act(request, incoming(request, pk), ordering.accept, _("The order is confirmed."), seen=seen)


@login_required
@require_POST
def decline(request, pk: int) -> HttpResponse:
    shown = incoming(request, pk, HouseRight.DECLINE_REQUESTS)
    form = DeclineForm(request.POST)
    if not form.is_valid():
        return _show(request, shown, form, status=422)
    return act(request, shown, ordering.decline, _("The request is declined."), reason=form.cleaned_data["reason"])


@login_required
@require_POST
def confirm(request, pk: int) -> HttpResponse:
    shown = get_object_or_404(Order.objects.confirmable_by(request.user).for_display(), pk=pk)
    return act(request, shown, ordering.confirm, _("The order is confirmed."), seen=request.POST.get("seen"))


@login_required
@require_POST
def propose(request, pk: int) -> HttpResponse:
    shown = changeable(request, pk)
    form = ProposalForm(request.POST, order=shown, decides=sides.reader(request.user, shown).decides)
    if form.is_valid():
        said = {"lines": form.lines, "until": form.until, "message": form.cleaned_data["message"], "by": request.user}
        if said_consent := form.cleaned_data.get("consent"):
            said["consent"] = said_consent
        if form.moved:
            said["period"] = form.moved
        try:
            ordering.propose(shown, **said)
        except PeriodRefused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Your proposal is on its way."))
            return redirect(shown)
    return _show(request, shown, DeclineForm(), proposal_form=form, status=422)


@login_required
@require_POST
def paid(request, pk: int) -> HttpResponse:
    shown = incoming(request, pk, HouseRight.NOTE_MONEY)
    return act(request, shown, paying.note_transfer, _("The payment is noted."))


@login_required
@require_POST
def paid_back(request, pk: int) -> HttpResponse:
    shown = incoming(request, pk, HouseRight.NOTE_MONEY)
    return act(request, shown, paying.note_refund, _("The refund is noted."))


@login_required
@require_POST
def complete(request, pk: int) -> HttpResponse:
    return act(request, incoming(request, pk), ordering.complete, _("The order is completed."))


def act(request, shown: Order, verb, done: str, **said) -> HttpResponse:
    """Call one verb; a refusal is shown where the reader stands."""
    try:
        verb(shown, by=request.user, **said)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect(shown)


def visible(request, pk: int) -> Order:
    return get_object_or_404(Order.objects.visible_to(request.user).for_display(), pk=pk)


def incoming(request, pk: int, right: HouseRight = HouseRight.ANSWER_REQUESTS) -> Order:
    return get_object_or_404(Order.objects.incoming_for(request.user, right).for_display(), pk=pk)


def changeable(request, pk: int) -> Order:
    return get_object_or_404(Order.objects.changeable_by(request.user).for_display(), pk=pk)


def _show(request, shown: Order, form, *, proposal_form=None, status: int = 200) -> HttpResponse:
    reader = sides.reader(request.user, shown)
    owner = reader.decides
    payment = Payment.objects.for_purpose(shown).order_by("-pk").first()
    context = {
        "terms": shown.proposals.prefetch_related("lines"),
        "seen": bargain.version(shown),
        "lines": shown.lines.filter(proposal=None),
        "not_at_once": _not_at_once(shown),
        "is_off": shown.state in OrderState.OFF,
        "unreturned": shown.is_unreturned(timezone.now()),
        "proposal_form": proposal_form or ProposalForm(order=shown, decides=owner),
        "settles_outside": _settles_outside(shown, payment),
        "rivals": ordering.rivals(shown) if owner and shown.state == OrderState.REQUESTED else [],
        "instead": [] if owner else _instead(shown),
        "order": shown,
        "decides": owner,
        "actions": buttons.possible(shown, reader, payment=payment),
        "facts": _facts(shown, owner),
        "too_late": shown.is_running and buttons.why_not_cancelled(shown, decides=owner),
        "form": form,
        "payment": payment,
        "crumbs": crumbs(to_my_orders(), shown.number),
    }
    response = render(request, "marketplace/order.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response


def _not_at_once(shown: Order) -> str:
    """Why an order of what is confirmed at once waits for an answer."""
    waits = shown.state == OrderState.REQUESTED and shown.listing.approval == Approval.INSTANT
    return ordering.why_not_at_once(shown) if waits else ""


def _settles_outside(shown: Order, payment: Payment | None) -> bool:
    """Agreed, for money, and paid to the institution without the portal."""
    return shown.state in (OrderState.HANDED_OVER | {OrderState.ACCEPTED}) and bool(shown.price) and payment is None


def _facts(shown: Order, owner: bool) -> list[dict]:
    facts = [
        {"icon": "bldg", "label": _("Institution"), "value": str(shown.listing.institution)},
        {"icon": "clock", "label": pgettext("order", "Period"), "value": wording.period(shown.period)},
        {
            "icon": "box",
            "label": _("Quantity"),
            "value": wording.pieces_of(shown.quantity) if shown.quantity > 1 else "",
        },
        *wording.handing(shown),
        {"icon": "euro", "label": _("Price"), "value": wording.agreed(shown)},
        {"icon": "calendar-x", "label": _("Cancelling"), "value": _cancelling(shown)},
        {
            "icon": "user",
            "label": _("Ordered by"),
            "value": shown.name,
            "note": str(shown.institution or ""),
            "email": shown.email if owner else "",
        },
    ]
    facts.append({"icon": "flask", "label": _("DFG project"), "value": shown.dfg_project})
    facts = [fact for fact in facts if fact["value"]]
    if owner:
        facts.append({"icon": "users", "label": _("Target group"), "value": shown.get_target_group_display()})
    return facts


def _cancelling(shown: Order) -> str:
    if shown.state == OrderState.CANCELLED and shown.price:
        return (
            _("costs %(amount)s") % {"amount": as_text(shown.cancel_cost)} if shown.cancel_cost else _("free of charge")
        )
    return "" if shown.state in OrderState.OFF | OrderState.HANDED_OVER else wording.cancelling(shown)


def _instead(shown: Order) -> list[dict]:
    """What is free at the same time as what was declined or has lapsed; the forms carry time and note over."""
    if shown.state not in {OrderState.DECLINED, OrderState.LAPSED}:
        return []
    return [
        {
            "title": one.title,
            "url": alternatives.address(one, shown),
            "institution": one.institution,
            "price": wording.all_prices(one),
        }
        for one in alternatives.to(shown, now=timezone.now())
    ]
