"""The deeds of this room in the audit log: what they are called. Notes are not among them."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "coaching.publish": (_("Publish times"), _("Coaching times published")),
    "coaching.withdraw": (_("Withdraw time"), _("Coaching time withdrawn")),
    "coaching.resize": (_("Change seats"), _("Number of seats changed")),
    "coaching.book": (_("Book"), _("Coaching booked")),
    "coaching.requested": (_("Request"), _("Coaching requested")),
    "coaching.confirmed": (_("Confirm"), _("Coaching confirmed")),
    "coaching.offered": (_("Offer"), _("Seat offered to the waiting list")),
    "coaching.declined": (_("Decline"), _("Coaching declined")),
    "coaching.lapsed": (_("Lapse"), _("Coaching lapsed")),
    "coaching.cancelled": (_("Cancel"), _("Coaching cancelled")),
    "coaching.reschedule": (_("Reschedule"), _("Coaching moved to another time")),
    "coaching.done": (_("Hold"), _("Coaching took place")),
    "coaching.no_show": (_("Note absence"), _("Client did not come")),
    "coaching.record": (_("Record hours"), _("Hours recorded")),
    "coaching.renew_link": (_("New link"), _("New secret link sent, the old ones have ended")),
    "coaching.grant": (_("Grant hours"), _("Hours of the start-up changed")),
    "coaching.answer": (_("Answer"), _("Client told what became of the goal")),
    "coaching.export": (_("Export"), _("Coaching list exported")),
}
