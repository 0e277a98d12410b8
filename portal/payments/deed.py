"""What money asks of the deed that it pays for. All of it may be missing: then nothing is locked, paying always serves
something, and the pay page leads nowhere.

- `lock_for_payment()` locks the scarce fact behind the deed, before the payment is locked;
- `takes_money` is False once paying serves nothing any more;
- `withdrawable_until()` gives the first instant at which a consumer may no longer withdraw (§ 355 BGB); None where
  there is no such right: a business, nothing to pay, no contract yet, a reason of the law;
- `withdrawal` says whether there is the right (`portal.withdrawals.kinds`), `waits_for_goods` whether its period has
  not begun, for the goods have not come;
- `charges()` gives the lines of an invoice (`portal.invoices.charges`);
- `project_of_money()`, of the class, gives the way of fields to the short name of the project that its money is for;
- `is_asked_by(user)` is True of the person who asked for it: nobody gives money back to themselves;
- `ways_on()` gives the `Way`s that the pay page offers, the first one first of all.
"""

from typing import NamedTuple


class Way(NamedTuple):
    """A button below a payment: the icon's name, its words in the reader's language, its address."""

    icon: str
    label: str
    url: str
    is_file: bool = False


def ways_on(deed) -> list[Way]:
    ways = getattr(deed, "ways_on", None)
    return ways() if ways else []


def is_asked_by(deed, user) -> bool:
    asked = getattr(deed, "is_asked_by", None)
    return bool(asked and asked(user))
