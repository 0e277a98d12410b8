"""How often one address, one mailbox may register, and how many wrong voucher codes anybody may try."""

from ipaddress import ip_address

from portal.accounts import tallies
from portal.language.mailbox import same_mailbox

# A whole firm may sit behind one address.
PER_ADDRESS, ADDRESS_SECONDS = 150, 600
PER_MAILBOX, MAILBOX_SECONDS = 60, 3600
WRONG_CODES, CODE_SECONDS = 10, 3600
REGISTER, VOUCHER = "register", "voucher"


def asks_too_often(request) -> int:
    """Seconds to wait before this address may register again; 0: go on.

    Not counted: this very machine. There a proxy that passes no client address on would make all visitors one.
    """
    address = tallies.address(request)
    if ip_address(address).is_loopback:
        return 0
    return tallies.count(REGISTER, address, most=PER_ADDRESS, seconds=ADDRESS_SECONDS)


def writes_too_often(email: str) -> int:
    """The same for one mailbox, whoever asks: nobody is flooded with our letters."""
    return tallies.count(REGISTER, same_mailbox(email), most=PER_MAILBOX, seconds=MAILBOX_SECONDS)


def guesses_too_often(request) -> int:
    """Counts a wrong voucher code."""
    return tallies.count(VOUCHER, tallies.address(request), most=WRONG_CODES, seconds=CODE_SECONDS)


def has_guessed_too_often(request) -> int:
    """Asked before a code is looked at, so that a right one after many wrong ones tells nothing."""
    return tallies.wait(VOUCHER, tallies.address(request), most=WRONG_CODES)
