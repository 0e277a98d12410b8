"""What follows every save (Wagtail's two indexes, the entries of the calendar), written once at the end instead of three
to nine times a page."""

from contextlib import contextmanager

from django.core.management import call_command
from django.db.models.signals import post_save
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail.signals import page_published

from events import receivers
from events.calendar import entries
from events.models import Event
from events.pages import EventPage

_ENTRIES = [
    (post_save, Event, receivers.entry_of_event, "events.entry_of_event"),
    (post_save, EventPage, receivers.entry_of_page, "events.entry_of_page"),
    (page_published, EventPage, receivers.entry_of_page, "events.entry_of_words"),
]


@contextmanager
def written_once():
    """Nothing is indexed inside; everything is when the block ends well."""
    listening = [model for model in get_indexed_models() if post_save.disconnect(post_save_signal_handler, model)]
    for signal, sender, _receiver, name in _ENTRIES:
        signal.disconnect(sender=sender, dispatch_uid=name)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        for model in listening:
            post_save.connect(post_save_signal_handler, sender=model)
        for signal, sender, receiver, name in _ENTRIES:
            signal.connect(receiver, sender=sender, dispatch_uid=name)
    entries.render(Event.objects.values_list("pk", flat=True))
    call_command("wagtail_update_index", verbosity=0)
    call_command("rebuild_references_index", verbosity=0)
