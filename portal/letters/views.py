"""Dead letters in the admin."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from portal.letters import failed

RIGHT = "procrastinate.view_procrastinatejob"


def may_look(user) -> bool:
    return user.has_perm(RIGHT)


@require_safe
def failed_letters(request):
    if not may_look(request.user):
        raise PermissionDenied
    return render(request, "letters/failed.html", {"letters": failed.letters()})


@require_POST
def try_again(request, pk):
    if not may_look(request.user):
        raise PermissionDenied
    if failed.try_again(pk):
        messages.success(request, _("The letter is on its way again."))
    else:
        messages.warning(request, _("This letter is not waiting here any more."))
    return redirect("failed_letters")
