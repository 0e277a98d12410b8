from django import template

from portal.invoices import verbs as invoicing
from portal.web import tokens

register = template.Library()


@register.inclusion_tag("invoices/of_payment.html")
def invoices_of(payment):
    """`{% invoices_of payment %}`: the documents of a payment, and the way to ask for one."""
    documents = list(payment.invoices.select_related("corrects").order_by("pk"))
    standing = any(not one.is_correction and invoicing.left_of(one) for one in documents)
    may_ask = not standing and invoicing.may_be_invoiced(payment)
    return {"documents": documents, "may_ask": may_ask, "token": tokens.make("pay", payment)}
