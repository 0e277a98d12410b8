"""Example withdrawals for the preview of letters; none of them is ever stored."""

from django.utils import timezone

from portal.letters import examples
from portal.withdrawals import letters
from portal.withdrawals.models import Withdrawal
from portal.withdrawals.states import WithdrawalState

WHAT = {"de": "TP-000123, Bioprozesstag", "en": "TP-000123, Bioprocess Day"}
WHY = {
    "de": "Die Frist von 14 Tagen ist am 3. November abgelaufen.",
    "en": "The period of 14 days ended on 3 November.",
}


def declared(language: str, **facts) -> Withdrawal:
    said = {"name": "Erika Beispiel", "email": "erika@beispiel.example", "contract": WHAT[language]}
    return Withdrawal.objects.create(language=language, received_at=timezone.now(), **said, **facts)


@examples.of(Withdrawal)
def received(language: str):
    return declared(language)


@examples.of(letters.refused)
def told_why(language: str):
    return declared(language, state=WithdrawalState.REFUSED, decided_at=timezone.now(), reason=WHY[language])
