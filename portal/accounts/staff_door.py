"""The door to the admin.

Who is not logged in logs in, who is no staff gets 403, staff without a second factor set one up.
"""

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
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
