"""Which start-up a booking counts for, and whether somebody has to look at it first."""

import re
import unicodedata
from dataclasses import dataclass

from events.coaching.models import Account, Booking, Programme
from events.coaching.models.programme import MINUTES
from events.coaching.refusals import StartupMissing
from portal.accounts.models import Institution


@dataclass(frozen=True)
class Client:
    """For whom somebody books: a known institution, else a start-up by name, else oneself."""

    institution: Institution | None = None
    startup: str = ""

    @property
    def key(self) -> str:
        return f"i:{self.institution.pk}" if self.institution else f"n:{folded(self.startup)}"


LEGAL_FORMS = {"gmbh", "ggmbh", "mbh", "ug", "haftungsbeschraenkt", "ag", "se", "kg", "kgaa", "ohg", "gbr", "eg", "co"}
LEGAL_FORMS |= {"e", "v", "k", "ev", "ek", "i", "gr", "gruendung", "ltd", "limited", "inc", "llc"}
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
LONGEST = 150


def folded(name: str) -> str:
    """What is left of a name without capitals, signs and legal form: "Zell-Schmiede GmbH" is "zellschmiede"."""
    plain = unicodedata.normalize("NFC", name).casefold().translate(UMLAUTS)
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    words = re.findall(r"[^\W_]+", plain)
    kept = [word for word in words if word not in LEGAL_FORMS] or words or plain.split()
    return "".join(kept)[:LONGEST]


def account_of(programme: Programme | None, client: Client) -> Account | None:
    """The account of the start-up in the programme, opened at its first booking; None without a programme.

    A typed name that is one of the directory counts for that institution: no second account by another spelling.
    """
    if programme is None:
        return None
    if not (client.institution or client.startup.strip()):
        raise StartupMissing
    client = Client(client.institution or _of_directory(client.startup), client.startup)
    account, _made = Account.objects.get_or_create(
        programme=programme,
        key=client.key,
        defaults={
            "institution": client.institution,
            "startup": client.institution.name[:LONGEST] if client.institution else client.startup,
            "minutes_granted": programme.hours * MINUTES,
        },
    )
    return account


def is_vouched(account: Account | None, *, email: str, institution: Institution | None) -> bool:
    """Whether the hours may be used at once, without a look by the coach.

    Members act for their institution, and who opens an account by a new name may go on using it. Somebody else who
    types the same name, or the same mailbox under another name, is looked at: nobody uses up the hours of others,
    nobody gets fresh ones by a new spelling.
    """
    if account is None or institution is not None:
        return True
    if account.institution_id or account.bookings.exclude(email=email).exists():
        return False
    elsewhere = Booking.objects.filter(email=email, account__programme=account.programme_id)
    return not elsewhere.exclude(account=account).exists()


def _of_directory(name: str) -> Institution | None:
    wanted = folded(name)
    return next((one for one in Institution.objects.only("name").order_by("pk") if folded(one.name) == wanted), None)
