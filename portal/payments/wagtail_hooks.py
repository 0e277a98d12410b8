from django.utils.translation import gettext_lazy as _
from wagtail import hooks


@hooks.register("register_log_actions")
def payment_actions(actions):
    actions.register_action("payments.open", _("Ask for payment"), _("Payment asked for"))
    actions.register_action("payments.paid", _("Enter payment"), _("Payment arrived"))
    actions.register_action("payments.cancelled", _("Cancel payment"), _("Payment cancelled"))
    actions.register_action("payments.refund_due", _("Owe refund"), _("Refund due"))
    actions.register_action("payments.refunded", _("Refund"), _("Refunded"))
    actions.register_action("payments.review", _("Call for review"), _("Payment needs a look"))
