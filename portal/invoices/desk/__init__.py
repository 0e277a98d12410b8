"""What finance does with invoices in the administration."""
