from django import template

from portal.language.money import as_text

register = template.Library()


@register.filter
def money(amount, currency="EUR") -> str:
    """`{{ payment.amount|money }}`: an amount with its currency, as the reader writes it."""
    return as_text(amount, currency)
