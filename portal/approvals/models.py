"""Deeds: who without an account was asked to approve what, and what they said."""

from datetime import timedelta

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.approvals.states import ApprovalState, ProposalState, Weight
from portal.database.promises import Unique
from portal.language.mailbox_fields import MailboxField
from portal.web import tokens

VALID_FOR = timedelta(days=14)


class ApprovalQuerySet(models.QuerySet):
    def locked(self):
        return self.select_for_update(of=("self",)).order_by("pk")

    def about(self, row: models.Model):
        """Asked about `row`, a page or a listing."""
        return self.filter(subject_type=ContentType.objects.get_for_model(_base(row)), subject_id=row.pk)

    def open(self):
        return self.filter(state=ApprovalState.OPEN)


class Approval(tokens.Nonced):
    """Written only by the verbs of `asking`."""

    subject_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    subject_id = models.PositiveBigIntegerField()
    subject = GenericForeignKey("subject_type", "subject_id")
    name = models.CharField(_("name"), max_length=120)
    email = MailboxField(_("email"))
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="de")
    message = models.TextField(_("message"), max_length=1000, blank=True)
    weight = models.CharField(_("what a yes is worth"), max_length=10, choices=Weight, default=Weight.ADVICE)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(_("asked at"))
    state = models.CharField(_("state"), max_length=12, choices=ApprovalState, default=ApprovalState.OPEN)
    answer = models.TextField(_("comment"), max_length=2000, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    # Why a yes that should have released it did not, in the asker's language.
    hindrance = models.CharField(max_length=500, blank=True)

    objects = ApprovalQuerySet.as_manager()

    class Meta:
        verbose_name = _("approval from outside")
        verbose_name_plural = _("approvals from outside")
        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="approval_subject")]
        constraints = [
            Unique(
                name="one_open_approval_each",
                fields=["subject_type", "subject_id", "email"],
                condition=Q(state=ApprovalState.OPEN),
                beside="email",
                says=_("This person has been asked already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.subject}"

    def get_absolute_url(self) -> str:
        return reverse("approvals:answer", args=[tokens.make("approval", self)])

    @property
    def valid_until(self):
        return self.asked_at + VALID_FOR

    def is_expired(self, now=None) -> bool:
        return (now or timezone.now()) >= self.valid_until


def _base(row: models.Model) -> type[models.Model]:
    """A page of any type is asked about as a page."""
    top = row._meta.get_parent_list()
    return top[-1] if top else type(row)


class Proposal(models.Model):
    """A change of a live fact by somebody who may not publish it, until somebody who may decides.

    Written only by the verbs of `proposals`.
    """

    subject_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    subject_id = models.PositiveBigIntegerField()
    subject = GenericForeignKey("subject_type", "subject_id")
    said = models.JSONField(_("what was typed"))
    # What stood there then, under the names of what was changed.
    before = models.JSONField(_("what stood there"), default=dict)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField(_("proposed at"))
    state = models.CharField(_("state"), max_length=10, choices=ProposalState, default=ProposalState.OPEN)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    reason = models.TextField(_("reason"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ["proposed_at", "pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["state", "proposed_at"], name="proposal_waiting")]

    def __str__(self) -> str:
        return str(self.subject or "–")
