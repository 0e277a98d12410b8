"""The machine of a payment, arrow by arrow: Stripe moves, rings over HTTP, and the payment stands where it should.

What Stripe does stands in a story of a few words; after each the bell of the event rings that Stripe documents for it.
"""

import json
from decimal import Decimal
from typing import get_args

import pytest
from django.utils import timezone
from stripe.params import WebhookEndpointCreateParams

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

    def _part(self):
        """Half of what is paid, or under way, goes back."""
        self.payment.refresh_from_db()
        checkout.owe_part(self.payment, Decimal(HALF) / 100, cause=Cause.OWN)

    def _half_leaves(self):
        self.stripe.refund(self.intent, HALF, status="pending")
        self.hear("refund.created")

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

    def _loses_at_once(self):
        self.stripe.dispute(self.intent, "lost")
        self.hear("charge.dispute.closed")

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
    ("card disputes cancel loses wins", S.REFUND_DUE, Review.LOST, 0),
    ("card loses_at_once", S.CHARGED_BACK, Review.LOST, 0),
    ("card cancel loses_at_once", S.CHARGED_BACK, Review.LOST, 0),
    ("card part", S.PAID, "", 0),
    ("card part half_back", S.PAID, "", HALF),
    ("card part half_leaves", S.PAID, "", 0),
    ("card part half_leaves refund_arrives", S.PAID, "", HALF),
    ("card part half_leaves refund_fails", S.PAID, Review.RETURNED, 0),
    ("card part half_back refund_fails", S.PAID, Review.RETURNED, 0),
    ("card part half_back cancel", S.REFUND_DUE, "", HALF),
    ("card part half_back cancel all_back", S.REFUNDED, "", 4990),
    ("card part cancel all_back", S.REFUNDED, "", 4990),
    ("card part all_back", S.REFUNDED, "", 4990),
    ("card part disputes", S.DISPUTED, Review.DISPUTE, 0),
    ("card part disputes loses", S.CHARGED_BACK, Review.LOST, 0),
    ("card disputes part", S.DISPUTED, Review.DISPUTE, 0),
    ("card disputes part wins", S.PAID, Review.DISPUTE, 0),
    ("debit part", S.PENDING, "", 0),
    ("debit part arrives", S.PAID, "", 0),
    ("debit part fails", S.OPEN, "", 0),
    ("debit part cancel arrives", S.REFUND_DUE, "", 0),
    ("debit arrives disputes loses", S.CHARGED_BACK, Review.LOST, 0),
    ("card strange", S.PAID, Review.UNKNOWN, 0),
    ("mixed_up card", S.OPEN, Review.LIVEMODE, 0),
    ("mixed_up debit", S.OPEN, Review.LIVEMODE, 0),
    ("forged card", S.OPEN, Review.REFERENCE, 0),
    ("cheaper card", S.OPEN, Review.MISMATCH, 0),
    ("cancel card", S.REFUND_DUE, "", 0),
]


STANDS = {told: (state, review, back) for told, state, review, back in STORIES}
# The others are how one of these begins, and are looked at on the way.
WHOLE = [told for told in STANDS if not any(other.startswith(f"{told} ") for other in STANDS)]


@pytest.mark.parametrize("told", WHOLE)
def test_payment_follows_stripe_step_by_step(story, told):
    words = told.split()
    for step, word in enumerate(words, start=1):
        story.tell(word)
        so_far = " ".join(words[:step])
        if so_far in STANDS:
            payment = Payment.objects.get()
            assert (payment.state, payment.review, int(payment.refunded * 100)) == STANDS[so_far], so_far


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
    ends = {told: state for told, (state, *_) in STANDS.items()} | {"": S.OPEN}
    walked = {(ends[told.rpartition(" ")[0]], state) for told, state, *_ in STORIES if told.rpartition(" ")[0] in ends}
    drawn = {(S(here), S(there)) for here, ways in S.NEXT.items() for there in ways}
    vouchers = {(S.REFUND_DUE, S.CREDITED), (S.CREDITED, S.REFUND_DUE)}
    by_people = {(S.PAID, S.OPEN), (S.REFUND_DUE, S.CANCELLED), (S.OPEN, S.CANCELLED)} | vouchers
    assert drawn - walked == by_people


@pytest.mark.parametrize(
    ("told", "amount", "to_give_back"),
    [
        ("card part", 4990, HALF),
        ("card part half_back", 4990, 0),
        ("card part half_leaves", 4990, 0),
        ("card part half_leaves refund_fails", 4990, HALF),
        ("card part half_back cancel", 4990, 4990 - HALF),
        ("debit part", 4990, 0),
        ("debit part arrives", 4990, HALF),
        # What was to go back is not asked for again.
        ("debit part fails", 4990 - HALF, 0),
        ("card disputes part", 4990, 0),
        ("card disputes part wins", 4990, HALF),
        ("card disputes part loses", 4990, 0),
        ("card disputes part loses wins", 4990, HALF),
    ],
)
def test_part_is_due_as_long_as_it_has_not_gone_back(story, told, amount, to_give_back):
    for word in told.split():
        story.tell(word)
    payment = Payment.objects.get()
    assert (payment.amount * 100, payment.to_give_back * 100) == (amount, to_give_back)
    assert Payment.objects.to_give_back().exists() == bool(to_give_back)


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


# ---- every event that Stripe documents ----------------------------------------------------------------------------

FOLLOWED, LOOKED_AT = True, False
# Of the families that can name a payment of Checkout in `mode=payment` (docs.stripe.com/api/events/types): either it
# rings and the portal asks how things stand, or somebody of finance looks.
DOCUMENTED = {
    "checkout.session.async_payment_failed": FOLLOWED,
    "checkout.session.async_payment_succeeded": FOLLOWED,
    "checkout.session.completed": FOLLOWED,
    "checkout.session.expired": FOLLOWED,
    "charge.captured": LOOKED_AT,  # we never capture by hand
    "charge.dispute.closed": FOLLOWED,
    "charge.dispute.created": FOLLOWED,
    "charge.dispute.funds_reinstated": FOLLOWED,
    "charge.dispute.funds_withdrawn": FOLLOWED,
    "charge.dispute.updated": FOLLOWED,
    "charge.expired": LOOKED_AT,
    "charge.failed": FOLLOWED,
    "charge.pending": FOLLOWED,
    "charge.refund.updated": FOLLOWED,
    "charge.refunded": FOLLOWED,
    "charge.succeeded": FOLLOWED,
    "charge.updated": FOLLOWED,
    "payment_intent.amount_capturable_updated": LOOKED_AT,
    "payment_intent.canceled": FOLLOWED,
    "payment_intent.created": FOLLOWED,
    "payment_intent.partially_funded": LOOKED_AT,
    "payment_intent.payment_failed": FOLLOWED,
    "payment_intent.processing": FOLLOWED,
    "payment_intent.requires_action": FOLLOWED,
    "payment_intent.succeeded": FOLLOWED,
    "radar.early_fraud_warning.created": LOOKED_AT,
    "radar.early_fraud_warning.updated": LOOKED_AT,
    "refund.created": FOLLOWED,
    "refund.failed": FOLLOWED,
    "refund.updated": FOLLOWED,
    "review.closed": LOOKED_AT,
    "review.opened": LOOKED_AT,
}


def test_table_names_every_event_of_these_families_that_the_library_knows():
    families = (*bell.SESSION, *bell.INTENT, *bell.OF_AN_INTENT)
    (names,) = get_args(WebhookEndpointCreateParams.__annotations__["enabled_events"])
    assert {one for one in get_args(names) if one.startswith(families)} == set(DOCUMENTED)
    assert {one for one, is_followed in DOCUMENTED.items() if is_followed} == bell.UNDERSTOOD


@pytest.mark.parametrize("kind", DOCUMENTED)
def test_event_moves_the_payment_or_calls_finance(story, kind):
    """The payer has paid and no other bell has rung."""
    story.stripe.pay(story.session)
    story.hear(kind)
    payment = Payment.objects.get()
    assert (payment.state, payment.review) == (S.PAID, "" if DOCUMENTED[kind] else Review.UNKNOWN)
    assert not Stray.objects.exists()


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
