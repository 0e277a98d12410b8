"""Where an institution is paid: its bank details, checked; without them it settles outside the portal."""

import re

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.accounts.membership import may_manage
from portal.accounts.models import BankDetails, Institution
from portal.audit import log
from portal.language.folding import fold
from portal.refusals import Refusal

# Words that every second name has: they make no two names alike.
_LEGAL = {"ev", "gmbh", "ag", "ug", "kg", "mbh", "co", "the", "der", "die", "das", "fuer", "und", "and", "of", "e", "v"}


class NotAnIban(Refusal):
    message = _("This is no valid IBAN. Please compare it with your bank’s papers.")


class OtherHolder(Refusal):
    message = _(
        "The account holder is not the institution. Please confirm that the account belongs to it nevertheless."
    )


class NotAManager(Refusal):
    message = _("Only managers of the institution can do this.")


def takes_money(institution: Institution) -> bool:
    """Whether something of this institution can be paid through the portal, to the institution itself."""
    return getattr(institution, "bank", None) is not None


def clean_iban(text: str) -> str:
    """Without spaces, in capitals. Raises NotAnIban unless its check digits fit (ISO 13616)."""
    iban = re.sub(r"\s", "", text).upper()
    if not re.fullmatch(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}", iban) or (iban[:2] == "DE" and len(iban) != 22):
        raise NotAnIban
    digits = "".join(str(int(sign, 36)) for sign in iban[4:] + iban[:4])
    if int(digits) % 97 != 1:
        raise NotAnIban
    return iban


def is_alike(holder: str, name: str) -> bool:
    """Whether two names share a word that tells something."""
    first, second = (set(re.findall(r"[a-z0-9]+", fold(one))) - _LEGAL for one in (holder, name))
    return bool(first & second)


@transaction.atomic
def keep(
    institution: Institution, *, holder: str, iban: str, bic: str = "", letterhead: str = "", is_ours: bool = False, by
) -> BankDetails:
    """A manager says where the institution is paid. `is_ours`: it is its own account, whoever holds it.

    Raises NotAManager, NotAnIban or OtherHolder.
    """
    if by is not None and not may_manage(by, institution):
        raise NotAManager
    iban = clean_iban(iban)
    if not is_ours and not is_alike(holder, institution.name):
        raise OtherHolder
    said = {"holder": holder, "iban": iban, "bic": bic, "letterhead": letterhead}
    details, _new = BankDetails.objects.update_or_create(institution=institution, defaults=said)
    log(institution, "accounts.bank_details", user=by, data={"iban": f"{iban[:4]}…{iban[-4:]}"})
    return details


@transaction.atomic
def drop(institution: Institution, *, by) -> None:
    """From now on the institution settles outside; what is open stays as it was asked for."""
    if by is not None and not may_manage(by, institution):
        raise NotAManager
    BankDetails.objects.filter(institution=institution).delete()
    log(institution, "accounts.bank_details", user=by)
