"""Questions to somebody outside, and what they are about."""

from wagtail.models import Workflow

from portal.approvals import asking, subjects
from portal.approvals.models import Approval

WHO = {"name": "Prof. Kai Sommer", "email": "kai@example.org", "language": "en"}


def submit(page, editor, **words):
    page = page.get_latest_revision_as_object()
    for name, value in words.items():
        setattr(page, name, value)
    page.save_revision(user=editor)
    return Workflow.objects.get().start(page, editor)


def version(row) -> str:
    return subjects.of(row).version(row)


def ask(row, by, **more) -> Approval:
    return asking.ask(row, by=by, **WHO | more)
