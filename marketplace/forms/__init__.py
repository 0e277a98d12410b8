from .offer import OfferForm
from .order import DeclineForm, OrderForm, SendBackForm

__all__ = ["DeclineForm", "OfferForm", "OrderForm", "SendBackForm"]
