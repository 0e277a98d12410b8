"""What managers of an institution do with its own account at Stripe, and with the money that others have paid it."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.accounts.bank import takes_money
from portal.accounts.models import Institution
from portal.language.mailbox import absolute
from portal.payments import gateway
from portal.payments.checkout import NotAvailable
from portal.payments.linking import refunds
from portal.payments.linking import verbs as linking
from portal.payments.linking.wording import why_not
from portal.payments.models import LinkedAccount, Payment
from portal.refusals import Refusal
from portal.rights import HouseRight

PER_PAGE = 20


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def online(request, slug):
    """Whether others pay the institution online; POST leads to Stripe, looks how things stand, or lets go."""
    house = _managed(request, slug)
    if request.method != "POST":
        return _page(request, house)
    deeds = {"set_up": _set_up, "let_go": _let_go}
    return deeds.get(request.POST.get("action"), _look)(request, house)


def _page(request, house: Institution, *, status=HTTPStatus.OK, problem: str = "") -> HttpResponse:
    linked = _current(house)
    context = {
        "institution": house,
        "linked": linked,
        "is_offered": linking.is_offered(),
        "why_not": why_not(linked) if linked else "",
        "has_bank": takes_money(house),
        "back": request.GET.get("back", "") if linked else "",
        "problem": problem,
    }
    response = render(request, "payments/linking/online.html", context, status=status)
    response._csp_update = {"form-action": [gateway.setup_origin()]}
    return response


def _set_up(request, house: Institution) -> HttpResponse:
    try:
        address = linking.set_up(house, back=absolute(_address(house)), by=request.user)
    except NotAvailable as refusal:
        return _page(request, house, status=HTTPStatus.SERVICE_UNAVAILABLE, problem=str(refusal))
    return HttpResponseRedirect(address, status=HTTPStatus.SEE_OTHER)


def _look(request, house: Institution) -> HttpResponse:
    linked = _current(house)
    if linked and linked.account_id:
        try:
            linking.look(linked, by=request.user)
        except (gateway.Unreachable, gateway.Refused):
            messages.error(request, str(NotAvailable()))
    return HttpResponseRedirect(_address(house), status=HTTPStatus.SEE_OTHER)


def _let_go(request, house: Institution) -> HttpResponse:
    if linked := _current(house):
        try:
            linking.let_go(linked, by=request.user)
        except Refusal as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Your institution is not paid online any more."))
    return HttpResponseRedirect(_address(house), status=HTTPStatus.SEE_OTHER)


@require_safe
@login_required
def received(request, slug):
    """What others have paid to the institution, or shall pay, the newest first; what has to go back, first of all."""
    house = _managed(request, slug)
    rows = refunds.payments_to(house).select_related("purpose_type").prefetch_related("purpose")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"institution": house, "page": page, "shown": [refunds.shown(one, request.user) for one in page]}
    return render(request, "payments/linking/received.html", context)


@require_POST
@login_required
def give_back(request, slug, pk):
    """One button of the list: what is due goes back through Stripe."""
    house = _managed(request, slug)
    payment = get_object_or_404(Payment, pk=pk, payee=house)
    try:
        refunds.give_back(payment, by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The money is on its way back; the payer hears of it by email."))
    return HttpResponseRedirect(reverse("payments:received", args=[slug]), status=HTTPStatus.SEE_OTHER)


def _managed(request, slug) -> Institution:
    return get_object_or_404(Institution.objects.of(request.user, HouseRight.KEEP_MEMBERS), slug=slug)


def _current(house: Institution) -> LinkedAccount | None:
    return LinkedAccount.objects.current().filter(institution=house, livemode=gateway.is_live()).first()


def _address(house: Institution) -> str:
    return reverse("payments:online", args=[house.slug])
