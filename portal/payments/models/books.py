from django.conf import settings
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Institution
from portal.database.promises import Check, Unique
from portal.payments.models.payment import Payment
from portal.payments.states import MovementKind


class Movement(models.Model):
    """A deed that the database writes down itself (a trigger on payments): on a day money came, went back, or was an
    entry by mistake. Less than nothing: it left.
    """

    wagtail_reference_index_ignore = True

    payment = models.ForeignKey(Payment, on_delete=models.CASCADE, related_name="movements")
    day = models.DateField(_("day"))
    amount = models.DecimalField(_("amount"), max_digits=10, decimal_places=2)
    kind = models.CharField(_("kind"), max_length=12, choices=MovementKind)

    class Meta:
        verbose_name = _("movement of money")
        verbose_name_plural = _("movements of money")
        ordering = ["day", "pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["day"], name="movement_day")]

    def __str__(self) -> str:
        return f"{self.payment_id} {self.day} {self.amount}"


class ClosedMonth(models.Model):
    """A deed: finance has looked at a month of whoever is paid, and nothing is entered in it any more. Reopening leaves
    the row; closing again makes another.
    """

    wagtail_reference_index_ignore = True

    payee = models.ForeignKey(
        Institution, verbose_name=_("payee"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    month = models.DateField(_("month"))
    closed_at = models.DateTimeField(_("closed at"))
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("closed by"), on_delete=models.SET_NULL, null=True, related_name="+"
    )
    reason = models.CharField(_("why in spite of what is open"), max_length=200, blank=True)
    reopened_at = models.DateTimeField(_("reopened at"), null=True, blank=True)
    reopened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("reopened by"), on_delete=models.SET_NULL, null=True, related_name="+"
    )
    why_reopened = models.CharField(_("why reopened"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("closed month")
        verbose_name_plural = _("closed months")
        ordering = ["-month", "-pk"]
        default_permissions = ()
        constraints = [
            Unique(
                name="a_month_is_closed_once",
                fields=["payee", "month"],
                condition=models.Q(reopened_at=None),
                nulls_distinct=False,
                beside="month",
                says=_("This month is closed already."),
            ),
            Check(
                name="closed_month_begins_on_the_first",
                condition=models.Q(month__day=1),
                beside="month",
                says=_("A month begins on the first."),
            ),
            Check(
                name="a_month_is_reopened_with_a_reason",
                condition=models.Q(reopened_at=None) | ~models.Q(why_reopened=""),
                beside="why_reopened",
                says=_("Reopening needs a reason."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.payee or _('the portal')}"

    @property
    def name(self) -> str:
        return date_format(self.month, "F Y")

    @property
    def is_closed(self) -> bool:
        return self.reopened_at is None
