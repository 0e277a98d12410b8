"""Dead letters in the admin."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from portal.letters import failed
from portal.rights import Right, needs


@needs(Right.MEND_LETTERS)
@require_safe
def failed_letters(request):
    return render(request, "letters/failed.html", {"letters": failed.letters()})


@needs(Right.MEND_LETTERS)
@require_POST
def try_again(request, pk):
    if failed.try_again(pk):
        messages.success(request, _("The letter is on its way again."))
    else:
        messages.warning(request, _("This letter is not waiting here any more."))
    return redirect("failed_letters")
