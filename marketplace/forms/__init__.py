from .offer import OfferForm
from .order import CommentForm, DeclineForm, DueForm, OrderForm, SendBackForm

__all__ = ["CommentForm", "DeclineForm", "DueForm", "OfferForm", "OrderForm", "SendBackForm"]
