"""Where the right is spoken of, and in which words: before the contract, when it is confirmed, while it runs."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from home.reading import navigation
from portal.language import times
from portal.language.mailbox import absolute
from portal.payments.deed import Way
from portal.withdrawals import contracts, fortnight
from portal.withdrawals.kinds import WithdrawalRight


def here() -> bool:
    """Whether private persons may buy here at all; where not, nothing speaks of the right."""
    return navigation.frame().office.private_buyers


def runs(deed, now: datetime | None = None) -> bool:
    """Whether whoever concluded `deed` may still withdraw."""
    until = deed.withdrawable_until()
    return until is not None and (deed.waits_for_goods or (now or timezone.now()) < until)


def before(right: str, *, of_goods: bool = False, now: datetime | None = None) -> str:
    """What stands above the button that orders (Art. 246a § 1 (2), (3) EGBGB); empty where nobody is told."""
    if not here():
        return ""
    if sentence := WithdrawalRight(right).sentence:
        return sentence
    if of_goods:
        return _(
            "As a private person you can withdraw from this contract without giving reasons within 14 days of the day "
            "on which you receive the goods."
        )
    last = fortnight.last_day(timezone.localdate(now or timezone.now()))
    words = _(
        "As a private person you can withdraw from this contract without giving reasons within 14 days of its "
        "conclusion; if it is concluded today, until the end of %(day)s."
    )
    return words % {"day": times.day(last)}


def with_confirmation(deed) -> list[tuple[str, str]]:
    """The fact that letters tell on a durable medium (§ 312f (2) BGB): until when and where, or why not."""
    if not here():
        return []
    sentence = WithdrawalRight(deed.withdrawal).sentence or _until(deed)
    return [(_("Right of withdrawal"), sentence)] if sentence else []


def _until(deed) -> str:
    until = deed.withdrawable_until()
    if until is None:
        return ""
    told = {"day": times.day(times.last_instant(until)), "address": absolute(contracts.address(deed))}
    if deed.waits_for_goods:
        return _("within 14 days of the day on which you receive the goods, without giving reasons: %(address)s") % told
    return _("until the end of %(day)s, without giving reasons: %(address)s") % told


def way(deed, now: datetime | None = None) -> Way | None:
    """The link on pages about `deed`, while it stands and the period runs."""
    if not (here() and contracts.of(deed).stands(deed) and runs(deed, now)):
        return None
    return Way("undo", _("Withdraw from the contract"), contracts.address(deed))


def door() -> str:
    """The address of the form for everybody; empty where the function is off."""
    return reverse("withdrawals:declare") if here() else ""
