"""What staff do with institutions in the admin."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import AccountView, AvatarSettingsPanel
from wagtail.users.views.users import IndexView

from portal.accounts import membership
from portal.accounts.models import Institution
from portal.look.lists import FoldedSearch
from portal.refusals import Refusal
from portal.rights import Right, needs


class UserList(FoldedSearch, IndexView):
    """Wagtail's list of users, searched as everything is searched."""


class OwnAccountView(AccountView):
    """Wagtail's page of one's own settings without the profile picture, which nobody would ever see here."""

    def get_panels(self):
        return [panel for panel in super().get_panels() if not isinstance(panel, AvatarSettingsPanel)]


# Guarded as Wagtail guards its own, which stands below in the list of doors.
own_account = require_admin_access(never_cache(OwnAccountView.as_view()))


@needs(Right.KEEP_INSTITUTIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def verify_institution(request, pk):
    """GET shows what is to be checked; POST verifies and tells the institution's managers."""
    institution = get_object_or_404(Institution, pk=pk)
    if request.method != "POST":
        managers = institution.memberships.select_related("user")
        return render(request, "accounts/admin_verify.html", {"institution": institution, "members": managers})
    try:
        membership.verify(institution, by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("%(name)s is verified; its managers get a letter.") % {"name": institution.name})
    return redirect("wagtailsnippets_accounts_institution:list")
