"""A coach's own calendar: what is busy in it, and which addresses are never asked."""

import ipaddress
import socket
import ssl
import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.urls import reverse

from events.coaching.diary import busy, fetching
from events.coaching.models import BusyTime
from events.coaching.refusals import NotHttps, PrivateAddress, TooBig, Unreachable
from tests.events.coaching.making import NOW, book

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
FOOT = "END:VCALENDAR\r\n"


def calendar(*entries: str) -> bytes:
    lines = "".join(f"BEGIN:VEVENT\r\nDTSTAMP:20261101T000000Z\r\n{entry}\r\nEND:VEVENT\r\n" for entry in entries)
    return (HEAD + lines + FOOT).encode()


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),
        *("224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "ff02::1"),
        *("2002:7f00:1::", "64:ff9b::7f00:1", "2001:db8::1"),
    ],
)
def test_addresses_inside_are_not_public(address):
    assert not fetching.is_public(address)


def test_addresses_outside_are_public():
    assert fetching.is_public("8.8.8.8")
    assert fetching.is_public("2606:4700:4700::1111")


@pytest.mark.parametrize(
    ("address", "refusal"),
    [
        ("http://example.org/x.ics", NotHttps),
        ("ftp://example.org/x.ics", NotHttps),
        ("file:///etc/passwd", NotHttps),
        ("https://user:pw@example.org/", NotHttps),
        ("https://[::1", NotHttps),
        ("https://example.org:x/", NotHttps),
        ("https://127.0.0.1/x.ics", PrivateAddress),
        ("https://2130706433/x.ics", PrivateAddress),
        ("https://0x7f.1/x.ics", PrivateAddress),
        ("https://localhost/x.ics", PrivateAddress),
        ("https://[::ffff:10.0.0.1]/x.ics", PrivateAddress),
        ("https://nothing.invalid/x.ics", Unreachable),
    ],
)
def test_forbidden_addresses_are_refused_before_anybody_connects(address, refusal):
    with pytest.raises(refusal):
        fetching.check(address)


def _certificate(folder):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "server.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return path


@contextmanager
def served(folder, answer):
    """A server of calendars on https://localhost: `answer(handler)` writes what it says."""
    certificate = _certificate(folder)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            answer(self)

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    inside = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    inside.load_cert_chain(certificate)
    server.socket = inside.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"https://127.0.0.1:{server.server_port}", ssl.create_default_context(cafile=certificate)
    finally:
        server.shutdown()
        server.server_close()


def says(body: bytes, status=200, **headers):
    def answer(handler):
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def test_a_calendar_is_fetched_over_https(tmp_path):
    with served(tmp_path, says(b"BEGIN")) as (address, trust):
        assert fetching.fetch(f"{address}/x.ics?a=1", allowed=lambda ip: True, trust=trust) == b"BEGIN"


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path):
    with served(tmp_path, says(b"BEGIN")) as (address, _trust), pytest.raises(Unreachable):
        fetching.fetch(address, allowed=lambda ip: True)


def test_a_redirect_into_our_own_network_is_refused(tmp_path):
    def outside_only(ip):
        return outside.pop() if outside else fetching.is_public(ip)

    outside = [True]
    with (
        served(tmp_path, says(b"", 302, Location="https://localhost/x.ics")) as (address, trust),
        pytest.raises(PrivateAddress),
    ):
        fetching.fetch(address, allowed=outside_only, trust=trust)


def test_a_redirect_to_plain_http_is_refused(tmp_path):
    with (
        served(tmp_path, says(b"", 301, Location="http://example.org/")) as (address, trust),
        pytest.raises(NotHttps),
    ):
        fetching.fetch(address, allowed=lambda ip: True, trust=trust)


def test_redirects_in_a_ring_come_to_an_end(tmp_path):
    with served(tmp_path, says(b"", 302, Location="/again")) as (address, trust), pytest.raises(Unreachable):
        fetching.fetch(address, allowed=lambda ip: True, trust=trust)


def test_too_much_is_refused(tmp_path):
    with served(tmp_path, says(b"x" * (fetching.MOST_BYTES + 1))) as (address, trust), pytest.raises(TooBig):
        fetching.fetch(address, allowed=lambda ip: True, trust=trust)


def test_too_slow_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(fetching, "SECONDS", 0.6)

    def drip(handler):
        handler.send_response(200)
        handler.end_headers()
        for _ in range(20):
            try:
                handler.wfile.write(b"x")
                handler.wfile.flush()
            except OSError:
                return
            threading.Event().wait(0.1)

    with served(tmp_path, drip) as (address, trust), pytest.raises((TooBig, Unreachable)):
        fetching.fetch(address, allowed=lambda ip: True, trust=trust)


def test_a_closed_port_is_unreachable():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(Unreachable):
        fetching.fetch(f"https://127.0.0.1:{port}/", allowed=lambda ip: True)


def test_reading_replaces_what_was_read_and_a_fault_keeps_it(slot):
    coach = slot.coach
    coach.calendar_address = "https://calendar.example/x.ics"
    coach.save()
    content = calendar("UID:1\r\nDTSTART:20261201T100000Z\r\nDTEND:20261201T110000Z")
    assert busy.read(coach, now=NOW, fetch=lambda address: content) == ""

    def broken(address):
        raise Unreachable

    assert busy.read(coach, now=NOW, fetch=broken) == "unreachable"
    coach.refresh_from_db()
    assert (BusyTime.objects.count(), coach.calendar_fault) == (1, "unreachable")
    busy.remember(coach, address="")
    assert BusyTime.objects.count() == 0


def test_what_could_not_be_read_is_told_to_the_coach_until_it_can(client, slot):
    coach = slot.coach
    coach.calendar_address = "https://calendar.example/x.ics"
    coach.save()
    client.force_login(coach.user)
    good = "UID:1\r\nDTSTART:20261201T100000Z\r\nDTEND:20261201T110000Z"
    bad = "UID:2\r\nSUMMARY:Laborrunde\r\nDTSTART:gestern"
    for entries, told in (([good, bad, "DTSTART:x"], True), ([good], False)):
        busy.read(coach, now=NOW, fetch=lambda address, entries=entries: calendar(*entries))
        assert BusyTime.objects.count() == 1
        page, week = (client.get(reverse(f"coaching:{name}")).content.decode() for name in ("calendar", "week"))
        assert ("Laborrunde" in page, "ohne Titel" in page, "nicht gelesen werden" in week) == (told, told, told)


def test_our_own_invitation_in_the_coachs_calendar_blocks_nothing(slot):
    one = book(slot)
    slot.coach.calendar_address = "https://calendar.example/x.ics"
    slot.coach.save()
    content = calendar(f"UID:{one.uid}\r\nDTSTART:20261201T130000Z\r\nDTEND:20261201T140000Z")
    busy.read(slot.coach, now=NOW, fetch=lambda address: content)
    assert BusyTime.objects.count() == 0
