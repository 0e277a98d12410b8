"""Current listings whose contact or institution cannot be reached."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from home.checks.contacts import Trouble, edit, no_address, nobody_answers
from marketplace.models import Listing
from portal.accounts.models import Membership
from portal.rights import HouseRight


def troubles() -> Iterator[Trouble]:
    kind = str(Listing._meta.verbose_name)
    for listing in Listing.objects.current().for_display().select_related("contact").order_by("pk"):
        if nobody_answers(listing.contact):
            yield Trouble(listing.title, kind, no_address(listing.contact), edit(listing.contact))
        if not listing.institution.is_visible:
            message = _("%(institution)s offers it, but is not shown in the directory.")
            told = message % {"institution": listing.institution}
            yield Trouble(listing.title, kind, told, edit(listing.institution))
    answering = Membership.objects.filter(role__in=sorted(HouseRight.ANSWER_REQUESTS.roles), user__is_active=True)
    unanswered = Listing.objects.current().exclude(institution__in=answering.values("institution"))
    for listing in unanswered.for_display().order_by("pk"):
        message = _("Nobody of %(institution)s may answer requests: orders lapse.") % {
            "institution": listing.institution
        }
        yield Trouble(listing.title, kind, message, edit(listing.institution))
