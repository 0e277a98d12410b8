"""The hours of one's own start-ups, and the statement about them."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from events.coaching import wording
from events.coaching.models import Account
from events.coaching.staff.views import as_file
from portal.language.money import as_text


@never_cache
@login_required
@require_safe
def hours(request) -> HttpResponse:
    """How many hours of which programme are used, planned and left."""
    accounts = Account.objects.of(request.user).select_related("programme__project", "institution").distinct()
    return render(request, "coaching/hours.html", {"accounts": [_told(account) for account in accounts]})


@never_cache
@login_required
@require_safe
def statement(request, pk: int) -> HttpResponse:
    """The de-minimis statement as PDF, for those who act for the start-up."""
    mine = Account.objects.of(request.user).select_related("programme__project", "institution").distinct()
    return as_file(get_object_or_404(mine, pk=pk))


def _told(account: Account) -> dict:
    return {
        "pk": account.pk,
        "startup": account.startup,
        "programme": account.programme,
        "part": account.minutes_taken,
        "whole": account.minutes_granted,
        "taken": wording.length(account.minutes_taken),
        "granted": wording.length(account.minutes_granted),
        "left": wording.length(account.minutes_left),
        "value": as_text(account.value_of(account.minutes_taken)),
    }
