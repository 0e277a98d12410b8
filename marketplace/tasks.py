"""What happens by the clock. Correctness needs none of it (verbs lapse what is overdue themselves); people do."""

from procrastinate.contrib.django import app

from marketplace.models import Order
from marketplace.orders import verbs as ordering
from marketplace.orders import waiting
from marketplace.questions import verbs as asking
from portal.database import clock


@app.periodic(cron="7 * * * *")
@app.task(name="marketplace.lapse_overdue", queueing_lock="lapse_overdue")
def lapse_overdue(timestamp: int) -> None:
    """Lapse requests that nobody answered and purchases that nobody paid, so that both sides hear of it."""
    now = clock.now()
    for order in Order.objects.overdue(now).order_by("pk"):
        try:
            ordering.lapse(order, now=now)
        except (ordering.NotPossible, ordering.NotOverdue):
            continue  # answered or paid in the meantime


@app.periodic(cron="22 * * * *")
@app.task(name="marketplace.remind_of_requests", queueing_lock="remind_of_requests")
def remind_of_requests(timestamp: int) -> None:
    """Remind whoever should answer, before it lapses, and both sides of what is not back and stays taken."""
    now = clock.now()
    for order in waiting.due(now):
        waiting.remind(order, now=now)
    for order in Order.objects.unreturned(now).order_by("pk"):
        waiting.keep_taken(order, now=now)
    for order in waiting.not_back(now):
        waiting.tell_not_back(order, now=now)


@app.periodic(cron="35 3 * * *")
@app.task(name="marketplace.forget_questions", queueing_lock="forget_questions")
def forget_questions(timestamp: int) -> None:
    asking.forget(now=clock.now())
