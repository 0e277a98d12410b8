"""Which start-up a booking counts for."""

from dataclasses import dataclass

from events.coaching.models import Account, Programme
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
        """Two spellings in capitals or spaces are one start-up."""
        if self.institution:
            return f"i:{self.institution.pk}"
        return f"n:{' '.join(self.startup.split()).casefold()}"


def account_of(programme: Programme | None, client: Client) -> Account | None:
    """The account of the start-up in the programme, opened at its first booking; None without a programme."""
    if programme is None:
        return None
    if not (client.institution or client.startup.strip()):
        raise StartupMissing
    account, _made = Account.objects.get_or_create(
        programme=programme,
        key=client.key,
        defaults={
            "institution": client.institution,
            "startup": client.institution.name[:150] if client.institution else client.startup,
            "minutes_granted": programme.hours * MINUTES,
        },
    )
    return account
