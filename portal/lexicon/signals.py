"""What the lexicon tells the apps above it."""

from django.dispatch import Signal

# The vocabulary has changed: whoever keeps an index of terms makes it anew.
vocabulary_changed = Signal()
