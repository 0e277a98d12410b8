from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.database.promises import Check, Unique
from portal.language.money import as_text
from portal.payments.models.payment import Payment
from portal.payments.states import ProposalState


class RefundProposal(models.Model):
    """A deed: a refund that wants two people, who proposed it and who released it. It speaks of one amount: where
    another is due by now, it is void.
    """

    wagtail_reference_index_ignore = True

    payment = models.ForeignKey(
        Payment, verbose_name=_("payment"), on_delete=models.CASCADE, related_name="refund_proposals"
    )
    amount = models.DecimalField(_("amount"), max_digits=10, decimal_places=2)
    state = models.CharField(_("state"), max_length=10, choices=ProposalState, default=ProposalState.PROPOSED)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("proposed by"), on_delete=models.SET_NULL, null=True, related_name="+"
    )
    proposed_at = models.DateTimeField(_("proposed at"))
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("released by"), on_delete=models.SET_NULL, null=True, related_name="+"
    )
    released_at = models.DateTimeField(_("released at"), null=True, blank=True)

    class Meta:
        verbose_name = _("proposed refund")
        verbose_name_plural = _("proposed refunds")
        ordering = ["-pk"]
        default_permissions = ()
        constraints = [
            Check(
                name="refund_is_released_by_another",
                condition=~Q(released_by=F("proposed_by")),
                beside="released_by",
                says=_("Somebody else than who proposed the refund has to release it."),
            ),
            Unique(
                name="one_proposal_of_a_refund",
                fields=["payment"],
                condition=Q(state__in=sorted(ProposalState.STANDING)),
                beside="payment",
                says=_("This refund has been proposed already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.payment.reference} · {self.sum}"

    @property
    def sum(self) -> str:
        return as_text(self.amount, self.payment.currency, with_cents=True)

    @property
    def is_standing(self) -> bool:
        return self.state in ProposalState.STANDING
