from marketplace.offers.forms.offer import OfferForm
from marketplace.orders.forms import CommentForm, DeclineForm, DueForm, OrderForm, SendBackForm

__all__ = ["CommentForm", "DeclineForm", "DueForm", "OfferForm", "OrderForm", "SendBackForm"]
