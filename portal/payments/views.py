"""The pay page behind its secret link, and the bell that Stripe rings."""

from contextlib import suppress

from django.conf import settings
from django.contrib import messages
from django.db import OperationalError
from django.http import Http404, HttpResponse, HttpResponseBadRequest, HttpResponseForbidden, HttpResponseRedirect
from django.http.request import RawPostDataException
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from portal.payments import bell, checkout, following, gateway, wording
from portal.payments.credit import verbs as credits
from portal.payments.deed import ways_on
from portal.payments.linking import verbs as linking
from portal.payments.models import Credit, Payment
from portal.payments.statements import giro
from portal.payments.states import PaymentState
from portal.refusals import Refusal
from portal.web import tokens
from portal.web.secret_pages import secret_page

CREDIT_ACTIONS = {
    "voucher": lambda payment, said: credits.take(payment),
    "pay_out": lambda payment, said: credits.pay_out(payment),
    "redeem": lambda payment, said: credits.redeem(payment, said.get("code", "")),
}
LARGEST_EVENT = 1024 * 1024


@secret_page
@require_http_methods(["GET", "HEAD", "POST"])
def pay(request, token):
    """Show what is asked and its state; POST leads to the hosted page, or asks Stripe how things stand."""
    payment = _opened_by(token)
    if request.method == "POST" and request.POST.get("action") in CREDIT_ACTIONS:
        return _with_voucher(request, payment)
    if request.method == "POST":
        return _check(request, payment) if request.POST.get("action") == "check" else _start(request, payment)
    return _page(request, payment)


def _page(request, payment, *, status=200, problem="", code_problem="", code=""):
    context = {
        "credit": Credit.objects.filter(payment=payment).first() if payment.state == PaymentState.CREDITED else None,
        "may_take_voucher": credits.may_be_taken(payment),
        "may_redeem": payment.is_open and payment.payee_id is None and Credit.objects.filter(left__gt=0).exists(),
        "code_problem": code_problem,
        "code": code,
        "payment": payment,
        "problem": problem,
        "back": request.GET.get("back", ""),
        "online": checkout.is_available(payment),
        "why_back": wording.why_back(payment),
        "what_comes_back": wording.what_comes_back(payment),
        "part_in_one": wording.part_in_one(payment),
        "ways_on": ways_on(payment.purpose),
        "bank": payment.account,
        "giro_code": mark_safe(giro.code(payment)),  # noqa: S308 drawn by us
    }
    response = render(request, "payments/pay.html", context, status=status)
    if context["online"] and payment.is_open:
        response._csp_update = {"form-action": [gateway.page_origin()]}
    return response


def _start(request, payment):
    try:
        address = checkout.start(payment)
    except checkout.NotOpen:
        return redirect(payment, permanent=False)
    except checkout.NotAvailable as refusal:
        return _page(request, payment, status=503, problem=str(refusal))
    return _see_other(address)


def _check(request, payment):
    if payment.state in PaymentState.AWAITED and payment.session_id and checkout.is_available():
        with suppress(gateway.Unreachable, gateway.Refused):
            payment = following.settle(payment.session_id, account=payment.session_account) or payment
    if payment.state in PaymentState.AWAITED:
        messages.info(request, _("No payment has arrived yet."))
    return _see_other(payment.get_absolute_url())


def _with_voucher(request, payment):
    """Take one, have it paid out, or pay with it."""
    try:
        CREDIT_ACTIONS[request.POST["action"]](payment, request.POST)
    except credits.VoucherUnknown as refusal:
        return _page(request, payment, status=422, code_problem=str(refusal), code=request.POST.get("code", "")[:40])
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return _see_other(payment.get_absolute_url())


def _see_other(address: str) -> HttpResponse:
    response = HttpResponseRedirect(address)
    response.status_code = 303
    return response


def _opened_by(token: str) -> Payment:
    payment = tokens.read("pay", token, Payment.objects.all())
    if payment is None:
        raise Http404
    return payment


@csrf_exempt
@require_POST
def webhook(request):
    """Verify the signature, take the id, let the verb ask Stripe itself. Unknown events answer 200 and call finance."""
    if settings.SECURE_SSL_REDIRECT and not request.is_secure():
        return HttpResponseForbidden()
    if _announced_length(request) > LARGEST_EVENT:
        return HttpResponse(status=413)
    try:
        event = gateway.read_event(request.body, request.headers.get("Stripe-Signature", ""))
    except (gateway.NotFromStripe, gateway.NotUnderstood, RawPostDataException):
        # The last: a form with files, which has been read as such.
        return HttpResponseBadRequest()
    try:
        _hear(bell.read(event))
    except (OperationalError, gateway.Unreachable):
        return HttpResponse(status=503, headers={"Retry-After": "30"})
    return HttpResponse(status=200)


def _hear(ring: bell.Ring) -> None:
    """To its payment or its account; what belongs to none, or is not known, to a person of finance."""
    try:
        is_known = linking.hear(ring.account) is not None if ring.is_about_an_account else _follow(ring)
    except gateway.Refused:
        # Not of this account, or not for us: ringing again would not help.
        is_known = False
    if not is_known:
        following.keep_stray(ring.id, ring.kind, ring.about)


def _follow(ring: bell.Ring) -> bool:
    """Whether it is clear what rang."""
    if ring.account and not linking.is_ours(ring.account, is_live=ring.is_live):
        return False
    session_id = ring.session_id()
    payment = following.settle(session_id, account=ring.account) if session_id else None
    if payment is None:
        # Institutions have other business at Stripe, which is no business of ours.
        return bool(ring.account)
    if not ring.is_understood:
        following.puzzle(payment, ring.kind, about=ring.id)
    return True


def _announced_length(request) -> int:
    announced = request.META.get("CONTENT_LENGTH") or ""
    return int(announced) if announced.isascii() and announced.isdigit() else 0
