"""The promises about money, M01 to M24 of the catalogue, over HTTP: web, worker, mail and stand-in are all real.

One test for each, named by it. What a test here shows of one case stands for all cases elsewhere:

| promise | here | all cases, in tests/ |
|---|---|---|
| M15 | 3 × 9.99 € at 19 %, 7 × 0.10 € at 7 % | portal/invoices/test_sums.py |
| M16 | parallel invoices beside forms that are refused | race/test_invoices.py: fifty, ten rolled back, a control |
| M17 | SQL and the administration | portal/invoices/test_invoicing.py |
| M18 | one invoice of a public body | portal/invoices/test_electronic.py: each case of tax, corrections |

M02, M03, M05, M07 and M08 are not in the catalogue. Of M18 the rules of KoSIT beyond EN 16931 ship with no package.
"""

import json
import time
from datetime import date

import psycopg
import pytest

from portal.invoices import electronic
from tests.journeys import built_demo
from tests.journeys.conftest import WEBHOOK_SECRET
from tests.journeys.visitors import Guest, Stripe, Visitor, another_web, ask, at_once, folder_of, form_in, until
from tests.relay import Relay

RECEIPT = "Zahlung eingegangen"
UNIVERSITY = {
    "name": "Universität Emscher",
    "street": "Am Campus 1",
    "postal_code": "45665",
    "city": "Recklinghausen",
    "country": "DE",
}


@pytest.fixture(scope="module")
def event(demo) -> int:
    """The event that costs 49.90 €, with room for all of us."""
    number = demo.story["events"]["paid"]["id"]
    ask(demo, "update events_event set capacity = 900 where id = %s", number)
    return number


@pytest.fixture
def stripe(demo, event):
    stripe = Stripe(demo, WEBHOOK_SECRET)
    yield stripe
    stripe.control(timeouts=0, errors=0, drops=0, slow=0, webhooks=True, delay=0, repeat=1)


@pytest.fixture
def guest(demo, event, request) -> Guest:
    name = request.node.name.split("[")[0].removeprefix("test_")[:40]
    return Guest(demo, f"{name}-{time.time_ns() % 10**8}").register()


@pytest.fixture
def fee(demo, event):
    """An editor changes it."""
    before = ask(demo, "select fee, tax from events_event where id = %s", event)[0]

    def change(amount: str, tax: str = "standard") -> None:
        ask(demo, "update events_event set fee = %s, tax = %s where id = %s", amount, tax, event)

    yield change
    change(*before)


def paid(guest: Guest, stripe: Stripe, **how) -> str:
    """The id of the page on which `guest` has paid."""
    session = guest.to_hosted_page()
    stripe.control(pay=session, **how)
    return session


# ---- the bell -----------------------------------------------------------------------------------------------------


def test_m01_what_stripe_did_not_sign_is_refused_and_changes_nothing(demo, guest, stripe):
    stripe.control(webhooks=False)
    event = stripe.event(paid(guest, stripe))
    body, signature = stripe.signer.signed(event)
    strays = ask(demo, "select count(*) from payments_stray")
    answers = [
        stripe.deliver(body, ""),
        stripe.ring(event, secret="whsec_wrong"),
        stripe.deliver(body.replace(b"evt_", b"evt-", 1), signature),
        stripe.ring(event, at=int(time.time()) - 400),
    ]
    assert [one.status_code for one in answers] == [400] * 4
    assert (guest.row(), ask(demo, "select count(*) from payments_stray")) == ("open", strays)


@pytest.mark.parametrize("order", [1, -1])
def test_m04_two_events_about_one_page_settle_once(guest, stripe, order):
    stripe.control(webhooks=False)
    session = paid(guest, stripe)
    for event in [stripe.event(session), stripe.event(session)][::order] * 2:
        assert stripe.ring(event).status_code == 200
    assert (guest.row(), guest.settled(), guest.letters(RECEIPT)) == ("paid", 1, 1)


def test_m06_whatever_the_order_of_the_bells_stripe_is_asked(guest, stripe):
    stripe.control(webhooks=False)
    session = paid(guest, stripe)
    stripe.ring(stripe.event(session))
    stripe.ring(stripe.event(session, "checkout.session.expired"))
    assert guest.row() == "paid"


def test_m06_a_refund_that_rings_before_the_payment(guest, stripe):
    stripe.control(hold=True)
    paid_for = paid(guest, stripe)
    stripe.control(refund=paid_for)
    assert guest.row() == "open"
    assert stripe.control(let_go="reversed") == [200] * 3
    assert guest.row("state, refunded::text") == ("refunded", "49.90")


def test_m20_a_dispute_calls_finance_and_the_seat_stays(demo, guest, stripe):
    session = paid(guest, stripe)
    guest.becomes("paid")
    stripe.control(dispute=session)
    guest.becomes("disputed")
    assert (guest.row("review"), guest.registration()) == ("dispute", "confirmed")
    finance = demo.story["users"]["finance"]["email"]
    demo.wait_for_mail(finance, f"TP-{guest.payment:06d}")
    stripe.control(decide=session, status="won")
    guest.becomes("paid")


@pytest.mark.parametrize("told", ["an unknown type", "no JSON", "reading", "three megabytes"])
def test_m22_what_rings_and_is_no_event_of_ours(stripe, told):
    unknown = {"id": f"evt_{time.time_ns()}", "type": "never.heard_of", "data": {"object": {"id": "x"}}}
    answer = {
        "an unknown type": lambda: stripe.ring(json.dumps(unknown)),
        "no JSON": lambda: stripe.ring("{"),
        "reading": lambda: Visitor(stripe.demo).get("/stripe/webhook/"),
        "three megabytes": lambda: stripe.deliver(b"x" * (3 * 1024 * 1024), "t=1,v1=x"),
    }[told]()
    assert answer.status_code == {"an unknown type": 200, "no JSON": 400, "reading": 405}.get(told, 413)


def test_m23_while_the_database_is_away_stripe_rings_again(demo, guest, stripe):
    stripe.control(webhooks=False)
    event = stripe.event(paid(guest, stripe))
    relay = Relay(folder_of(demo.database_url))
    name = psycopg.conninfo.conninfo_to_dict(demo.database_url)
    away = f"postgresql://{name['user']}@127.0.0.1:{relay.port}/{name['dbname']}"
    try:
        with another_web(demo, DATABASE_URL=away) as base:
            webhook = f"{base}/stripe/webhook/"
            relay.cut()
            assert stripe.ring(event, webhook=webhook).status_code in {500, 503}
            assert guest.row() == "open"
            relay.mend()
            until(lambda: stripe.ring(event, webhook=webhook).status_code == 200)
            assert stripe.ring(event, webhook=webhook).status_code == 200
    finally:
        relay.close()
    assert (guest.row(), guest.settled(), guest.letters(RECEIPT)) == ("paid", 1, 1)


def test_twenty_redeliveries_at_once_settle_once(guest, stripe):
    stripe.control(webhooks=False)
    event = stripe.event(paid(guest, stripe))
    answers = [one.status_code for one in at_once(*[lambda: stripe.ring(event)] * 20)]
    assert set(answers) <= {200, 503}
    # Whoever heard 503 rings again.
    assert [stripe.ring(event).status_code for one in answers if one == 503] == [200] * answers.count(503)
    assert (guest.row(), guest.settled(), guest.letters(RECEIPT)) == ("paid", 1, 1)
    assert guest.registration() == "confirmed"


def test_control_without_the_lock_twenty_redeliveries_settle_more_than_once(demo, guest, stripe):
    stripe.control(webhooks=False)
    event = stripe.event(paid(guest, stripe))
    with another_web(demo, "tests.journeys.unlocked:application") as base:
        at_once(*[lambda: stripe.ring(event, webhook=f"{base}/stripe/webhook/")] * 20)
    assert guest.settled() > 1


# ---- the form -----------------------------------------------------------------------------------------------------


def test_m09_a_form_that_is_sent_twice_registers_once(demo, event):
    guest = Guest(demo, f"m09-{time.time_ns()}")
    said = guest.form()
    first, second = at_once(*[lambda: guest.post(guest.door, said)] * 2)
    again = guest.post(guest.door, said)
    assert [one.status_code for one in (first, second, again)] == [303] * 3
    assert len({one.headers["Location"] for one in (first, second, again)}) == 1
    assert guest.post(guest.door, said | {"email": f"other-{guest.mailbox}"}).status_code == 409
    assert ask(demo, "select count(*) from events_registration where email like %s", f"%{guest.mailbox}") == [(1,)]


def test_m12_a_price_that_changed_meanwhile_has_to_be_agreed_to(demo, event, fee):
    guest = Guest(demo, f"m12-{time.time_ns()}")
    said = guest.form()
    fee("59.90")
    answer = guest.post(guest.door, said)
    assert answer.status_code in {409, 422}
    assert "59,90" in answer.text
    assert ask(demo, "select count(*) from events_registration where email = %s", guest.mailbox) == [(0,)]
    renewed = form_in(answer, "email") | {"consent": "on"}
    assert guest.post(guest.door, renewed).status_code == 303
    told = "select amount::text from events_registration where email = %s"
    assert ask(demo, told, guest.mailbox) == [("59.90",)]


def test_m14_what_costs_nothing_asks_stripe_nothing(demo, stripe):
    guest = Guest(demo, f"m14-{time.time_ns()}", "free")
    before = len([one for one in stripe.kept()["requests"] if one[0] == "POST"])
    assert guest.post(guest.door, guest.form()).status_code == 303
    demo.wait_for_mail(guest.mailbox, "Ihre Anmeldung")
    assert guest.registration() == "confirmed"
    assert len([one for one in stripe.kept()["requests"] if one[0] == "POST"]) == before


# ---- the page -----------------------------------------------------------------------------------------------------


def test_m10_an_answer_that_got_lost_makes_no_second_page(guest, stripe):
    # The library asks three times by itself.
    stripe.control(timeouts=3)
    answer = guest.start()
    assert answer.status_code == 503
    assert 'role="alert"' in answer.text
    session = guest.to_hosted_page()
    assert [one["id"] for one in stripe.sessions_of(guest)] == [session]
    assert guest.row() == "open"


def test_m11_an_error_that_stripe_keeps_is_left_behind_with_its_key(guest, stripe):
    stripe.control(errors=1)
    assert guest.start().status_code == 503
    assert guest.row("state, attempt") == ("open", 1)
    assert guest.to_hosted_page()
    assert len(stripe.sessions_of(guest)) == 1


def test_m13_the_amount_is_ours(guest, stripe):
    assert guest.start(amount="1").status_code == 303
    assert [(one["amount_total"], one["currency"]) for one in stripe.sessions_of(guest)] == [(4990, "eur")]


def test_m21_coming_back_proves_nothing_and_no_link_of_others_opens(guest, stripe):
    session = guest.to_hosted_page()
    for guessed in (session, "cs_test_guessed"):
        page = guest.get(f"{guest.pay_page}?back=paid&session_id={guessed}")
        assert "wird gerade bestätigt" in page.text
        assert guest.row() == "open"
    head, _, secret = guest.pay_page.rpartition("-")
    for forged in (f"{head}-{'0' * 48}/", f"{head[: -len(str(guest.payment))]}1-{secret}"):
        assert guest.get(forged).status_code == 404


# ---- invoices -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "seats", "tax", "sums"),
    [("9.99", "3", "standard", ("25.18", "4.79", "29.97")), ("0.10", "7", "reduced", ("0.65", "0.05", "0.70"))],
)
def test_m15_the_tax_is_worked_out_of_the_whole(demo, event, fee, amount, seats, tax, sums):
    fee(amount, tax)
    guest = Guest(demo, f"m15-{time.time_ns()}").register(seats=seats)
    assert guest.invoice(**UNIVERSITY).status_code == 303
    told = "select net::text, tax::text, gross::text from invoices_invoice where payment_id = %s"
    assert ask(demo, told, guest.payment) == [sums]
    assert guest.row("amount::text") == sums[2]


def test_m16_parallel_invoices_have_no_gap(demo, event):
    guests = [Guest(demo, f"m16-{number}-{time.time_ns()}").register() for number in range(4)]
    wrong = {"leitweg_id": "04011000-1234512345-07"}
    said = [UNIVERSITY, UNIVERSITY | wrong, UNIVERSITY, UNIVERSITY]
    deeds = [lambda one=one, words=words: one.invoice(**words) for one, words in zip(guests, said, strict=True)]
    assert sorted(one.status_code for one in at_once(*deeds)) == [303, 303, 303, 422]
    year = f"TP-{date.today().year}-%"
    rows = ask(demo, "select number from invoices_invoice where number like %s order by number", year)
    numbers = [int(number.rpartition("-")[2]) for (number,) in rows]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def test_m17_what_is_issued_stays_as_it_is(demo, guest):
    assert guest.invoice(**UNIVERSITY).status_code == 303
    ((number,),) = ask(demo, "select id from invoices_invoice where payment_id = %s", guest.payment)
    for deed in ("update invoices_invoice set gross = 1 where id = %s", "delete from invoices_invoice where id = %s"):
        with pytest.raises(psycopg.Error):
            ask(demo, deed, number)
    root = Visitor(demo).log_in("admin")
    for door in ("edit", "delete"):
        answer = root.get(f"/admin/snippets/invoices/invoice/{door}/{number}/")
        assert answer.status_code in {403, 404} or answer.url.rstrip("/").endswith("/admin")
    assert ask(demo, "select gross::text from invoices_invoice where id = %s", number) == [("49.90",)]


def test_m18_a_public_body_gets_what_the_rules_accept(demo, guest):
    said = UNIVERSITY | {"leitweg_id": "04011000-1234512345-06", "order_number": "4500099002"}
    assert guest.invoice(**said).status_code == 303
    ((number,),) = ask(demo, "select number from invoices_invoice where payment_id = %s", guest.payment)
    mail = demo.wait_for_mail(guest.mailbox, number)
    files = {part.get_filename(): part.get_payload(decode=True) for part in mail.iter_attachments()}
    electronic.check(files[f"{number}.xml"])
    assert b"49.90" in files[f"{number}.xml"]
    assert b"factur-x.xml" in files[f"{number}.pdf"]


# ---- money that goes back -----------------------------------------------------------------------------------------


def test_m19_no_more_goes_back_than_came(guest, stripe):
    session = paid(guest, stripe)
    guest.becomes("paid")
    stripe.control(refund=session, amount=1000)
    stripe.control(refund=session, amount=3990)
    with pytest.raises(AssertionError, match="already been refunded"):
        stripe.control(refund=session, amount=1)
    guest.becomes("refunded")
    assert guest.row("refunded::text") == "49.90"


def test_m19_two_who_pay_back_at_once_pay_back_once(demo, guest, stripe):
    session = paid(guest, stripe)
    guest.becomes("paid")
    guest.cancel()
    guest.becomes("refund_due")
    clerks = [Visitor(demo).log_in(who) for who in ("finance", "admin")]
    for clerk in clerks:
        clerk.get("/admin/")
    door = f"/admin/payments/{guest.payment}/refund/"
    answers = at_once(*[lambda clerk=clerk: clerk.press(door) for clerk in clerks])
    assert [one.status_code for one in answers] == [302, 302]
    intent = stripe.kept()["sessions"][session]["payment_intent"]
    gone = [one["amount"] for one in stripe.kept()["refunds"] if one["payment_intent"] == intent]
    assert gone == [4990]
    assert guest.row("state, refunded::text") == ("refunded", "49.90")


# ---- without a bell -----------------------------------------------------------------------------------------------

ENDS = {
    "pay": "paid",
    "debit": "pending",
    "arrive": "paid",
    "fail": "open",
    "refund": "refunded",
    "part": "paid",
    "dispute": "disputed",
}


def happens(stripe: Stripe, session: str, story: str) -> None:
    stripe.control(pay=session, debit=story in {"debit", "arrive", "fail"})
    if story in {"arrive", "fail", "refund", "dispute"}:
        stripe.control(**{story: session})
    if story == "part":
        stripe.control(refund=session, amount=1000)


def test_m24_without_a_single_webhook_everything_ends_the_same(demo, event, stripe):
    rung, silent = (
        {story: Guest(demo, f"m24-{how}-{story}-{time.time_ns()}").register() for story in ENDS}
        for how in ("rung", "silent")
    )
    for story, one in rung.items():
        happens(stripe, one.to_hosted_page(), story)
    stripe.control(webhooks=False)
    for story, one in silent.items():
        happens(stripe, one.to_hosted_page(), story)
    for story, one in rung.items():
        one.becomes(ENDS[story])
    built_demo.run("reconcile_payments", environment=demo.environment)
    facts = "state, refunded::text, leaving::text, review, paid_via"
    until(lambda: [one.row(facts) for one in rung.values()] == [one.row(facts) for one in silent.values()], 60)
    assert {story: one.row() for story, one in silent.items()} == ENDS
    assert [one.registration() for one in silent.values()] == [one.registration() for one in rung.values()]
