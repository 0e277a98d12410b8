"""What a deed hears about its money, inside the transaction that moves it; each is sent with `payment=`."""

from django.dispatch import Signal

# The money is there.
payment_settled = Signal()
# The payer has done everything; the money takes days.
payment_underway = Signal()
# `amount` of it is asked for no more, or goes back: with `by=` and `now=` too, and `reason=` where no cause tells it.
payment_given_up = Signal()
# Whoever pays has placed an order for it: the money comes by invoice, and the deed need not wait. With `now=` too,
# and with `is_new=True` where the deed asks for the money at this moment and tells of it itself.
payment_on_account = Signal()
# Finance has closed a month, with `closed=`: what is made of it once and for all is made now.
month_closed = Signal()
# The money did not come after all, or was entered by mistake: it is asked for again.
payment_reopened = Signal()
