"""What the worker does about invoices: make the files, then write the letter that brings them."""

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from portal.database import clock
from portal.invoices import letters, printing
from portal.invoices.models import Invoice
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
    """Its number stands already; a second run finds the files and writes no second letter."""
    invoice = Invoice.objects.get(pk=pk)
    had_files = hasattr(invoice, "paper")
    printing.paper_of(invoice)
    if not had_files:
        outbox.post(letters.corrected if invoice.is_correction else letters.issued, invoice)
