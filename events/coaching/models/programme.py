"""A programme pays for coaching; every start-up has an account of hours in it."""

from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from home.models import Project
from portal.accounts.models import Institution
from portal.database.promises import Check, Unique
from portal.language.languages import in_language
from portal.language.money import cents

MINUTES = 60


class Programme(models.Model):
    """Coaching free of charge for start-ups, paid by a funded project, so many hours each."""

    name_de = models.CharField(_("name (German)"), max_length=150)
    name_en = models.CharField(_("name (English)"), max_length=150)
    project = models.ForeignKey(
        Project, verbose_name=_("project that pays"), on_delete=models.PROTECT, related_name="coaching_programmes"
    )
    hours = models.PositiveSmallIntegerField(
        _("hours per start-up"), default=5, validators=[MinValueValidator(1)], help_text=_("Of 60 minutes.")
    )
    hourly_value = models.DecimalField(
        _("value of an hour (EUR)"),
        max_digits=7,
        decimal_places=2,
        validators=[MinValueValidator(0)],
        help_text=_("Shown in the de-minimis statement."),
    )
    starts_on = models.DateField(_("begin"))
    ends_on = models.DateField(_("end"))

    name = in_language("name")

    class Meta:
        verbose_name = _("coaching programme")
        verbose_name_plural = _("coaching programmes")
        ordering = ["-starts_on", "pk"]
        constraints = [
            Check(
                name="programme_ends_after_it_begins",
                condition=Q(ends_on__gte=F("starts_on")),
                beside="ends_on",
                says=_("The end must not be before the beginning."),
            ),
            Check(
                name="programme_value_not_negative",
                condition=Q(hourly_value__gte=0),
                beside="hourly_value",
                says=_("The value must not be negative."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class AccountQuerySet(models.QuerySet):
    def locked(self):
        return self.select_for_update(of=("self",)).order_by("pk")

    def of(self, user):
        """Those of institutions that `user` acts for."""
        return self.filter(institution__in=Institution.objects.of(user))


class Account(models.Model):
    """The hours of one start-up in one programme. Minutes change only under its lock, with the bookings."""

    programme = models.ForeignKey(
        Programme, verbose_name=_("programme"), on_delete=models.PROTECT, related_name="accounts"
    )
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="coaching_accounts",
    )
    startup = models.CharField(_("start-up"), max_length=150)
    # `i:<pk>` of a known institution, else the name as typed, folded: two spellings are one start-up.
    key = models.CharField(max_length=160, editable=False)
    minutes_granted = models.PositiveIntegerField(_("minutes granted"))
    minutes_taken = models.PositiveIntegerField(_("minutes taken"), default=0)

    objects = AccountQuerySet.as_manager()

    class Meta:
        verbose_name = _("hours of a start-up")
        verbose_name_plural = _("hours of start-ups")
        ordering = ["startup", "pk"]
        constraints = [
            Unique(
                name="one_account_per_startup_and_programme",
                fields=["programme", "key"],
                beside="programme",
                says=_("The start-up has hours of this programme already."),
            ),
            Check(
                name="account_never_overdrawn",
                condition=Q(minutes_taken__lte=F("minutes_granted")),
                beside="minutes_granted",
                says=_("More minutes are taken already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.startup} · {self.programme}"

    @property
    def minutes_left(self) -> int:
        return self.minutes_granted - self.minutes_taken

    def value_of(self, minutes: int) -> Decimal:
        """In EUR, rounded to the cent."""
        return cents(self.programme.hourly_value * minutes / MINUTES)
