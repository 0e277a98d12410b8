"""The door to the admin.

Who is not logged in logs in, who is no staff gets 403, staff without a second factor set one up.
"""

from functools import wraps

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _

INSIDE = "/admin/"
BESIDE = ("/admin/login", "/admin/logout", "/admin/jsi18n")


def staff_door(get_response):
    """Guard everything under /admin/ except the way in and out."""

    def middleware(request):
        if request.path.startswith(INSIDE) and not request.path.startswith(BESIDE):
            refused = _refusal(request)
            if refused:
                return refused
        return get_response(request)

    return middleware


def staff_only(permission: str):
    """For a page of the staff outside the admin: the same door, and 404 without the permission."""

    def guard(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            user = request.user
            if user.is_authenticated and not is_staff_with(user, permission):
                raise Http404
            return _refusal(request) or view(request, *args, **kwargs)

        return guarded

    return guard


def is_staff_with(user, permission: str) -> bool:
    return user.has_perm("wagtailadmin.access_admin") and user.has_perm(permission)


def may_enter(request, permission: str) -> bool:
    """Whether this visitor stands inside the door already, second factor and all."""
    user = request.user
    if not user.is_authenticated or not is_staff_with(user, permission):
        return False
    return not settings.STAFF_NEEDS_SECOND_FACTOR or is_mfa_enabled(user)


def _refusal(request):
    user = request.user
    if not user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not user.has_perm("wagtailadmin.access_admin"):
        # Wagtail would send them to the login, which sends those who are logged in straight back.
        raise PermissionDenied
    if settings.STAFF_NEEDS_SECOND_FACTOR and not is_mfa_enabled(user):
        messages.warning(request, _("Please set up a second factor; after that you can enter the administration."))
        return redirect("mfa_index")
    return None
