"""My desk, my profile, and the institutions that I act for."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from portal.accounts import bank, membership
from portal.accounts.forms import BankForm, FoundForm, InviteForm, ProfileForm
from portal.accounts.kinds import Role
from portal.accounts.models import BankDetails, Institution, Invitation, Membership
from portal.refusals import Refusal
from portal.rights import HouseRight, Right
from portal.web import tokens
from portal.web.secret_pages import secret_page

FORM = require_http_methods(["GET", "HEAD", "POST"])


@login_required
def desk(request):
    """What I have in hand: registrations, orders, listings, institutions."""
    memberships = request.user.memberships.select_related("institution").order_by("institution__name")
    return render(request, "accounts/desk.html", {"memberships": memberships})


@FORM
@login_required
def profile(request):
    form = ProfileForm(_typed(request), instance=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("accounts:profile")
    return render(request, "accounts/profile.html", {"form": form}, status=422 if form.is_bound else 200)


@FORM
@login_required
def found(request):
    form = FoundForm(_typed(request))
    if form.is_valid():
        try:
            institution = membership.found_institution(by=request.user, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error("name", str(refusal))
        else:
            thanks = _("Thank you. We check the institution and write to you as soon as it is verified.")
            messages.success(request, thanks)
            return redirect("accounts:institution", slug=institution.slug)
    return render(request, "accounts/found.html", {"form": form}, status=422 if form.is_bound else 200)


@FORM
@login_required
def institution(request, slug):
    """Who acts for the institution; managers invite."""
    house = _mine(request, slug)
    form = InviteForm(_typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            invitation = membership.invite(house, by=request.user, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error("email", str(refusal))
        else:
            messages.success(request, _("Invitation sent to %(email)s.") % {"email": invitation.email})
            return redirect("accounts:institution", slug=slug)
    context = {
        "institution": house,
        "form": form,
        "may_manage": membership.may_manage(request.user, house),
        "roles": Role,
        "rights": _may_what(),
        "members": house.memberships.select_related("user").order_by("user__last_name", "pk"),
        "invitations": house.invitations.filter(accepted_at__isnull=True),
    }
    return render(request, "accounts/institution.html", context, status=422 if form.is_bound else 200)


def _may_what() -> list[dict]:
    """`label` of each role and the `deeds` that it may do."""
    return [
        {"label": role.label, "deeds": [right.value.label for right in HouseRight if role in right.roles]}
        for role in Role
    ]


@FORM
@login_required
def bank_details(request, slug):
    """Where the institution is paid; managers alone see it and change it."""
    house = _mine(request, slug)
    if not membership.may_manage(request.user, house):
        raise Http404
    if request.method == "POST" and request.POST.get("action") == "drop":
        bank.drop(house, by=request.user)
        messages.success(request, _("The bank details are deleted. Your institution now settles outside the portal."))
        return redirect("accounts:bank", slug=slug)
    known = BankDetails.objects.filter(institution=house).first()
    form = BankForm(_typed(request), initial=BankForm.initial_of(known) if known else {"holder": house.name})
    if form.is_valid():
        try:
            bank.keep(house, by=request.user, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error("iban" if isinstance(refusal, bank.NotAnIban) else "is_ours", str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("accounts:institution", slug=slug)
    context = {"institution": house, "form": form, "known": known}
    return render(request, "accounts/bank.html", context, status=422 if form.is_bound else 200)


@require_POST
@login_required
def change_member(request, slug, pk):
    """One button of the list of members: another role, or out."""
    member = get_object_or_404(Membership, pk=pk, institution=_mine(request, slug))
    action = request.POST.get("action")
    if action == "role" and request.POST.get("role") in Role.values:
        _try(request, lambda: membership.change_role(member, role=request.POST["role"], by=request.user))
    elif action == "remove":
        _try(request, lambda: membership.remove_member(member, by=request.user))
    return redirect("accounts:institution", slug=slug)


@require_POST
@login_required
def withdraw_invitation(request, slug, pk):
    invitation = get_object_or_404(Invitation, pk=pk, institution=_mine(request, slug))
    _try(request, lambda: membership.withdraw_invitation(invitation, by=request.user))
    return redirect("accounts:institution", slug=slug)


@require_POST
@login_required
def leave(request, slug):
    mine = get_object_or_404(Membership, institution__slug=slug, user=request.user)
    if _try(request, lambda: membership.leave(mine)):
        return redirect("accounts:desk")
    return redirect("accounts:institution", slug=slug)


@secret_page
@FORM
def invitation(request, token):
    """GET shows who invites; POST accepts, for somebody who is logged in."""
    found_ = tokens.read("invitation", token, Invitation.objects.select_related("institution", "invited_by"))
    if found_ is None:
        raise Http404
    if request.method == "POST" and request.user.is_authenticated:
        if _try(request, lambda: membership.accept_invitation(found_, by=request.user)):
            messages.success(request, _("You now act for %(name)s.") % {"name": found_.institution.name})
        return redirect("accounts:desk")
    return render(request, "accounts/invitation.html", {"invitation": found_})


def too_many_requests(request, exception=None):
    """The answer of the rate limits: try again in a minute."""
    response = render(request, "429.html", status=429)
    response.headers["Retry-After"] = "60"
    return response


def _typed(request):
    """None for a form that nobody has sent yet; an empty answer is an answer."""
    return request.POST if request.method == "POST" else None


def _mine(request, slug) -> Institution:
    reachable = Institution.objects.all()
    if not Right.KEEP_INSTITUTIONS.held_by(request.user):
        reachable = reachable.filter(pk__in=request.user.memberships.values("institution"))
    return get_object_or_404(reachable, slug=slug)


def _try(request, deed) -> bool:
    try:
        deed()
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return False
    return True
