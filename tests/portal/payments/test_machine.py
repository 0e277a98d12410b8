"""The machine of a payment, arrow by arrow: Stripe moves, rings over HTTP, and the payment stands where it should.

What Stripe does stands in a story of a few words; after each the bell of the event rings that Stripe documents for it.
"""

import json

import pytest
from django.utils import timezone

from portal.payments import bell, bookkeeping, checkout
from portal.payments.models import Payment, Stray
from portal.payments.states import Cause, PaymentState, Review
from tests.portal.payments.test_views import ring

pytestmark = pytest.mark.django_db
HALF = 2495


class Story:
    """One payment, its page at Stripe, and the bells."""

    def __init__(self, client, payment, stripe):
        self.client, self.payment, self.stripe = client, payment, stripe
        checkout.start(payment)
        self.session = payment.session_id

    @property
    def intent(self) -> str:
        return self.stripe.sessions[self.session]["payment_intent"]

    def hear(self, kind: str) -> None:
        """The bell of `kind`, with the object that Stripe sends with it."""
        if kind.startswith("checkout.session."):
            event = self.stripe.event(self.session, kind)
        elif kind.startswith("payment_intent."):
            event = self.stripe.event_about({"id": self.intent, "object": "payment_intent"}, kind)
        else:
            event = self.stripe.event_about({"id": "x_1", "payment_intent": self.intent}, kind)
        assert ring(self.client, *self.stripe.signed(event)).status_code == 200

    def tell(self, word: str) -> None:
        getattr(self, f"_{word}")()

    def _card(self):
        self.stripe.pay(self.session)
        self.hear("checkout.session.completed")

    def _debit(self):
        self.stripe.pay(self.session, debit=True)
        self.hear("checkout.session.completed")

    def _arrives(self):
        self.stripe.arrive(self.session)
        self.hear("checkout.session.async_payment_succeeded")

    def _fails(self):
        self.stripe.fail(self.session)
        self.hear("checkout.session.async_payment_failed")

    def _expires(self):
        self.stripe.expire(self.session)
        self.hear("checkout.session.expired")

    def _card_declined(self):
        self.stripe.sessions[self.session]["payment_intent"] = "pi_declined"
        self.hear("payment_intent.payment_failed")

    def _cancel(self):
        self.payment.refresh_from_db()
        checkout.withdraw(self.payment, cause=Cause.OWN)

    def _half_back(self):
        self.stripe.refund(self.intent, HALF)
        self.hear("charge.refunded")

    def _all_back(self):
        self.stripe.refund(self.intent)
        self.hear("charge.refunded")

    def _leaves(self):
        self.stripe.refund(self.intent, status="pending")
        self.hear("refund.created")

    def _refund_arrives(self):
        self.stripe.refunds[-1]["status"] = "succeeded"
        self.hear("refund.updated")

    def _refund_fails(self):
        self.stripe.refunds[-1]["status"] = "failed"
        self.hear("refund.failed")

    def _disputes(self):
        self.stripe.dispute(self.intent)
        self.hear("charge.dispute.created")

    def _asks(self):
        self.stripe.dispute(self.intent, "warning_needs_response")
        self.hear("charge.dispute.created")

    def _wins(self):
        self._decide("won", "charge.dispute.closed")

    def _loses(self):
        self._decide("lost", "charge.dispute.closed")

    def _puzzles(self):
        self._decide("never_heard_of", "charge.dispute.updated")

    def _decide(self, status, kind):
        self.stripe.disputes[-1]["status"] = status
        self.hear(kind)

    def _strange(self):
        self.hear("charge.never_heard_of")

    def _mixed_up(self):
        self.stripe.sessions[self.session]["livemode"] = True

    def _forged(self):
        self.stripe.sessions[self.session]["client_reference_id"] = "1-forged"

    def _cheaper(self):
        self.stripe.sessions[self.session]["amount_total"] = 1


@pytest.fixture
def story(client, payment, stripe_server):
    return Story(client, payment, stripe_server)


S = PaymentState
STORIES = [
    # what happened, where the payment stands, what finance is called for, what has gone back
    ("card", S.PAID, "", 0),
    ("card_declined", S.OPEN, "", 0),
    ("expires", S.OPEN, "", 0),
    ("debit", S.PENDING, "", 0),
    ("debit arrives", S.PAID, "", 0),
    ("debit fails", S.OPEN, "", 0),
    ("debit cancel", S.CANCELLED, "", 0),
    ("debit cancel fails", S.CANCELLED, "", 0),
    ("debit cancel arrives", S.REFUND_DUE, "", 0),
    ("card cancel", S.REFUND_DUE, "", 0),
    ("card cancel all_back", S.REFUNDED, "", 4990),
    ("card cancel leaves", S.REFUNDING, "", 0),
    ("card cancel leaves refund_arrives", S.REFUNDED, "", 4990),
    ("card cancel leaves refund_fails", S.REFUND_DUE, Review.RETURNED, 0),
    ("card cancel all_back refund_fails", S.REFUND_DUE, Review.RETURNED, 0),
    ("card cancel half_back", S.REFUND_DUE, "", HALF),
    ("card cancel half_back all_back", S.REFUNDED, "", 4990),
    ("card half_back", S.PAID, "", HALF),
    ("card half_back refund_fails", S.PAID, Review.RETURNED, 0),
    ("card all_back", S.REFUNDED, "", 4990),
    ("card leaves", S.REFUNDING, "", 0),
    ("card disputes", S.DISPUTED, Review.DISPUTE, 0),
    ("card asks", S.PAID, Review.DISPUTE, 0),
    ("card disputes wins", S.PAID, Review.DISPUTE, 0),
    ("card disputes loses", S.CHARGED_BACK, Review.LOST, 0),
    ("card disputes loses wins", S.PAID, Review.LOST, 0),
    ("card disputes puzzles", S.DISPUTED, Review.UNKNOWN, 0),
    ("card disputes cancel", S.DISPUTED, Review.DISPUTE, 0),
    ("card disputes cancel wins", S.REFUND_DUE, Review.DISPUTE, 0),
    ("card disputes cancel loses", S.CHARGED_BACK, Review.LOST, 0),
    ("card disputes loses cancel wins", S.PAID, Review.LOST, 0),
    ("card cancel disputes", S.DISPUTED, Review.DISPUTE, 0),
    ("card cancel disputes wins", S.REFUND_DUE, Review.DISPUTE, 0),
    ("card cancel disputes loses", S.CHARGED_BACK, Review.LOST, 0),
    ("debit arrives disputes loses", S.CHARGED_BACK, Review.LOST, 0),
    ("card strange", S.PAID, Review.UNKNOWN, 0),
    ("mixed_up card", S.OPEN, Review.LIVEMODE, 0),
    ("mixed_up debit", S.OPEN, Review.LIVEMODE, 0),
    ("forged card", S.OPEN, Review.REFERENCE, 0),
    ("cheaper card", S.OPEN, Review.MISMATCH, 0),
    ("cancel card", S.REFUND_DUE, "", 0),
]


@pytest.mark.parametrize(("told", "state", "review", "back"), STORIES, ids=[one[0] for one in STORIES])
def test_payment_follows_stripe(story, told, state, review, back):
    for word in told.split():
        story.tell(word)
    payment = Payment.objects.get()
    assert (payment.state, payment.review, int(payment.refunded * 100)) == (state, review, back)


TOLD = [one[0] for one in STORIES]
WHOLE = [told for told in TOLD if not any(other.startswith(f"{told} ") for other in TOLD)]


@pytest.mark.parametrize("told", WHOLE[::2])
def test_bells_may_ring_again_and_in_any_order(story, told, finance, post_office):
    for word in told.split():
        story.tell(word)
    stands, letters = Payment.objects.values().get(), len(post_office())
    if story.intent:
        for kind in sorted(bell.UNDERSTOOD):
            story.hear(kind)
    assert Payment.objects.values().get() == stands
    assert len(post_office()) == letters


def test_stories_walk_every_arrow_that_stripe_draws():
    """The others are drawn by people: a transfer entered, undone or sent back by hand."""
    ends = {told: state for told, state, _review, _back in STORIES} | {"": S.OPEN}
    walked = {(ends[told.rpartition(" ")[0]], state) for told, state, *_ in STORIES if told.rpartition(" ")[0] in ends}
    drawn = {(S(here), S(there)) for here, ways in S.NEXT.items() for there in ways}
    by_people = {(S.PAID, S.OPEN), (S.REFUND_DUE, S.CANCELLED), (S.OPEN, S.CANCELLED)}
    rare = {(S.PAID, S.CHARGED_BACK), (S.REFUND_DUE, S.CHARGED_BACK), (S.CHARGED_BACK, S.REFUND_DUE)}
    assert drawn - walked == by_people | rare


@pytest.mark.parametrize("told", ["card disputes", "card cancel leaves refund_fails", "mixed_up card", "card strange"])
def test_finance_gets_one_letter_for_each_call(story, told, finance, post_office):
    for word in told.split():
        story.tell(word)
    assert len([mail for mail in post_office() if finance.email in mail.to[0]]) == 1


def test_lost_dispute_without_the_first_bell_is_followed(story):
    story.tell("card")
    story.stripe.dispute(story.intent, "lost")
    story.hear("charge.dispute.closed")
    assert Payment.objects.get().state == S.CHARGED_BACK


def test_review_that_was_closed_stays_closed_when_the_bell_rings_again(story, clerk):
    story.tell("cheaper")
    story.tell("card")
    bookkeeping.close_review(Payment.objects.get(), by=clerk)
    story.hear("checkout.session.completed")
    assert Payment.objects.get().review == ""


# ---- what belongs to no payment -----------------------------------------------------------------------------------

STRANGE = [
    {"type": "invoice.created", "data": {"object": {"id": "in_1"}}},
    {"type": "checkout.session.completed", "data": {"object": {"id": "cs_unknown"}}},
    {"type": "checkout.session.completed", "data": None},
    {"type": "charge.dispute.created", "data": {"object": {"id": "du_1", "payment_intent": "pi_unknown"}}},
    {"type": "charge.refunded", "data": {"object": {"id": "ch_1", "payment_intent": {"a": 1}}}},
    {"type": "nul\u0000", "data": {"object": {"id": "\u0000"}}},
]


@pytest.mark.parametrize("event", STRANGE)
def test_what_belongs_to_no_payment_waits_for_finance(client, stripe_server, finance, post_office, event):
    for number in ("evt_1", "evt_1", "evt_2"):
        body, signature = stripe_server.signed(json.dumps({"id": number} | event))
        assert ring(client, body, signature).status_code == 200
    assert Stray.objects.count() == 2
    assert len(post_office()) == 1


def test_finance_closes_a_message(client, finance):
    stray = Stray.objects.create(event_id="evt_1", kind="invoice.created", about="in_1", arrived_at=timezone.now())
    client.force_login(finance)
    page = client.get(f"/admin/snippets/payments/stray/inspect/{stray.pk}/").content.decode()
    assert "invoice.created" in page
    client.post(f"/admin/payments/messages/{stray.pk}/closed/")
    stray.refresh_from_db()
    assert stray.closed_at
