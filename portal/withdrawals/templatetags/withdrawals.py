"""What pages about something for sale say of the right of withdrawal."""

from django import template

from portal.withdrawals import offered

register = template.Library()


@register.inclusion_tag("withdrawals/before.html")
def right_of_withdrawal(right, of_goods=False):
    """Above the button that orders: whether there is one, until when and where, or why not."""
    return {"sentence": offered.before(right, of_goods=of_goods), "door": offered.door(), "right": right}


@register.simple_tag
def withdrawal_door() -> str:
    """The address of the function, for the foot of every page; empty where it is off."""
    return offered.door()


@register.inclusion_tag("withdrawals/way.html")
def way_to_withdraw(deed):
    """A link on the page of `deed`, while its period runs."""
    return {"way": offered.way(deed)}
