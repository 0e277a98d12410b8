"""The deed: somebody of the staff exported what is held about a person, or asked for an erasure."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.accounts.kinds import RequestKind, RequestState
from portal.database.promises import Check, Unique
from portal.language.mailbox import is_nobody, is_unreached
from portal.language.mailbox_fields import MailboxField


class PersonRequestQuerySet(models.QuerySet):
    def locked(self):
        return self.select_for_update(of=("self",)).order_by("pk")


class PersonRequest(models.Model):
    """Written only by `accounts.requests.verbs`. An erasure is released by somebody else than who asked for it.

    `told`: what was erased and what stays, line by line, without a name.
    """

    # How long it proves that somebody was answered: claims end with the third year (§§ 195, 199 BGB).
    YEARS = 3

    kind = models.CharField(_("request"), max_length=10, choices=RequestKind)
    email = MailboxField(_("email address"))
    reason = models.TextField(_("reason"), max_length=1000)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(_("asked at"))
    state = models.CharField(_("state"), max_length=10, choices=RequestState, default=RequestState.OPEN)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    answer = models.TextField(_("answer"), max_length=1000, blank=True)
    told = models.JSONField(default=list, blank=True)

    objects = PersonRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request about a person's data")
        verbose_name_plural = _("requests about a person's data")
        ordering = ["-asked_at", "-pk"]
        default_permissions = ()
        constraints = [
            Unique(
                name="one_open_erasure_each",
                fields=["email"],
                condition=Q(kind="erasure", state=RequestState.OPEN),
                beside="email",
                says=_("An erasure for this address waits already."),
            ),
            Check(
                name="an_erasure_is_released_by_another",
                condition=~Q(kind="erasure", state=RequestState.DONE, decided_by=F("asked_by")),
                beside="decided_by",
                says=_("Somebody else than who asked has to release it."),
            ),
        ]

    def __str__(self) -> str:
        """Without the address: the audit log keeps this for ever."""
        return f"{self.get_kind_display()} {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.state == RequestState.OPEN

    @property
    def whose(self) -> str:
        """The address, or what stands for it; nothing once it was erased."""
        if is_unreached(self.email):
            return str(_("without email address"))
        return "" if is_nobody(self.email) else self.email
