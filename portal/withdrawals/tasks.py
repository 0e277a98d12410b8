"""What the worker does about withdrawals."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from portal.database import clock
from portal.withdrawals import verbs
from portal.withdrawals.models import Withdrawal


@app.task(name="withdrawals.examine", queue="money", retry=RetryStrategy(max_attempts=10, exponential_wait=5))
def examine(pk: int) -> None:
    """Carry out what is sure, call the office for the rest."""
    if withdrawal := Withdrawal.objects.filter(pk=pk).first():
        verbs.examine(withdrawal)


@app.periodic(cron="40 3 * * *")
@app.task(name="withdrawals.forget_old", queueing_lock="withdrawals.forget_old")
def forget_old(timestamp: int) -> None:
    """Proofs whose years are over."""
    verbs.forget_old(clock.now())
