"""Rows as they stand in the database, and the letters that wait to go out."""

from procrastinate.contrib.django.models import ProcrastinateJob

from events.models import Event, Registration


def state(*registrations):
    """The states as they stand in the database."""
    rows = dict(Registration.objects.values_list("pk", "state"))
    return [rows[one.pk] for one in registrations]


def taken(event):
    return Event.objects.get(pk=event.pk).seats_taken


def letters():
    jobs = ProcrastinateJob.objects.filter(task_name="letters.deliver").order_by("id")
    return [(job.args["kind"].split(".")[1], job.args["pk"]) for job in jobs]


def fresh(row):
    return type(row).objects.get(pk=row.pk)
