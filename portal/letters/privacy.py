"""What the outbox holds about a person: which letters went to them lately, never their text."""

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from procrastinate.contrib.django.models import ProcrastinateJob

from portal.language.mailbox_fields import MailboxField
from portal.letters import outbox
from portal.retention import Kept

PARTS = {"letters": gettext_lazy("Letters of the last days")}
TASK = "letters.deliver"


def kept() -> list[Kept]:
    return [
        Kept(
            _("Letters: which one, when, about what; not its text"),
            _("to send it, and again if a mail server was away"),
            _("your use of the portal, Art. 6(1)(b) GDPR"),
            _("a week; one that could not be delivered until somebody has looked"),
        )
    ]


def export(email: str) -> dict:
    """Letters about what stands under `email`, and those that its account reads. One query for each kind of deed."""
    jobs = ProcrastinateJob.objects.filter(_about(email), task_name=TASK).order_by("pk")
    rows = [{"letter": job.args["kind"], "about": job.args["pk"], "state": job.status} for job in jobs]
    return {"letters": rows} if rows else {}


def erase(email: str) -> list[str]:
    """Nothing: a letter is written when it is sent, and to whom was erased none is."""
    return []


def _about(email: str) -> Q:
    readers = list(get_user_model().objects.filter(email=email).values_list("pk", flat=True))
    found = Q(args__reader__in=readers)
    for model in {model for model, _builder in outbox.BUILDERS.values()}:
        columns = [field.name for field in model._meta.local_fields if isinstance(field, MailboxField)]
        if columns:
            mine = Q(*[(name, email) for name in columns], _connector=Q.OR)
            keys = list(model._base_manager.filter(mine).values_list("pk", flat=True))
            kinds = [kind for kind, (about, _builder) in outbox.BUILDERS.items() if about is model]
            found |= Q(args__reader=None, args__kind__in=kinds, args__pk__in=keys)
    return found
