"""Registrations that cost something can be withdrawn from."""

import re

from events.letters import paper
from events.models import Registration
from events.registration import withdrawing
from portal.withdrawals import contracts


class PaidRegistration(contracts.Contract):
    word, model = "registration", Registration
    number = re.compile(r"\b(?:Anmeldung|Registration)\s+(?:Nr\.?\s*|no\.?\s*)?([0-9]{1,12})\b", re.IGNORECASE)

    def called(self, registration):
        return f"{registration} · {registration.event.title}"

    def stands(self, registration):
        return registration.is_confirmed or registration.is_awaiting_payment

    def is_untouched(self, registration, now):
        return withdrawing.is_untouched(registration, now)

    def end(self, registration, *, by, now):
        withdrawing.withdraw(registration, by=by, now=now)

    def attachments(self, registration):
        return paper.withdrawal(registration)


contracts.register(PaidRegistration())
