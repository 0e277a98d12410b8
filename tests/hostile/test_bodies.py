"""Bodies that no form sends: foreign charsets, garbled forms, JSON without end. Never a 5xx, always the headers."""

import hmac
import json
import time

import pytest
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from tests.hostile.test_headers import assert_guarded

pytestmark = pytest.mark.django_db
SECRET = "whsec_hostile"
PATHS = ["/de/konto/login/", "/stripe/webhook/", "/nothing/", "/admin/", "/de/"]
# All of Python's codecs, among them those that are no encodings, and names that are none.
CHARSETS = [
    "utf-7",
    "utf-16",
    "hex",
    "rot13",
    "zip",
    "idna",
    "punycode",
    "undefined",
    "unicode_escape",
    "latin-1",
    "x",
    "",
]
PART = b'--x\r\nContent-Disposition: form-data; name="login"%s\r\n%s\r\na\r\n--x--\r\n'
BODIES = [
    ("application/x-www-form-urlencoded; charset=%s", b"login=a&password=b"),
    ("multipart/form-data; boundary=x; charset=%s", PART % (b"", b"")),
    ("text/plain; charset=%s", b"login=a"),
    ("application/json; charset=%s", b"{}"),
]
GARBLED = [
    b"",
    b"--x",
    b"--x--",
    b"--x\r\n\r\n\r\n--x--",
    PART % (b"; filename*=nothing''a", b""),
    PART % (b"; filename*=utf-16''%ff", b""),
    PART % (b"; filename*=zip''a", b""),
    PART % (b'; filename="a\x00b"', b""),
    PART % (b"", b"Content-Transfer-Encoding: base64\r\n"),
    PART % (b'; filename="a"', b"Content-Transfer-Encoding: base64\r\n"),
    PART % (b'; filename="a"', b"Content-Type: text/plain; charset=zip\r\n"),
    PART % (b'; filename="' + b"../" * 999 + b'"', b""),
]
NESTED = b"[" * 100_000


def strict(cookie: bool) -> Client:
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    if cookie:
        client.cookies["csrftoken"] = "a" * 32
    return client


def assert_answered(response) -> None:
    assert response.status_code < 500
    assert_guarded(response)
    assert "Content-Security-Policy" in response


@pytest.mark.parametrize("cookie", [True, False])
@pytest.mark.parametrize("path", PATHS)
def test_a_foreign_charset_is_refused_everywhere(path, cookie):
    for charset in CHARSETS:
        for kind, body in BODIES:
            response = strict(cookie).generic("POST", path, body, content_type=kind % charset)
            assert_answered(response)
            assert response.status_code == 400, (kind, charset)
        assert_answered(strict(cookie).generic("GET", f"{path}?q=a", content_type=f"text/plain; charset={charset}"))


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", "utf8", '"utf-8"'])
def test_every_spelling_of_utf8_is_read(charset):
    for kind, body in BODIES[:2]:
        response = Client().generic("POST", "/de/konto/login/", body, content_type=kind % charset)
        assert response.status_code == 200
        assert 'value="a"' in response.content.decode()


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("body", GARBLED, ids=range(len(GARBLED)))
def test_a_garbled_form_is_no_fault(path, body):
    for kind in ("multipart/form-data; boundary=x", "multipart/form-data", "application/x-www-form-urlencoded"):
        assert_answered(strict(cookie=True).generic("POST", path, body, content_type=kind))


@pytest.mark.parametrize("path", ["/de/nichts/", "/burn-nothing", "/admin/failwhale/", "/.env"])
def test_what_is_not_there_is_guarded_too(path):
    assert_answered(strict(cookie=False).get(path, follow=True))


# ---- the webhook --------------------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def _secret(settings):
    settings.STRIPE_WEBHOOK_SECRET = SECRET
    # Nobody listens there: whatever is asked is out of reach at once.
    settings.STRIPE_API_BASE, settings.STRIPE_SECRET_KEY = "http://127.0.0.1:9", "sk_test_nobody"


def ring(body: bytes, content_type: str = "application/json"):
    now = int(time.time())
    signature = hmac.new(SECRET.encode(), f"{now}.".encode() + body, "sha256").hexdigest()
    headers = {"stripe-signature": f"t={now},v1={signature}"}
    return strict(cookie=False).generic("POST", "/stripe/webhook/", body, content_type=content_type, headers=headers)


@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/html", ""]
)
def test_the_webhook_takes_no_form(kind):
    for body in (b"type=x", PART % (b"", b""), PART % (b'; filename="a"', b"")):
        assert_answered(response := ring(body, kind))
        assert response.status_code == 400


@pytest.mark.parametrize(
    "body",
    [
        NESTED,
        b'{"type":' * 50_000,
        b'{"type": "x", "data": ' + NESTED,
        b"9" * 5000,
        b"\xff\xfe",
        b'"\\ud800"',
        b"",
        b"NaN",
    ],
)
def test_the_webhook_takes_no_json_without_end(body):
    assert_answered(response := ring(body))
    assert response.status_code == 400


@pytest.mark.parametrize(
    "id", ["cs_\x00", "cs_\ud800", "cs_" + "a" * 5000, "../refunds", "", "cs_1?x=y", 7, None, [], {}]
)
@pytest.mark.parametrize("event", ["checkout.session.completed", "checkout.session.expired", "charge.refunded"])
def test_an_id_that_stripe_would_not_write_is_not_looked_up(event, id):
    told = {"type": event, "data": {"object": {"id": id, "payment_intent": id}}}
    assert ring(json.dumps(told).encode()).status_code == 200


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
events = st.fixed_dictionaries(
    {"type": st.sampled_from(["checkout.session.completed", "charge.refunded", "charge.dispute.created"]) | anything},
    optional={"data": anything | st.fixed_dictionaries({"object": anything}), "id": anything, "livemode": anything},
)


@profile(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary() | (events | anything).map(lambda told: json.dumps(told).encode()))
def test_whatever_is_rung_the_webhook_answers(body):
    response = ring(body)
    # Where nobody answers for Stripe, the bell is to be rung again.
    assert response.status_code < 500 or response.headers.get("Retry-After")
    assert_guarded(response)
