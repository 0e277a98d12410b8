"""What somebody asks for who orders."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from portal.accounts.models import Institution, User
from portal.invoices.models import Recipient


@dataclass(frozen=True, kw_only=True)
class OrderRequest:
    """One order as it was asked for, clean but not yet looked at."""

    by: User
    # For whom; None: for oneself.
    institution: Institution | None = None
    # Value of `TargetGroup`.
    target_group: str
    # "de" or "en": what our letters are written in.
    language: str

    # None where the kind takes no period, or none is wished.
    start: datetime | None = None
    end: datetime | None = None
    # So many pieces, all or none.
    quantity: int = 1
    # Number of the project of the DFG that pays; empty: none.
    dfg_project: str = ""
    note: str = ""
    # Who gets the invoice; None: nobody said.
    billing: Recipient | None = None
    # Granted exactly as asked it is agreed; else its terms come back as a proposal.
    binding: bool = True

    # The form's own number, so that pressing twice makes one order.
    submission: UUID = field(default_factory=uuid4)
