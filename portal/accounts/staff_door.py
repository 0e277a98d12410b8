"""The door to the admin.

Who is not logged in logs in, who is no staff gets 403, staff without a second factor set one up.
"""

from contextlib import nullcontext
from functools import wraps

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.admin.auth import permission_denied

from portal.rights import Right

INSIDE = "/admin/"
# Doors of Wagtail that ask for no right of their own.
ASK_FOR_NOTHING = dict.fromkeys(
    [f"wagtailadmin_workflows:{name}" for name in ("task_chooser", "task_chooser_results", "task_chooser_create")]
    + ["wagtailadmin_workflows:task_chosen"],
    Right.KEEP_SITE,
)
ASK_FOR_NOTHING |= dict.fromkeys(
    [f"wagtail_localize:translations_report{part}" for part in ("", "_results")], Right.TRANSLATE
)
ASK_FOR_NOTHING |= dict.fromkeys(
    [f"wagtailforms:{name}" for name in ("index", "index_results", "list_submissions", "list_submissions_results")]
    + ["wagtailforms:delete_submissions"],
    Right.SEE_ANSWERS,
)
BESIDE = ("/admin/login", "/admin/logout", "/admin/jsi18n")


def staff_door(get_response):
    """Guard everything under /admin/ except the way in and out."""

    def middleware(request):
        if request.path.startswith(INSIDE) and not request.path.startswith(BESIDE):
            refused = _refusal(request)
            if refused:
                return refused
            with _language_of(request.user):
                return get_response(request)
        return get_response(request)

    middleware.process_view = _guard_wagtails_own
    return middleware


def _language_of(user):
    """Wagtail speaks it inside its views alone: what it says when it refuses one would be in another language."""
    profile = getattr(user, "wagtail_userprofile", None)
    mine = profile and profile.preferred_language
    return translation.override(mine) if mine else nullcontext()


def _guard_wagtails_own(request, view, args, kwargs):
    right = ASK_FOR_NOTHING.get(request.resolver_match.view_name)
    return permission_denied(request) if right and not right.held_by(request.user) else None


def staff_only(right: Right):
    """For a page of the staff outside the admin: the same door, and 404 without the right."""

    def guard(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            user = request.user
            if user.is_authenticated and not is_staff_with(user, right):
                raise Http404
            return _refusal(request) or view(request, *args, **kwargs)

        guarded.right = right
        return guarded

    return guard


def is_staff_with(user, right: Right) -> bool:
    return Right.ENTER.held_by(user) and right.held_by(user)


def may_enter(request, right: Right) -> bool:
    """Whether this visitor stands inside the door already, second factor and all."""
    user = request.user
    if not user.is_authenticated or not is_staff_with(user, right):
        return False
    return not settings.STAFF_NEEDS_SECOND_FACTOR or is_mfa_enabled(user)


def _refusal(request):
    user = request.user
    if not user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not Right.ENTER.held_by(user):
        # Wagtail would send them to the login, which sends those who are logged in straight back.
        raise PermissionDenied
    if settings.STAFF_NEEDS_SECOND_FACTOR and not is_mfa_enabled(user):
        messages.warning(request, _("Please set up a second factor; after that you can enter the administration."))
        return redirect("mfa_index")
    return None
