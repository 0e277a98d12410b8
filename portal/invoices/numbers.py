"""Numbers without gaps: one after the other within an issuer's year, given out in the transaction that uses them."""

from datetime import date

from portal.invoices.models import Issuer, Series


def next_number(issuer: Issuer, day: date) -> str:
    """`R-2026-00001`. Whoever asks holds the series until the commit; what is rolled back has used no number."""
    Series.objects.bulk_create([Series(issuer=issuer, year=day.year)], ignore_conflicts=True)
    series = Series.objects.select_for_update().get(issuer=issuer, year=day.year)
    series.last += 1
    series.save(update_fields=["last"])
    return f"{issuer.prefix}{day.year}-{series.last:05d}"
