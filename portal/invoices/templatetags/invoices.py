from django import template

from portal.invoices import verbs as invoicing
from portal.invoices.verbs import BUYER
from portal.web import tokens

REFERENCES = ("order_number", "cost_centre", "vat_id", "leitweg_id", "email")

register = template.Library()


@register.inclusion_tag("invoices/of_payment.html")
def invoices_of(payment):
    """`{% invoices_of payment %}`: the documents of a payment, and the way to ask for one."""
    documents = list(payment.invoices.select_related("corrects").order_by("pk"))
    standing = any(not one.is_correction and invoicing.left_of(one) for one in documents)
    may_ask = not standing and invoicing.may_be_invoiced(payment)
    return {"documents": documents, "may_ask": may_ask, "token": tokens.make("pay", payment)}


@register.inclusion_tag("invoices/recipient_of.html")
def recipient_of(deed):
    """`{% recipient_of order %}`: who gets its invoice, with order number; nothing where nobody said."""
    told = invoicing.billing_of(deed)
    said = {name: getattr(told, name) for name in BUYER} if told else {}
    labels = {name: told._meta.get_field(name).verbose_name for name in REFERENCES} if told else {}
    return {"told": told, "references": [(label, said[name]) for name, label in labels.items() if said[name]]}
