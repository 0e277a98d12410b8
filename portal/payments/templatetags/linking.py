from django import template

from portal.payments.linking import verbs as linking
from portal.payments.models import LinkedAccount
from portal.rights import HouseRight

register = template.Library()


@register.inclusion_tag("payments/linking/box.html", takes_context=True)
def online_payment_of(context, institution):
    """`{% online_payment_of institution %}`: how it is paid online, and its payments; for its managers alone."""
    may = HouseRight.KEEP_MEMBERS.held_by(context["request"].user, institution)
    linked = LinkedAccount.objects.current().filter(institution=institution).first() if may else None
    return {"institution": institution, "may": may, "is_offered": linking.is_offered(), "linked": linked}
