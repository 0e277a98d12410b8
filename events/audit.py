"""What the audit log calls our deeds."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "events.register": (_("Register"), _("Registered")),
    "events.requested": (_("Send in again"), _("Sent in again")),
    "events.returned": (_("Send back"), _("Sent back for changes")),
    "events.rejected": (_("Reject"), _("Rejected")),
    "events.waiting": (_("Put on the waiting list"), _("Put on the waiting list")),
    "events.confirmed": (_("Confirm"), _("Confirmed")),
    "events.awaiting_payment": (_("Ask for the fee"), _("Moved up; asked for the fee")),
    "events.lapsed": (_("Lapse"), _("Lapsed: not paid or not accepted in time")),
    "events.offered": (_("Offer seats"), _("Seats offered from the waiting list")),
    "events.promote_out_of_turn": (_("Offer seats out of turn"), _("Overtakes the waiting list by decision of staff")),
    "events.cancelled": (_("Cancel registration"), _("Registration cancelled")),
    "events.change": (_("Change details"), _("Details changed by the guest")),
    "events.leave_session": (_("Leave a session"), _("A session was full when the guest moved up")),
    "events.clone": (_("Copy event"), _("Event copied")),
    "events.resize": (_("Change seats"), _("Number of seats changed")),
    "events.move": (_("Move event"), _("Event moved to other dates")),
    "events.relocate": (_("Relocate event"), _("Place of the event changed")),
    "events.call_off": (_("Cancel event"), _("Event cancelled")),
    "events.check_in": (_("Check in"), _("A guest was checked in")),
    "events.undo_check_in": (_("Take back a check-in"), _("A check-in was taken back")),
    "events.walk_in": (_("Take in a walk-in"), _("Came without registration and was taken in")),
    "events.walk_in_beyond": (_("Take in beyond the seats"), _("By decision of staff one more guest was let in")),
    "events.paper": (_("Make a paper"), _("A paper with names was made")),
    "events.circular": (_("Write to guests"), _("Staff wrote to the guests")),
    "events.letter": (_("Send letter"), _("Letter sent")),
    "events.listed": (_("Name on the page"), _("Agreed to be named on the event’s page")),
    "events.unlisted": (_("Stop naming on the page"), _("No longer wants to be named on the event’s page")),
    "events.export": (_("Export registrations"), _("Registrations exported")),
}
