"""The one signal of the house: sent inside the settling transaction, with `payment=`."""

from django.dispatch import Signal

payment_settled = Signal()
