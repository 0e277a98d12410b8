"""The states of a registration: which follows which, and what every verb makes of every one."""

from datetime import timedelta

import pytest

from events.models import Registration
from events.refusals import NotPossible
from events.registration import seating
from events.registration import verbs as registration
from events.staff import dates
from events.states import RegistrationState
from portal.payments.models import Payment
from tests.events.reading import state, taken

pytestmark = pytest.mark.usefixtures("rules_hold")


@pytest.mark.parametrize("to", RegistrationState.values)
@pytest.mark.parametrize("start", RegistrationState.values)
def test_states_move_only_along_the_drawn_arrows(event, guest, now, by_hand, start, to):
    one = guest(event)
    if start not in RegistrationState.HOLDING:
        seating.take(event, -one.seats)
    Registration.objects.filter(pk=one.pk).update(state=start, pay_until=now, offer_until=now)
    one.refresh_from_db()
    event.refresh_from_db()
    if to in RegistrationState.NEXT[start]:
        seating.move(event, one, RegistrationState(to), now=now)
        assert (state(one), taken(event)) == ([to], int(to in RegistrationState.HOLDING))
    else:
        with pytest.raises(NotPossible):
            seating.move(event, one, RegistrationState(to), now=now)
        assert state(one) == [start]


CANCEL = dict.fromkeys([*RegistrationState.ACTIVE, "cancelled"], "cancelled")
LAPSE = {"awaiting_payment": "lapsed", "offered": "lapsed"}
PAID = {"awaiting_payment": "confirmed", "confirmed": "confirmed", "lapsed": "confirmed"}


@pytest.mark.parametrize("verb", ["cancel", "lapse", "confirm_paid"])
@pytest.mark.parametrize("start", RegistrationState.values)
def test_every_verb_in_every_state_ends_where_the_table_says(make_event, guest, now, by_hand, start, verb):
    event = make_event(fee=10)
    one = guest(event)
    payment = Payment.objects.get()
    if start not in RegistrationState.HOLDING:
        seating.take(event, -1)
    Registration.objects.filter(pk=one.pk).update(state=start, pay_until=now, offer_until=now)
    if start == "waiting":
        event = dates.resize(event, capacity=0, now=now)
    Payment.objects.filter(pk=payment.pk).update(state="paid", paid_at=now, paid_via="transfer")
    payment.refresh_from_db()
    one.refresh_from_db()
    moment = now - timedelta(seconds=1) if verb != "lapse" else now
    table = {"cancel": CANCEL, "lapse": LAPSE, "confirm_paid": PAID}[verb]
    try:
        if verb == "cancel":
            registration.cancel(one, now=moment)
        elif verb == "lapse":
            registration.lapse(event, now=moment)
        else:
            registration.confirm_paid(one, payment, now=moment)
    except NotPossible:
        assert (start, verb) in {("lapsed", "cancel"), ("rejected", "cancel")}
    assert state(one) == [table.get(start, start)]
