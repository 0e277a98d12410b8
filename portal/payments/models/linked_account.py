from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Institution
from portal.database.promises import Check, Unique
from portal.payments import gateway
from portal.payments.states import LinkState


class LinkedAccountQuerySet(models.QuerySet):
    def current(self):
        """At most one of each institution; what was let go of stays, for money goes back on the way it came."""
        return self.filter(disconnected_at=None)

    def taking_money(self):
        return self.filter(state=LinkState.ACTIVE, livemode=gateway.is_live())

    def reachable(self):
        """Those that Stripe still shows us, of the world that our key belongs to."""
        return self.filter(revoked_at=None, livemode=gateway.is_live()).exclude(account_id="")

    def locked(self):
        return self.select_for_update(of=("self",)).order_by("pk")


class LinkedAccount(models.Model):
    """A deed: an institution links its own account at Stripe, on which others pay it. Written by `linking.verbs`."""

    institution = models.ForeignKey(
        Institution, verbose_name=_("institution"), on_delete=models.CASCADE, related_name="linked_accounts"
    )
    # Empty until Stripe has answered for the first time.
    account_id = models.CharField(_("account at Stripe"), max_length=255, blank=True)
    livemode = models.BooleanField(_("real money"))
    state = models.CharField(_("state"), max_length=12, choices=LinkState, default=LinkState.ONBOARDING)
    # Stripe's word for why it takes no money: requirements.disabled_reason.
    reason = models.CharField(_("reason"), max_length=100, blank=True)
    attempt = models.PositiveSmallIntegerField(default=0, editable=False)
    asked_at = models.DateTimeField(_("asked at"))
    linked_at = models.DateTimeField(_("linked at"), null=True, blank=True)
    disconnected_at = models.DateTimeField(_("disconnected at"), null=True, blank=True)
    # Since then Stripe shows us nothing of it any more.
    revoked_at = models.DateTimeField(_("access withdrawn at"), null=True, blank=True)

    objects = LinkedAccountQuerySet.as_manager()

    class Meta:
        verbose_name = _("linked account")
        verbose_name_plural = _("linked accounts")
        ordering = ["-asked_at"]
        constraints = [
            Unique(
                name="one_linked_account_each",
                fields=["institution"],
                condition=models.Q(disconnected_at=None),
                beside="institution",
                says=_("The institution has linked an account already."),
            ),
            Unique(
                name="account_is_linked_once",
                fields=["account_id"],
                condition=~models.Q(account_id=""),
                beside="account_id",
                says=_("This account is linked already."),
            ),
            Check(
                name="linked_account_ends_when_it_is_disconnected",
                condition=models.Q(state=LinkState.DISCONNECTED, disconnected_at__isnull=False)
                | (~models.Q(state=LinkState.DISCONNECTED) & models.Q(disconnected_at=None)),
                beside="disconnected_at",
                says=_("What is disconnected has its day, and nothing else has."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.institution} · {self.account_id or '–'}"

    @property
    def status(self) -> LinkState:
        return LinkState(self.state)

    @property
    def takes_money(self) -> bool:
        return self.state == LinkState.ACTIVE

    @property
    def tone(self) -> str:
        return LinkState.TONE[self.state]
