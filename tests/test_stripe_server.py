"""The stand-in behaves as Stripe documents it, so that tests against it prove something."""

import http.client
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


# ---- what a stranger may have it do over HTTP ---------------------------------------------------------------------


def control(stripe, **wish) -> dict:
    request = urllib.request.Request(f"{stripe.base}/_control", json.dumps(wish).encode())
    with urllib.request.urlopen(request) as response:
        return json.load(response)


@pytest.fixture
def rung(stripe_server, monkeypatch):
    """What was delivered, in its order."""
    kinds = []
    monkeypatch.setattr(stripe_server, "webhook", "http://portal.example/")
    monkeypatch.setattr(stripe_server, "ring", lambda event: kinds.append(event["type"]) or 200)
    monkeypatch.setattr(bells, "RINGS", (0,))
    return kinds


def told(stripe) -> list[str]:
    return [event["type"] for event in stripe.events]


def test_money_moves_by_control_with_the_events_that_stripe_sends(stripe_server):
    session = create(stripe_server)[1]["id"]
    control(stripe_server, pay=session, debit=True)
    control(stripe_server, arrive=session)
    control(stripe_server, refund=session, amount=1000)
    control(stripe_server, dispute=session)
    control(stripe_server, decide=session, status="under_review")
    control(stripe_server, decide=session, status="won")
    assert told(stripe_server) == [
        "checkout.session.completed",
        "checkout.session.async_payment_succeeded",
        "refund.created",
        "charge.refunded",
        "charge.dispute.created",
        "charge.dispute.updated",
        "charge.dispute.closed",
    ]
    assert [one["amount"] for one in stripe_server.refunds] == [1000]


def test_a_debit_that_fails_tells_so(stripe_server):
    session = create(stripe_server)[1]["id"]
    control(stripe_server, pay=session, debit=True)
    control(stripe_server, fail=session)
    assert told(stripe_server)[-1] == "checkout.session.async_payment_failed"


def test_a_page_expires_after_its_time_or_by_control(stripe_server):
    first = create(stripe_server)[1]["id"]
    control(stripe_server, expire=first)
    control(stripe_server, page_lasts=0)
    second = create(stripe_server, key="other")[1]
    with urllib.request.urlopen(second["url"]) as page:
        assert "geschlossen" in page.read().decode()
    assert told(stripe_server) == ["checkout.session.expired"] * 2


def test_bells_can_be_held_and_let_go_in_the_other_order(stripe_server, rung):
    control(stripe_server, hold=True)
    session = create(stripe_server)[1]["id"]
    control(stripe_server, pay=session)
    control(stripe_server, refund=session)
    assert rung == []
    assert control(stripe_server, let_go="reversed")["rung"] == [200, 200, 200]
    assert rung == ["charge.refunded", "refund.created", "checkout.session.completed"]


def test_bells_can_ring_again_and_not_at_all(stripe_server, rung):
    control(stripe_server, webhooks=False)
    session = create(stripe_server)[1]["id"]
    control(stripe_server, pay=session)
    assert (rung, told(stripe_server)) == ([], ["checkout.session.completed"])
    assert control(stripe_server, ring=session, times=4, at_once=True)["rung"] == [200] * 4
    assert rung == ["checkout.session.completed"] * 4


def test_a_request_can_be_refused_before_anything_happens(stripe_server):
    control(stripe_server, drops=1)
    with pytest.raises(http.client.RemoteDisconnected):
        create(stripe_server)
    assert stripe_server.sessions == {}
    assert create(stripe_server)[0] == 200


def test_an_answer_can_be_slow(stripe_server, monkeypatch):
    waited = []
    monkeypatch.setattr("tests.stripe_server.serving.time.sleep", waited.append)
    control(stripe_server, slow=2.5)
    create(stripe_server)
    assert waited == [2.5]


def test_lists_come_in_pages_newest_first(stripe_server):
    made = [create(stripe_server, key=str(number))[1]["id"] for number in range(3)]
    _status, page = ask(stripe_server, "/v1/checkout/sessions?limit=2")
    assert ([one["id"] for one in page["data"]], page["has_more"]) == (made[:0:-1], True)
    _status, rest = ask(stripe_server, f"/v1/checkout/sessions?limit=2&starting_after={made[1]}")
    assert ([one["id"] for one in rest["data"]], rest["has_more"]) == (made[:1], False)


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


@pytest.fixture
def account(stripe_server) -> str:
    _status, made = ask(stripe_server, "/v1/accounts", "type=standard", "a")
    return made["id"]


def ask_on(stripe, account, path, body=None):
    headers = {"Authorization": "Bearer sk_test_x", "Stripe-Account": account}
    request = urllib.request.Request(stripe.base + path, body and body.encode(), headers)
    try:
        with urllib.request.urlopen(request) as response:
            return response.status, json.load(response)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def test_an_account_takes_money_once_it_is_set_up(stripe_server, account):
    body = PARAMS.format(amount=4990)
    assert ask_on(stripe_server, account, "/v1/checkout/sessions", body)[0] == 400
    said = f"account={account}&type=account_onboarding&return_url=http://a/&refresh_url=http://b/"
    _status, link = ask(stripe_server, "/v1/account_links", said)
    assert press_setup(link["url"], "finish") == "http://a/"
    assert press_setup(link["url"], "finish") == "http://b/"
    assert told(stripe_server) == ["account.updated"]
    assert ask_on(stripe_server, account, "/v1/checkout/sessions", body)[0] == 200


def test_objects_of_one_account_are_not_found_on_another(stripe_server, account):
    control(stripe_server, activate=account)
    _status, session = ask_on(stripe_server, account, "/v1/checkout/sessions", PARAMS.format(amount=4990))
    path = f"/v1/checkout/sessions/{session['id']}"
    assert [ask(stripe_server, path)[0], ask_on(stripe_server, account, path)[0]] == [404, 200]
    assert ask(stripe_server, "/v1/checkout/sessions")[1]["data"] == []
    stripe_server.pay(session["id"])
    intent = stripe_server.sessions[session["id"]]["payment_intent"]
    assert ask(stripe_server, "/v1/refunds", f"payment_intent={intent}", "r")[0] == 404
    assert ask_on(stripe_server, account, "/v1/refunds", f"payment_intent={intent}")[0] == 200
    assert [len(ask(stripe_server, "/v1/refunds")[1]["data"])] == [0]
    assert stripe_server.events[-1]["account"] == account


def test_the_same_key_on_two_accounts_is_two_requests(stripe_server, account):
    control(stripe_server, activate=account)
    create(stripe_server)
    headers = {"Authorization": "Bearer sk_test_x", "Stripe-Account": account, "Idempotency-Key": "k"}
    body = PARAMS.format(amount=4990).encode()
    with urllib.request.urlopen(urllib.request.Request(f"{stripe_server.base}/v1/checkout/sessions", body, headers)):
        assert len(stripe_server.sessions) == 2


def test_an_account_that_has_let_go_answers_nothing(stripe_server, account):
    control(stripe_server, deauthorize=account)
    assert ask(stripe_server, f"/v1/accounts/{account}")[0] == 403
    assert ask_on(stripe_server, account, "/v1/checkout/sessions")[0] == 403
    assert told(stripe_server) == ["account.application.deauthorized"]


def test_control_tells_all_that_it_remembers(stripe_server, account):
    with urllib.request.urlopen(f"{stripe_server.base}/_control") as answer:
        kept = json.load(answer)
    assert account in kept["accounts"]
    assert kept.keys() == {"sessions", "refunds", "disputes", "accounts", "events", "requests"}
