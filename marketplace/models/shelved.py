"""What lists count and look through: a narrow row for each listing, written by triggers of the database alone.

A hundred thousand rows of listings are a hundred megabytes; what a list has to know of them is a tenth, and the values
of its filters stand once, in three small tables. Why and how: docs/decisions/0015.
"""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marketplace.models.category import Category
from marketplace.models.listing import Listing
from marketplace.models.resource import seen_by
from portal.accounts.models import Institution
from portal.database.promises import Unique

_ONCE = _("There is one of these already.")


class Drawer(models.Model):
    """What sort of offer."""

    wagtail_reference_index_ignore = True

    kind = models.CharField(max_length=10)
    category = models.ForeignKey(Category, on_delete=models.CASCADE, related_name="+")
    condition = models.CharField(max_length=12, blank=True)

    class Meta:
        constraints = [
            Unique(name="one_drawer", fields=["kind", "category", "condition"], beside="category", says=_ONCE)
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.category_id} {self.condition}"


class Place(models.Model):
    """Whose it is, and where it stands."""

    wagtail_reference_index_ignore = True

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    city = models.CharField(max_length=80, blank=True)
    district = models.CharField(max_length=5, blank=True)

    class Meta:
        constraints = [Unique(name="one_place", fields=["institution", "city", "district"], beside="city", says=_ONCE)]

    def __str__(self) -> str:
        return f"{self.institution_id} {self.city} {self.district}"


class Rule(models.Model):
    """Who may order it, and for which times: the columns of the listing by the same names.

    `by_day`: it has a price for the day. `key` stands for all the others, of which several may be unknown.
    """

    wagtail_reference_index_ignore = True

    key = models.CharField(max_length=32, unique=True)
    kind = models.CharField(max_length=10)
    audience = ArrayField(models.CharField(max_length=10))
    institutions_only = models.BooleanField()
    opening_days = ArrayField(models.PositiveSmallIntegerField())
    opens_at = models.TimeField(null=True)
    closes_at = models.TimeField(null=True)
    min_hours = models.PositiveSmallIntegerField(null=True)
    max_hours = models.PositiveSmallIntegerField(null=True)
    by_day = models.BooleanField()
    lead_days = models.PositiveSmallIntegerField()
    loan_max_months = models.PositiveSmallIntegerField(null=True)

    def __str__(self) -> str:
        return self.key


class ShelvedQuerySet(models.QuerySet):
    def on_offer(self, today: date | None = None):
        """Released, not expired by `today`, not sold or given away."""
        return self.filter(is_out=True).filter(
            Q(expires_on__isnull=True) | Q(expires_on__gte=today or timezone.localdate())
        )

    def shown_to(self, user=None):
        """Those whose thing `user` finds, None: everybody."""
        return self.filter(seen_by(user, owner="place__institution"))


class Shelved(models.Model):
    """`is_out`: released, and a piece of it can still be had. `cost`: what the list by price compares, in euros.

    `words`: the terms of the listing, those of its title once more behind a mark, those of title and category behind
    another (`portal.lexicon.terms.marked`): so the index alone tells how well it fits, however many hits there are.
    """

    wagtail_reference_index_ignore = True

    listing = models.OneToOneField(Listing, on_delete=models.CASCADE, primary_key=True, related_name="shelved")
    drawer = models.ForeignKey(Drawer, on_delete=models.CASCADE, related_name="+", db_index=False)
    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+", db_index=False)
    rule = models.ForeignKey(Rule, on_delete=models.CASCADE, related_name="+", db_index=False)
    is_out = models.BooleanField()
    expires_on = models.DateField(null=True)
    newest = models.DateTimeField(null=True)
    cost = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    visibility = models.CharField(max_length=8)
    words = SearchVectorField()

    objects = ShelvedQuerySet.as_manager()

    class Meta:
        indexes = [
            # Without it each list of words would first go through what was written last.
            GinIndex(fields=["words"], name="shelved_words", fastupdate=False),
            # All that is counted stands in it: without words no row of the table is looked at.
            models.Index(
                F("newest").desc(),
                F("listing").desc(),
                name="shelved_newest",
                condition=Q(is_out=True),
                include=["drawer", "place", "rule", "expires_on", "visibility"],
            ),
            models.Index(
                F("cost").asc(nulls_last=True),
                F("newest").desc(),
                F("listing").desc(),
                name="shelved_cheapest",
                condition=Q(is_out=True),
            ),
        ]

    def __str__(self) -> str:
        return str(self.listing_id)
