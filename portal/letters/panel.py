"""Letters and jobs that failed, on the admin's first page; nothing while all went well."""

from django.db.models import Count, Max
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail import hooks

from portal.letters import failed
from portal.look.desk import Row, RowsPanel, waiting
from portal.rights import Right


class FailedJobs(RowsPanel):
    name = "failed-jobs"
    heading = gettext_lazy("Failed letters and jobs")
    icon = "warning"
    order = 205

    def rows(self) -> list[Row]:
        jobs = ProcrastinateJob.objects.filter(status="failed").values("task_name")
        jobs = jobs.annotate(number=Count("pk", distinct=True), last=Max("procrastinateevent__at"))
        return [_row(**job) for job in jobs.order_by("task_name")]


def _row(task_name: str, number: int, last) -> Row:
    when = _("last on %(day)s") % {"day": date_format(timezone.localtime(last), "SHORT_DATE_FORMAT")} if last else ""
    if task_name == failed.TASK:
        words = ngettext("%(n)s letter not delivered", "%(n)s letters not delivered", number)
        return Row(words % {"n": number}, reverse("failed_letters"), when)
    words = ngettext("%(n)s job failed: %(task)s", "%(n)s jobs failed: %(task)s", number)
    return Row(words % {"n": number, "task": task_name}, "", when)


@hooks.register("construct_homepage_panels")
def show_failed_jobs(request, panels) -> None:
    if Right.MEND_LETTERS.held_by(request.user):
        panels.append(FailedJobs(request.user))


@hooks.register("own_work")
def letters_to_mend(user) -> list[Row]:
    if not Right.MEND_LETTERS.held_by(user):
        return []
    return waiting(_("Letters that could not be delivered"), failed.count(), reverse("failed_letters"))
