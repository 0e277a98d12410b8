"""Wagtail's two indexes (search, references), written once at the end instead of three times a page."""

from contextlib import contextmanager

from django.core.management import call_command
from django.db.models.signals import post_save
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.signal_handlers import disable_reference_index_auto_update


@contextmanager
def written_once():
    """Nothing is indexed inside; everything is when the block ends well."""
    listening = [model for model in get_indexed_models() if post_save.disconnect(post_save_signal_handler, model)]
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        for model in listening:
            post_save.connect(post_save_signal_handler, sender=model)
    call_command("wagtail_update_index", verbosity=0)
    call_command("rebuild_references_index", verbosity=0)
