"""The stand-in behaves as Stripe documents it, so that tests against it prove something."""

import json
import threading
import urllib.error
import urllib.request

import pytest

from tests import stripe_server as stand_in
from tests.stripe_server import bells

PARAMS = (
    "mode=payment&client_reference_id=1-x&success_url=http://a/&cancel_url=http://b/&locale=de"
    "&line_items[0][quantity]=1&line_items[0][price_data][currency]=eur"
    "&line_items[0][price_data][unit_amount]={amount}&line_items[0][price_data][product_data][name]=<b>Tag</b>"
)


def ask(stripe, path, body=None, key="", login=True):
    headers = {"Authorization": "Bearer sk_test_x"} if login else {}
    request = urllib.request.Request(stripe.base + path, body and body.encode(), headers | {"Idempotency-Key": key})
    try:
        with urllib.request.urlopen(request) as response:
            return response.status, json.load(response)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def create(stripe, key="k", amount=4990):
    return ask(stripe, "/v1/checkout/sessions", PARAMS.format(amount=amount), key)


def test_same_key_gives_the_same_answer(stripe_server):
    assert create(stripe_server) == create(stripe_server)
    assert len(stripe_server.sessions) == 1


def test_same_key_with_other_parameters_is_refused(stripe_server):
    create(stripe_server)
    status, answer = create(stripe_server, amount=1)
    assert (status, answer["error"]["type"]) == (400, "idempotency_error")


def test_error_is_stored_under_its_key(stripe_server):
    stripe_server.errors = 1
    assert [create(stripe_server)[0] for _ in range(3)] == [500, 500, 500]
    assert create(stripe_server, key="other")[0] == 200


def test_without_a_key_of_the_account_nothing_is_answered(stripe_server):
    assert ask(stripe_server, "/v1/checkout/sessions", PARAMS.format(amount=1), "k", login=False)[0] == 401


def test_closed_page_cannot_be_paid(stripe_server):
    _status, session = create(stripe_server)
    stripe_server.expire(session["id"])
    with pytest.raises(stand_in.Problem):
        stripe_server.pay(session["id"])


@pytest.mark.parametrize("language", ["de", "en"])
def test_hosted_page_says_in_both_languages_that_no_money_moves(stripe_server, language):
    _status, session = create(stripe_server)
    stripe_server.sessions[session["id"]]["locale"] = language
    with urllib.request.urlopen(session["url"]) as response:
        page = response.read().decode()
    assert "es fließt kein Geld" in page
    assert "no money moves" in page
    assert f'<html lang="{language}">' in page
    assert "<b>Tag</b>" not in page


def press(stripe, session, action: str):
    """What the payer's browser sees: the page again, or where it is sent."""

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *args):
            return None

    try:
        opened = urllib.request.build_opener(Stay).open(session["url"], f"action={action}".encode())
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers["Location"]
    return opened.status, opened.read().decode()


def test_a_declined_card_leaves_the_page_open_for_another_one(stripe_server):
    _status, session = create(stripe_server)
    status, page = press(stripe_server, session, "decline")
    assert (status, 'role="alert"' in page) == (200, True)
    kept = stripe_server.sessions[session["id"]]
    assert (kept["status"], kept["payment_status"]) == ("open", "unpaid")
    assert press(stripe_server, session, "pay")[0] == 303
    assert stripe_server.sessions[session["id"]]["payment_status"] == "paid"


def test_a_disputed_card_pays_and_the_bell_tells_of_the_dispute(stripe_server, monkeypatch):
    rung, told = [], threading.Event()

    def ring(event):
        rung.append(event["type"])
        if len(rung) == 2:
            told.set()
        return 200

    monkeypatch.setattr(stripe_server, "webhook", "http://portal.example/")
    monkeypatch.setattr(stripe_server, "ring", ring)
    monkeypatch.setattr(bells, "RINGS", (0,))
    _status, session = create(stripe_server)
    assert press(stripe_server, session, "dispute")[0] == 303
    assert told.wait(10)
    assert rung == ["checkout.session.completed", "charge.dispute.created"]
    assert [one["status"] for one in stripe_server.disputes] == ["needs_response"]


def test_bell_rings_until_somebody_hears(stripe_server, monkeypatch):
    heard = iter([0, 503, 200])
    rings = []
    monkeypatch.setattr(bells, "RINGS", (0, 0, 0, 0, 0))
    monkeypatch.setattr(stripe_server, "ring", lambda event: rings.append(event) or next(heard))
    stripe_server._ring_until_heard({"id": "evt_1"})
    assert len(rings) == 3


# ---- linked accounts ----------------------------------------------------------------------------------------------


def press_setup(address: str, action: str) -> str:
    """Where the institution's browser is sent from the page that sets its account up."""

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *args):
            return None

    with pytest.raises(urllib.error.HTTPError) as answer:
        urllib.request.build_opener(Stay).open(address, f"action={action}".encode())
    assert answer.value.code == 303
    return answer.value.headers["Location"]
