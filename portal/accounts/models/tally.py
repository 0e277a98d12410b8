from django.db import models


class Tally(models.Model):
    """How often somebody has tried something since its window began. Written only by `tallies`."""

    # A digest: neither addresses nor mailboxes are kept.
    key = models.CharField(max_length=64, primary_key=True)
    tries = models.PositiveIntegerField()
    ends_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.key
