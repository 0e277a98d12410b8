"""What the audit log calls our deeds."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "events.register": (_("Register"), _("Registered")),
    "events.confirmed": (_("Confirm"), _("Confirmed")),
    "events.awaiting_payment": (_("Ask for the fee"), _("Moved up; asked for the fee")),
    "events.lapsed": (_("Lapse"), _("Lapsed: the fee did not arrive in time")),
    "events.cancelled": (_("Cancel registration"), _("Registration cancelled")),
    "events.resize": (_("Change seats"), _("Number of seats changed")),
    "events.move": (_("Move event"), _("Event moved to other dates")),
    "events.relocate": (_("Relocate event"), _("Place of the event changed")),
    "events.call_off": (_("Cancel event"), _("Event cancelled")),
    "events.export": (_("Export registrations"), _("Registrations exported")),
}
