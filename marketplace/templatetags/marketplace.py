"""What other rooms show of the marketplace."""

from django import template
from django.utils import timezone

from marketplace import wording
from marketplace.models import Order
from marketplace.questions.forms import QuestionForm
from marketplace.shelf import cards, found
from marketplace.states import OrderState
from portal.language import times

register = template.Library()


@register.simple_tag(takes_context=True)
def question_form(context):
    """`{% question_form as form %}`: the empty form for a question to the owner."""
    return QuestionForm(user=context["request"].user)


@register.inclusion_tag("marketplace/parts/cards.html")
def newest_listings(number):
    """`{% newest_listings 4 %}`: cards of what was released last."""
    listings = found.on_offer(timezone.now()).for_display().prefetch_related("resource__photo__renditions")
    return {"cards": cards.cards(listings[: int(number)])}


@register.inclusion_tag("marketplace/parts/cards.html", takes_context=True)
def institution_listings(context, institution):
    """`{% institution_listings institution %}`: cards of all that an institution offers to the reader."""
    listings = found.on_offer(timezone.now(), context["request"].user).filter(institution=institution).for_display()
    return {"cards": cards.cards(listings.prefetch_related("resource__photo__renditions")[:24], with_institution=False)}


@register.inclusion_tag("marketplace/parts/desk_orders.html", takes_context=True)
def my_desk_orders(context):
    """`{% my_desk_orders %}`: what waits for my answer, and my next orders."""
    user = context["request"].user
    waiting = Order.objects.decidable_by(user).filter(state=OrderState.REQUESTED)
    waiting = waiting.exclude(orderer=user).for_display()
    mine = Order.objects.placed_by(user).ahead(timezone.now()).for_display()
    return {"waiting": waiting.order_by("decide_by")[:10], "mine": mine.order_by("period", "-placed_at")[:10]}


@register.filter
def when(order) -> str:
    """`{{ order|when }}`: its period in words."""
    return wording.period(order.period)


@register.filter
def when_briefly(order) -> str:
    """The same where there is little room."""
    return wording.brief_period(order.period)


register.filter("standing", wording.standing)
register.filter("lines_told", wording.lines)
register.filter("agreed", wording.agreed)
register.filter("until", times.moment)
