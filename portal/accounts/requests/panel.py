"""Erasures that wait for a second person, on the admin's first page."""

from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks

from portal.accounts.kinds import RequestState
from portal.accounts.models import Institution, PersonRequest, User
from portal.look.desk import Row, RowsPanel, number_of, waiting
from portal.rights import Right

SHOWN = 5


class WaitingErasures(RowsPanel):
    name = "erasures"
    heading = gettext_lazy("Erasures waiting for a second person")
    icon = "bin"
    order = 207
    more = (reverse_lazy("people_find"), gettext_lazy("Data of a person"))

    def rows(self) -> list[Row]:
        waiting = PersonRequest.objects.filter(state=RequestState.OPEN).select_related("asked_by").order_by("asked_at")
        return [self._row(one) for one in waiting[:SHOWN]]

    def _row(self, one: PersonRequest) -> Row:
        day = date_format(timezone.localtime(one.asked_at), "SHORT_DATE_FORMAT")
        who = _("asked by you") if one.asked_by == self.user else str(one.asked_by or "")
        return Row(str(one), reverse("people_request", args=[one.pk]), who, _("since %(day)s") % {"day": day})


@hooks.register("construct_homepage_panels")
def show_waiting_erasures(request, panels) -> None:
    if Right.ERASE_PEOPLE.held_by(request.user):
        panels.append(WaitingErasures(request.user))


@hooks.register("own_work")
def people_and_institutions(user) -> list[Row]:
    """Not the erasures that the reader asked for: somebody else has to release them. One query for both numbers."""
    erases, keeps = Right.ERASE_PEOPLE.held_by(user), Right.KEEP_INSTITUTIONS.held_by(user)
    if not (erases or keeps):
        return []
    told = User.objects.filter(pk=user.pk).values(
        to_erase=number_of(PersonRequest.objects.filter(state=RequestState.OPEN).exclude(asked_by=user)),
        to_verify=number_of(Institution.objects.filter(is_verified=False)),
    )[0]
    unverified = f"{reverse('wagtailsnippets_accounts_institution:list')}?is_verified=false"
    return [
        *waiting(_("Erasures to release"), told["to_erase"] * erases, reverse("people_find")),
        *waiting(_("Institutions to verify"), told["to_verify"] * keeps, unverified),
    ]
