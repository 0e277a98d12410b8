"""The stand-in behaves as Stripe documents it, so that tests against it prove something."""

import json
import urllib.error
import urllib.request

import pytest

from tests import stripe_server as stand_in
from tests.stripe_server import account

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


def test_bell_rings_until_somebody_hears(stripe_server, monkeypatch):
    heard = iter([0, 503, 200])
    rings = []
    monkeypatch.setattr(account, "RINGS", (0, 0, 0, 0, 0))
    monkeypatch.setattr(stripe_server, "ring", lambda event: rings.append(event) or next(heard))
    stripe_server._ring_until_heard({"id": "evt_1"})
    assert len(rings) == 3
