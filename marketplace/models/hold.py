from django.conf import settings
from django.contrib.postgres.fields import BigIntegerRangeField, DateTimeRangeField, RangeOperators
from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from marketplace.kinds import Why
from marketplace.models.order import Order
from marketplace.models.resource import Resource
from portal.database.promises import Alone, Check


def _is(field: str) -> Func:
    """A whole number as a range of one: what btree_gist would allow to compare as it is."""
    return Func(F(field), F(field), Value("[]"), function="int8range", output_field=BigIntegerRangeField())


class HoldQuerySet(models.QuerySet):
    def overlapping(self, period):
        return self.filter(period__overlap=period)


class Hold(models.Model):
    """A deed: one piece of a resource is taken for a while or, without an end, for good, however it is offered.

    Nothing else says what is taken, so nothing can be promised twice. It goes when it holds no longer; who held what
    tell the orders and the audit log. Written only by `orders.holds`.
    """

    wagtail_reference_index_ignore = True

    resource = models.ForeignKey(
        Resource, verbose_name=_("resource"), on_delete=models.PROTECT, related_name="holds", db_index=False
    )
    piece = models.PositiveSmallIntegerField(_("piece"))
    period = DateTimeRangeField(_("period"))
    # A column of its own, so that the database knows how few they are: of what it must work out it guesses a third.
    for_good = models.GeneratedField(
        expression=Func(F("period"), function="upper_inf"), output_field=models.BooleanField(), db_persist=True
    )
    why = models.CharField(_("why"), max_length=10, choices=Why)
    order = models.ForeignKey(
        Order, verbose_name=_("order"), on_delete=models.CASCADE, null=True, blank=True, related_name="holds"
    )
    # For the house alone; the public reads "taken".
    note = models.CharField(_("note"), max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.SET_NULL, null=True, related_name="+"
    )

    objects = HoldQuerySet.as_manager()

    class Meta:
        verbose_name = _("hold")
        verbose_name_plural = _("holds")
        ordering = ["period", "piece"]
        indexes = [
            models.Index(fields=["resource", "piece"], name="hold_of_resource"),
            # Every list leaves out what is gone, and "free between" asks what is taken then, among all that is held.
            models.Index(fields=["resource", "piece"], condition=Q(for_good=True), name="hold_for_good"),
            GistIndex(fields=["period"], name="hold_period"),
        ]
        constraints = [
            Alone(
                name="hold_holds_alone",
                expressions=[
                    (_is("resource"), RangeOperators.OVERLAPS),
                    (_is("piece"), RangeOperators.OVERLAPS),
                    ("period", RangeOperators.OVERLAPS),
                ],
                violation_error_code="taken",
                beside="period",
                says=_("This time is taken already."),
            ),
            Check(
                name="hold_has_a_time",
                condition=Q(period__isempty=False),
                beside="period",
                says=_("The end must be after the beginning."),
            ),
            Check(
                name="hold_has_a_piece",
                condition=Q(piece__gte=1),
                beside="piece",
                says=_("There must be at least one piece."),
            ),
            Check(
                name="hold_of_an_order_names_it",
                condition=Q(why="order", order__isnull=False) | (~Q(why="order") & Q(order__isnull=True)),
                beside="order",
                says=_("What an order holds names the order, everything else names none."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.resource} · {self.get_why_display()}"
