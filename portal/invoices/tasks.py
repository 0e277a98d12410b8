"""What the worker does about invoices: make the files, then write the letter that brings them."""

from django.db import transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from portal.database import clock
from portal.invoices import letters, printing
from portal.invoices.models import Invoice, Paper
from portal.letters import outbox


@app.periodic(cron="40 3 * * *")
@app.task(name="invoices.delete_past", queueing_lock="invoices.delete_past")
def delete_past(timestamp: int) -> None:
    """Documents whose years are over (§ 147 AO); corrections first, for they name what they correct."""
    over = Invoice.objects.filter(keep_until__lt=timezone.localdate(clock.now()))
    over.exclude(corrects=None).delete()
    over.filter(corrections=None).delete()


@app.task(name="invoices.print", queue="letters", retry=RetryStrategy(max_attempts=5, exponential_wait=10))
def print_invoice(pk: int) -> None:
    """Its number stands already. The files and the promise of the letter stand together or not at all: a second run
    finds both, or makes both.
    """
    with transaction.atomic():
        invoice = Invoice.objects.select_for_update(of=("self",)).get(pk=pk)
        if Paper.objects.filter(invoice=invoice).exists():
            return
        printing.paper_of(invoice)
        outbox.post(letters.corrected if invoice.is_correction else letters.issued, invoice)
