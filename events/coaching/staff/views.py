"""Views of the administration: exports that are logged, the hours of a start-up."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import InspectView

from events.coaching import wording
from events.coaching.booking.forms import GrantForm
from events.coaching.models import Account
from events.coaching.record import hours, statements
from portal.audit import log
from portal.look.lists import SafeIndex
from portal.refusals import Refusal
from portal.rights import Right, needs


class LoggedExport(SafeIndex):
    """Every export is written into the audit log, without whom the reader looked for."""

    export_right = Right.EXPORT_COACHING

    def as_spreadsheet(self, queryset, spreadsheet_format):
        user, asked = self.request.user, self.request.GET.copy()
        asked.pop("q", None)
        log(user, "coaching.export", user=user, data={"rows": queryset.count(), "filters": asked.urlencode()})
        return super().as_spreadsheet(queryset, spreadsheet_format)


class BookingIndexView(LoggedExport):
    pass


class AccountIndexView(LoggedExport):
    pass


class HoursColumn(Column):
    """Minutes, shown as hours."""

    def __init__(self, name, **kwargs):
        label = Account._meta.get_field(name).verbose_name
        super().__init__(name, label=label, sort_key=name, **kwargs)

    def get_value(self, instance):
        return wording.length(super().get_value(instance))


class AccountInspectView(InspectView):
    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        hours_granted = self.object.minutes_granted / 60
        form = GrantForm(initial={"hours": hours_granted}) if Right.GRANT_HOURS.held_by(self.request.user) else None
        return context | {"account": self.object, "grant_form": form}


@needs(Right.GRANT_HOURS)
@require_POST
def grant(request, pk: int) -> HttpResponse:
    """Give a start-up another number of hours."""
    account, form = get_object_or_404(Account, pk=pk), GrantForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(form.errors["hours"]))
    else:
        try:
            hours.grant(account, minutes=form.minutes, by=request.user)
            messages.success(request, _("The hours have been changed."))
        except Refusal as refusal:
            messages.error(request, str(refusal))
    return redirect("wagtailsnippets_coaching_account:inspect", account.pk)


@needs(Right.EXPORT_COACHING)
@require_safe
def statement(request, pk: int) -> HttpResponse:
    return as_file(get_object_or_404(Account.objects.select_related("programme__project", "institution"), pk=pk))


def as_file(account: Account) -> HttpResponse:
    response = HttpResponse(statements.statement(account), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{_("de-minimis-statement")}-{account.pk}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response
