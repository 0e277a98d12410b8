"""Example orders and listings for the preview of letters; none of them is ever stored."""

from datetime import timedelta
from decimal import Decimal

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone

from marketplace import letters, samples
from marketplace.kinds import Kind, Side, Thing
from marketplace.models import Change, Listing, ListingText, Order, Proposal, Question, Resource
from marketplace.states import ListingState, OrderState
from portal.accounts import samples as people
from portal.accounts.kinds import TargetGroup
from portal.accounts.letters.examples import reader
from portal.approvals import letters as approval_letters
from portal.approvals.models import Approval
from portal.approvals.states import ApprovalState
from portal.language import times
from portal.letters import examples
from portal.payments.letters.examples import asked

TITLES = {"de": "Konfokalmikroskop", "en": "Confocal microscope"}
ACCESS = {"de": "Bitte melden Sie sich am Empfang.", "en": "Please report to the reception."}
REASONS = {
    "de": "In dieser Woche wird das Gerät gewartet.",
    "en": "The device is being serviced that week.",
}
WISHES = {"de": "Bitte nennen Sie noch das Baujahr.", "en": "Please add the year it was built."}
QUESTIONS = {
    "de": "Passt ein Objektträger von 75 × 50 mm in den Halter?",
    "en": "Does a slide of 75 × 50 mm fit into the holder?",
}
NOTES = {"de": "Wir bringen eigene Proben mit.", "en": "We bring samples of our own."}


def listing(language: str, state=ListingState.RELEASED) -> Listing:
    made = Listing.objects.create(
        kind=Kind.DEVICE,
        resource=Resource.objects.create(thing=Thing.DEVICE, institution=people.institution()),
        category=samples.category(),
        institution=people.institution(),
        hourly=Decimal(40),
        access_note_de=ACCESS["de"],
        access_note_en=ACCESS["en"],
        reason=WISHES[language],
        state=state,
        released_at=timezone.now(),
    )
    ListingText.objects.create(listing=made, language=language, title=TITLES[language], description="–")
    return made


def order(language: str, state, **facts) -> Order:
    now = timezone.now()
    start = timezone.localtime(now + timedelta(days=7)).replace(hour=10, minute=0, second=0, microsecond=0)
    return Order.objects.create(
        listing=listing(language),
        name="Erika Beispiel",
        email="erika@beispiel.example",
        target_group=TargetGroup.STARTUP,
        period=DateTimeTZRange(start, start + timedelta(hours=4)),
        exclusive=True,
        state=state,
        price=Decimal(160),
        note=NOTES[language],
        language=language,
        placed_at=now,
        decide_by=times.end_of_day(now + timedelta(days=5)),
        **facts,
    )


@examples.of(Order)
def requested(language: str):
    return order(language, OrderState.REQUESTED), reader(language)


@examples.of(letters.order_proposed, letters.proposal_waits)
def proposed(language: str):
    made = order(language, OrderState.PROPOSED)
    Proposal.objects.create(
        order=made,
        side=Side.OWNER,
        period=made.period,
        price=made.price,
        message=REASONS[language],
        made_at=made.placed_at,
    )
    return made, reader(language)


@examples.of(letters.order_handed_out, letters.return_overdue, letters.return_overdue_notice)
def handed_out(language: str):
    return order(language, OrderState.OUT), reader(language)


@examples.of(letters.order_returned)
def returned(language: str):
    return order(language, OrderState.BACK), reader(language)


@examples.of(
    *(letters.order_accepted, letters.order_paid, letters.order_confirmed),
    *(letters.order_agreed_notice, letters.order_changed, letters.order_changed_notice),
)
def accepted(language: str):
    return order(language, OrderState.ACCEPTED), reader(language)


@examples.of(letters.payment_asked)
def unpaid(language: str):
    made = order(language, OrderState.AWAITING_PAYMENT)
    asked(made, language)
    return made, reader(language)


@examples.of(letters.order_declined)
def declined(language: str):
    return order(language, OrderState.DECLINED, reason=REASONS[language]), reader(language)


@examples.of(letters.order_cancelled, letters.order_cancelled_notice)
def cancelled(language: str):
    return order(language, OrderState.CANCELLED, reason=REASONS[language]), reader(language)


@examples.of(
    *(letters.order_lapsed, letters.order_lapsed_notice, letters.request_unanswered),
    *(letters.proposal_lapsed_notice, letters.payment_lapsed_notice),
)
def lapsed(language: str):
    return order(language, OrderState.LAPSED), reader(language)


@examples.of(Listing)
def offered(language: str):
    return listing(language, ListingState.SUBMITTED), reader(language)


@examples.of(Question)
def asked_by_a_visitor(language: str):
    made = Question.objects.create(
        listing=listing(language),
        name="Erika Beispiel",
        email="erika@beispiel.example",
        text=QUESTIONS[language],
        language=language,
    )
    return made, reader(language)


@examples.of(letters.change_sent_back)
def wished(language: str):
    made = listing(language)
    Change.objects.create(listing=made, facts={"year": 2020}, reason=WISHES[language])
    return made, reader(language)


@examples.of(approval_letters.approval_asked)
def approval_asked(language: str):
    return _approval(language)


@examples.of(approval_letters.approval_answered)
def approval_answered(language: str):
    return _approval(language, state=ApprovalState.COMMENTED, answer=WISHES[language]), reader(language)


def _approval(language: str, **facts) -> Approval:
    return Approval.objects.create(
        subject=listing(language, ListingState.SUBMITTED),
        name="Erika Beispiel",
        email="erika@beispiel.example",
        language=language,
        message=WISHES[language],
        asked_by=reader(language),
        asked_at=timezone.now(),
        **facts,
    )
