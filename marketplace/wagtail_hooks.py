"""The marketplace in Wagtail's admin: audit log, menu, release queue."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from marketplace.states import ListingState, OrderState


@hooks.register("register_log_actions")
def register_log_actions(actions) -> None:
    for state in OrderState:
        actions.register_action(f"marketplace.order.{state}", state.label, state.label)
    for state in ListingState:
        actions.register_action(f"marketplace.listing.{state}", state.label, state.label)
    actions.register_action("marketplace.listing.changed", _("changed"), _("changed"))
    actions.register_action("marketplace.listing.extended", _("extended"), _("extended"))
