"""Sentences about a linked account, in the language of the moment."""

from django.utils.translation import gettext as _

from portal.payments.models import LinkedAccount
from portal.payments.states import LinkState


def why_not(linked: LinkedAccount) -> str:
    """Why the account takes no money, and what to do; empty where it takes some."""
    if linked.state == LinkState.ACTIVE:
        return ""
    if linked.reason.startswith("rejected."):
        return _("Stripe has turned the account down. Please ask Stripe why; until then you are paid by bank transfer.")
    if linked.reason.endswith((".pending_verification", "under_review")):
        return _("Stripe is checking what you have entered. You need not do anything; we write to you when it is done.")
    if linked.state == LinkState.RESTRICTED:
        return _("Stripe wants something else from you before it takes money again. It shows you what.")
    return _("Not everything has been entered at Stripe yet.")
