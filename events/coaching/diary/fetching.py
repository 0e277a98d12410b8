"""Reads a calendar from an address that a coach typed, without letting it reach into our own network.

https only; every address that the name resolves to must be public; the connection goes to exactly the address that was
checked, so that a second answer of the name server changes nothing; each redirect is checked again; no proxy, no
cookies, no credentials in the address; 1 MB and 10 seconds at most.
"""

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

from events.coaching.refusals import NotHttps, PrivateAddress, TooBig, Unreachable

MOST_BYTES = 1_000_000
SECONDS = 10
REDIRECTS = 3
MOVED = {301, 302, 303, 307, 308}
CHUNK = 16_384


# RFC 6052: IPv4 through a translator; its last 32 bits are the address behind.
NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the open internet; mapped and tunnelled IPv4 counts as what is inside."""
    ip = ipaddress.ip_address(address.split("%")[0])
    inner = [ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)] if ip in NAT64 else []
    inner += [getattr(ip, "ipv4_mapped", None), getattr(ip, "sixtofour", None), *(getattr(ip, "teredo", None) or ())]
    return all(one.is_global and not one.is_multicast for one in [ip, *filter(None, inner)])


def fetch(address: str, *, allowed: Callable[[str], bool] = is_public, trust: ssl.SSLContext | None = None) -> bytes:
    """The body behind `address`. Raises a subclass of AddressRefused."""
    deadline = time.monotonic() + SECONDS
    for _hop in range(REDIRECTS + 1):
        answer, connection = _ask(address, allowed, trust or ssl.create_default_context(), deadline)
        try:
            if answer.status in MOVED and answer.getheader("Location"):
                address = urljoin(address, answer.getheader("Location"))
                continue
            if answer.status != 200:
                raise Unreachable
            return _body(answer, deadline)
        except (OSError, http.client.HTTPException) as error:
            raise Unreachable from error
        finally:
            connection.close()
    raise Unreachable


def check(address: str, *, allowed: Callable[[str], bool] = is_public) -> tuple[str, int, str, str]:
    """Host, port, path and a public IP address of it. Raises NotHttps, Unreachable or PrivateAddress."""
    try:
        parts = urlsplit(address)
        port = parts.port or 443
    except ValueError as error:
        raise NotHttps from error
    if parts.scheme != "https" or not parts.hostname or parts.username or parts.password:
        raise NotHttps
    ips = _resolve(parts.hostname, port)
    if not all(map(allowed, ips)):
        raise PrivateAddress
    path = parts.path or "/"
    return parts.hostname, port, f"{path}?{parts.query}" if parts.query else path, ips[0]


def _resolve(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreachable from error
    return [entry[4][0] for entry in found]


class _Pinned(http.client.HTTPSConnection):
    """Connects to one address that was checked, and asks for the certificate of the host's name."""

    def __init__(self, host: str, port: int, ip: str, context: ssl.SSLContext, timeout: float):
        super().__init__(host, port, context=context, timeout=timeout)
        self._ip, self._trust = ip, context

    def connect(self) -> None:
        plain = socket.create_connection((self._ip, self.port), self.timeout)
        self.sock = self._trust.wrap_socket(plain, server_hostname=self.host)


def _ask(address: str, allowed, trust, deadline: float):
    host, port, path, ip = check(address, allowed=allowed)
    connection = _Pinned(host, port, ip, trust, _left(deadline))
    try:
        connection.request("GET", path, headers={"Accept": "text/calendar", "User-Agent": "transfer-portal"})
        return connection.getresponse(), connection
    except (OSError, http.client.HTTPException, ValueError, UnicodeError) as error:
        connection.close()
        raise Unreachable from error


def _body(answer: http.client.HTTPResponse, deadline: float) -> bytes:
    read = b""
    # read1 gives what has arrived: a server that sends a byte a second meets the deadline.
    while chunk := answer.read1(CHUNK):
        read += chunk
        if len(read) > MOST_BYTES:
            raise TooBig
        _left(deadline)
    return read


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TooBig
    return left
