"""The deed: a consumer has declared that they withdraw from a contract. Written by the verbs of this room alone."""

from uuid import uuid4

from django.conf import settings
from django.contrib.admin import display
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.database.promises import Check
from portal.language import times
from portal.language.mailbox_fields import MailboxField
from portal.web import tokens
from portal.withdrawals.states import WithdrawalState


class WithdrawalQuerySet(models.QuerySet):
    def locked(self):
        return self.select_for_update(of=("self",)).order_by("pk")

    def open(self):
        """Those on which a person still has to decide."""
        return self.filter(state=WithdrawalState.RECEIVED)

    def about(self, deed):
        return self.filter(deed_type=ContentType.objects.get_for_model(deed), deed_id=deed.pk)


class Withdrawal(tokens.Nonced):
    """What was declared, word for word, and when it came (§ 356a BGB). `deed`: the contract that is surely meant."""

    wagtail_reference_index_ignore = True

    # How long it proves what was declared: claims end with the third year (§§ 195, 199 BGB).
    YEARS = 3

    name = models.CharField(_("name"), max_length=120)
    contract = models.CharField(_("contract, as it was named"), max_length=200)
    email = MailboxField(_("email"))
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="de")
    received_at = models.DateTimeField(_("received at"))
    deed_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    deed_id = models.BigIntegerField(null=True, blank=True)
    deed = GenericForeignKey("deed_type", "deed_id")
    state = models.CharField(_("state"), max_length=12, choices=WithdrawalState, default=WithdrawalState.RECEIVED)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    # None: the portal itself, where nothing was in doubt.
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    reason = models.TextField(_("reason"), max_length=1000, blank=True)
    # The form's own number: pressing twice makes one withdrawal.
    submission = models.UUIDField(default=uuid4, unique=True, editable=False)

    objects = WithdrawalQuerySet.as_manager()

    class Meta:
        verbose_name = _("withdrawal from a contract")
        verbose_name_plural = _("withdrawals from contracts")
        ordering = ["-received_at", "-pk"]
        indexes = [models.Index(fields=["deed_type", "deed_id"], name="withdrawal_deed")]
        constraints = [
            Check(
                name="a_refused_withdrawal_has_a_reason",
                condition=~Q(state="refused") | ~Q(reason=""),
                beside="reason",
                says=_("Please say why; whoever withdrew reads it."),
            ),
            Check(
                name="a_decided_withdrawal_knows_when",
                condition=Q(state="received", decided_at=None) | (~Q(state="received") & Q(decided_at__isnull=False)),
                beside="decided_at",
                says=_("Whatever is decided was decided at some time."),
            ),
        ]

    def __str__(self) -> str:
        # No name: the audit log keeps this text after the person is forgotten.
        return str(_("Withdrawal %(number)s") % {"number": self.pk})

    def get_absolute_url(self) -> str:
        return reverse("withdrawals:received", args=[tokens.make("withdrawal", self)])

    @property
    def is_open(self) -> bool:
        return self.state == WithdrawalState.RECEIVED

    @property
    @display(description=_("received at"), ordering="received_at")
    def came(self) -> str:
        return times.short_moment(self.received_at)

    @property
    @display(description=_("contract"))
    def about(self) -> str:
        """The contract that is meant, else how it was named."""
        return str(self.deed) if self.deed_id and self.deed else self.contract

    @property
    def kept_until(self) -> int:
        """The year at whose end it goes."""
        return localtime(self.received_at).year + self.YEARS

    def content(self) -> list[tuple[str, str]]:
        """(label, value) of all that was declared, with the moment at which it came, in the reader's language."""
        return [
            (gettext("Declaration"), gettext("I withdraw from the contract named here.")),
            (gettext("Name"), self.name),
            (gettext("Contract"), self.contract),
            (gettext("Email for the receipt"), self.email),
            (gettext("Received"), times.moment(self.received_at)),
        ]
