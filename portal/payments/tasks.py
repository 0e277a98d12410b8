"""What the worker does about money: closing pages nobody shall pay on, and asking Stripe what we missed."""

from datetime import UTC, datetime, timedelta

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from portal.database import clock
from portal.payments import gateway, reconciliation, retention

LOOK_BACK = timedelta(days=3)  # Stripe itself rings for three days


@app.task(name="payments.close_page", queue="money", retry=RetryStrategy(max_attempts=5, exponential_wait=10))
def close_page(session_id: str, account: str = "") -> None:
    """Close the hosted page of a payment that is off. One that is closed or paid already is left alone."""
    if not gateway.is_configured():
        return
    try:
        gateway.expire(session_id, account=account)
    except gateway.Refused:
        return


@app.periodic(cron="*/10 * * * *")
@app.task(name="payments.reconcile", queue="money", queueing_lock="payments.reconcile")
def reconcile(timestamp: int) -> None:
    """Settle what no webhook told us."""
    if gateway.is_configured():
        reconciliation.reconcile(since=datetime.fromtimestamp(timestamp, UTC) - LOOK_BACK)


@app.periodic(cron="30 3 * * *")
@app.task(name="payments.delete_past", queueing_lock="payments.delete_past")
def delete_past(timestamp: int) -> None:
    """Vouchers whose years are over, accounts of payers that serve nothing any more."""
    retention.delete_past(clock.now())
    retention.forget_accounts(clock.now())
