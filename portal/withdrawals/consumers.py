"""Who buys as a consumer (§ 13 BGB): whoever names nothing that only a business or an authority has."""

from portal.invoices import verbs as invoicing

OF_BUSINESSES = ("vat_id", "order_number", "leitweg_id")


def buys_as_a_business(deed) -> bool:
    """By what was said about the invoice of `deed`; one question to the database."""
    billing = invoicing.billing_of(deed)
    return billing is not None and any(getattr(billing, name) for name in OF_BUSINESSES)
