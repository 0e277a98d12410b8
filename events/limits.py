"""How often one address, one mailbox may register, and how many wrong voucher codes anybody may try."""

from ipaddress import ip_address

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.shortcuts import render

from events.addresses import same_mailbox

# A whole firm may sit behind one address.
PER_ADDRESS, ADDRESS_SECONDS = 150, 600
PER_MAILBOX, MAILBOX_SECONDS = 60, 3600
WRONG_CODES, CODE_SECONDS = 10, 3600


def asks_too_often(request) -> int:
    """Seconds to wait before this address may register again; 0: go on.

    Not counted: this very machine. There a proxy that passes no client address on would make all visitors one.
    """
    if ip_address(_address(request)).is_loopback:
        return 0
    return _count(f"register:{_address(request)}", PER_ADDRESS, ADDRESS_SECONDS)


def writes_too_often(email: str) -> int:
    """The same for one mailbox, whoever asks: nobody is flooded with our letters."""
    return _count(f"register:{same_mailbox(email)}", PER_MAILBOX, MAILBOX_SECONDS)


def guesses_too_often(request) -> int:
    """Counts a wrong voucher code."""
    return _count(f"voucher:{_address(request)}", WRONG_CODES, CODE_SECONDS)


def has_guessed_too_often(request) -> int:
    """Asked before a code is looked at, so that a right one after many wrong ones tells nothing."""
    return CODE_SECONDS if cache.get(f"voucher:{_address(request)}", 0) >= WRONG_CODES else 0


def refused(request, seconds: int):
    response = render(request, "429.html", status=429)
    response.headers["Retry-After"] = str(seconds)
    return response


def _address(request) -> str:
    # allauth knows how many proxies stand before us (TRUSTED_PROXY_COUNT).
    return get_adapter().get_client_ip(request)


def _count(key: str, most: int, seconds: int) -> int:
    cache.add(key, 0, timeout=seconds)
    try:
        return seconds if cache.incr(key) > most else 0
    except ValueError:  # it expired between the two lines
        return 0
