"""Handing over and taking back; cancelling, which asks first and says what it costs."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from marketplace import wording
from marketplace.crumbs import crumbs, to_my_orders
from marketplace.models import Order
from marketplace.orders import buttons, handing, sides
from marketplace.orders import verbs as ordering
from marketplace.orders.forms import CancelForm
from marketplace.orders.prices import FREE
from marketplace.orders.views import manage
from portal.language.money import as_text
from portal.payments.models import Payment
from portal.refusals import Refusal


@login_required
@require_POST
def hand_over(request, pk: int) -> HttpResponse:
    return manage.act(request, manage.incoming(request, pk), handing.hand_over, _("It is noted as handed out."))


@login_required
@require_POST
def take_back(request, pk: int) -> HttpResponse:
    return manage.act(request, manage.incoming(request, pk), handing.take_back, _("It is noted as returned."))


@login_required
@require_http_methods(["GET", "POST"])
def cancel(request, pk: int) -> HttpResponse:
    """GET asks and names the cost; POST cancels at the cost that was named."""
    shown = manage.changeable(request, pk)
    decides = sides.reader(request.user, shown).decides
    cost = FREE if decides else shown.cost_of_cancelling(timezone.now())
    form = CancelForm(request.POST if request.method == "POST" else None, decides=decides, cost=cost)
    if request.method == "GET":
        return _ask(request, shown, form, cost, decides=decides)
    if form.is_valid():
        try:
            ordering.cancel(shown, by=request.user, reason=form.cleaned_data["reason"], seen=form.seen)
        except ordering.CostsOtherwise as refusal:
            form.add_error(None, str(refusal))
            form.tell(cost)
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return redirect(shown)
        else:
            messages.success(request, _("The order is cancelled."))
            return redirect(shown)
    return _ask(request, shown, form, cost, decides=decides, status=422)


def _ask(request, shown: Order, form: CancelForm, cost, *, decides: bool, status: int = 200) -> HttpResponse:
    payment = Payment.objects.for_purpose(shown).order_by("-pk").first()
    context = {
        "order": shown,
        "form": form,
        "decides": decides,
        "payment": None if decides else payment,
        "cost": as_text(cost) if cost else "",
        "rule": wording.cancelling(shown),
        "not_possible": buttons.why_not_cancelled(shown, decides=decides),
        "crumbs": crumbs(to_my_orders(), (shown.number, shown.get_absolute_url()), _("Cancelling")),
    }
    response = render(request, "marketplace/cancel.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response
