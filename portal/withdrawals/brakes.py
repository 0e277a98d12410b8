"""How often one address, one mailbox may declare; far more often than anybody who has a contract needs."""

from ipaddress import ip_address

from portal.accounts import tallies
from portal.language.mailbox import same_mailbox

PER_ADDRESS, ADDRESS_SECONDS = 150, 600
PER_MAILBOX, MAILBOX_SECONDS = 20, 3600
WITHDRAW = "withdraw"


def asks_too_often(request) -> int:
    """Seconds to wait before this address may declare again; 0: go on. This very machine is not counted: there a proxy
    that passes no client address on would make all visitors one.
    """
    address = tallies.address(request)
    if ip_address(address).is_loopback:
        return 0
    return tallies.count(WITHDRAW, address, most=PER_ADDRESS, seconds=ADDRESS_SECONDS)


def writes_too_often(email: str) -> int:
    """The same for one mailbox, whoever asks: nobody is flooded with our receipts."""
    return tallies.count(WITHDRAW, same_mailbox(email), most=PER_MAILBOX, seconds=MAILBOX_SECONDS)
