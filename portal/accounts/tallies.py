"""Limits: how often one address or mailbox may try something.

Counted in the database: a cache loses tries that come at once, forgets what it has no room for, and each machine has
its own.
"""

import math
from datetime import datetime, timedelta

from allauth.account.adapter import get_adapter
from django.db import connection
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import salted_hmac

from portal.accounts.models import Tally

# One statement, so that no two tries read the same number; a window that is over begins anew.
COUNT = """
    insert into accounts_tally as old (key, tries, ends_at) values (%(key)s, 1, %(ends_at)s)
    on conflict (key) do update set
        tries = case when old.ends_at <= %(now)s then 1 else old.tries + 1 end,
        ends_at = case when old.ends_at <= %(now)s then excluded.ends_at else old.ends_at end
    returning tries, ends_at
"""


def count(what: str, who: str, *, most: int, seconds: int) -> int:
    """Count one more try of `who`; seconds to wait where there were more than `most` within `seconds`, else 0."""
    now = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(COUNT, {"key": _key(what, who), "now": now, "ends_at": now + timedelta(seconds=seconds)})
        tries, ends_at = cursor.fetchone()
    return _left(ends_at, now) if tries > most else 0


def wait(what: str, who: str, *, most: int) -> int:
    """Seconds to wait for who has had `most` tries already, else 0; counts nothing."""
    now = timezone.now()
    spent = Tally.objects.filter(key=_key(what, who), tries__gte=most, ends_at__gt=now).first()
    return _left(spent.ends_at, now) if spent else 0


def forget_ended(now: datetime) -> None:
    """Windows that are over count nothing any more."""
    Tally.objects.filter(ends_at__lte=now).delete()


def address(request) -> str:
    """Where a request comes from; allauth knows how many proxies stand before us (TRUSTED_PROXY_COUNT)."""
    return get_adapter().get_client_ip(request)


def refused(request, seconds: int):
    """The answer to who has to wait."""
    response = render(request, "429.html", status=429)
    response.headers["Retry-After"] = str(seconds)
    return response


def _key(what: str, who: str) -> str:
    return salted_hmac(f"portal.tally.{what}", who, algorithm="sha256").hexdigest()


def _left(ends_at: datetime, now: datetime) -> int:
    return math.ceil((ends_at - now).total_seconds())
