"""Sent by the worker after the mail server took a letter, with `kind=` and `instance_pk=`."""

from django.dispatch import Signal

letter_sent = Signal()
