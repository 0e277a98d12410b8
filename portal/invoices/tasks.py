"""What the worker does about invoices: make the files, then write the letter that brings them."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from portal.invoices import letters, printing
from portal.invoices.models import Invoice
from portal.letters import outbox


@app.task(name="invoices.print", queue="letters", retry=RetryStrategy(max_attempts=5, exponential_wait=10))
def print_invoice(pk: int) -> None:
    """Its number stands already; a second run finds the files and writes no second letter."""
    invoice = Invoice.objects.get(pk=pk)
    had_files = hasattr(invoice, "paper")
    printing.paper_of(invoice)
    if not had_files:
        outbox.post(letters.corrected if invoice.is_correction else letters.issued, invoice)
