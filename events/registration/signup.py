"""What somebody asks for who registers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID, uuid4

from events.models import Question, SubSession, TicketType
from events.registration.answers import Said
from portal.accounts.models import User
from portal.invoices.models import Recipient


@dataclass(frozen=True, kw_only=True)
class Signup:
    """One registration as it was asked for, clean but not yet looked at."""

    name: str
    # Empty: a guest whom staff enter and no letter reaches.
    email: str
    phone: str = ""
    institution: str = ""
    # The account, if somebody is logged in: member prices hang on it.
    user: User | None = None
    # Value of `TargetGroup`.
    target_group: str
    # "de" or "en": what our letters are written in.
    language: str

    seats: int = 1
    # Names of the second seat, the third …; empty: not known yet.
    guests: Sequence[str] = ()
    ticket_type: TicketType | None = None
    # A code as it was typed; none: "".
    voucher: str = ""
    sessions: Iterable[SubSession] = ()
    # Who gets the invoice; None: nobody asked for one.
    billing: Recipient | None = None
    # The fee per seat that was shown, before any voucher; None: none was shown, so any is agreed to.
    shown_fee: Decimal | None = None

    note: str = ""
    answers: dict[Question, Said] = field(default_factory=dict)
    # The version of the sentence agreed to.
    consent_version: str
    # Whether the event's page may name the guest.
    listed: bool = False

    # The form's own number, so that pressing twice makes one registration.
    submission: UUID = field(default_factory=uuid4)
