"""Facts to begin with, for tests, the demo and the examples of letters."""

from portal.invoices.models import Billing, Issuer

UNIVERSITY = {
    "name": "Hochschule Emscher",
    "person": "Dezernat 3, Rechnungseingang",
    "street": "Am Campus 1",
    "postal_code": "45665",
    "city": "Recklinghausen",
    "country": "DE",
    "order_number": "4500012345",
    "cost_centre": "881200",
}


def issuer(**facts) -> Issuer:
    """The operator of the portal, unless `institution` says another."""
    told = {
        "name": "Transferportal Ruhr e. V.",
        "street": "Lindenallee 4",
        "postal_code": "44801",
        "city": "Bochum",
        "vat_id": "DE136695976",
        "tax_number": "350/5912/0042",
        "contact": "Birte Hansen",
        "phone": "+49 234 5550100",
        "email": "rechnung@transferportal.example",
        "terms_days": 30,
    }
    return Issuer.objects.create(**(told | facts))


def billing(**said) -> Billing:
    """Not saved yet: it is with its invoice."""
    return Billing(**(UNIVERSITY | said))
