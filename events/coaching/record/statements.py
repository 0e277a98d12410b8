"""The de-minimis statement of a start-up: which coaching it had, what it was worth, what follows from it.

Rules: Regulation (EU) 2023/2831 of 13 December 2023 (OJ L, 2023/2831, 15.12.2023), Art. 2(2) single undertaking,
Art. 3(2) ceiling of 300,000 EUR over any period of three years, Art. 6 central register from 1 January 2026.
"""

from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from events.coaching import wording
from events.coaching.models import Account
from events.coaching.states import BookingState
from home.reading import navigation
from portal.files import papers
from portal.language.languages import current
from portal.language.money import as_text
from portal.language.times import day, short_day

SOURCE = Path(__file__).with_name("de_minimis.typ")


def statement(account: Account, *, now=None) -> bytes:
    """The statement as PDF/UA in the reader's language; counts the hours that took place, not those to come."""
    return papers.pdf(SOURCE, told(account, now=now or timezone.now()))


def told(account: Account, *, now) -> dict:
    """All texts of the statement."""
    held = list(account.bookings.filter(state=BookingState.DONE).for_rows().order_by("slot__starts_at", "pk"))
    minutes = sum(one.minutes for one in held)
    return {
        "language": current(),
        "title": _("De-minimis statement"),
        "issuer": _issuer(),
        "reference": _("De-minimis statement No. %(number)s") % {"number": f"C-{account.pk:05d}"},
        "page": _("Page"),
        "legal": _(
            "The coaching named below was free of charge. Its value is de-minimis aid under Commission Regulation (EU) "
            "2023/2831 of 13 December 2023 (OJ L, 2023/2831, 15.12.2023)."
        ),
        "headings": {
            "parties": _("Beneficiary and programme"),
            "hours": _("Hours held"),
            "duties": _("What follows from this"),
        },
        "facts": _facts(account),
        "columns": [_("Date"), _("Coach"), _("Length"), _("Value")],
        "rows": [_row(account, one) for one in held],
        "nothing": _("No coaching has taken place yet."),
        "total": _("Aid in all (gross grant equivalent): %(value)s for %(length)s")
        % {"value": as_text(account.value_of(minutes)), "length": wording.length(minutes)},
        "duties": _duties(),
        "place_and_date": _("Date: %(day)s") % {"day": day(now)},
        "signature": _("Signature of the issuing body"),
    }


def _issuer() -> str:
    office = navigation.frame().office
    parts = [office.name, getattr(office, "street", ""), getattr(office, "city", "")]
    return ", ".join(str(part) for part in parts if part)


def _facts(account: Account) -> list[list[str]]:
    programme, house = account.programme, account.institution
    street = f"{house.street}, {house.postal_code} {house.city}".strip(" ,") if house else ""
    said = [
        (_("Beneficiary"), account.startup),
        (_("Address"), street),
        (_("Programme"), programme.name),
        (_("Project"), f"{programme.project} {programme.project.grant_number}".strip()),
        (_("Period"), f"{short_day(programme.starts_on)} – {short_day(programme.ends_on)}"),
        (_("Value of an hour"), as_text(programme.hourly_value)),
    ]
    return [[label, value] for label, value in said if value]


def _row(account: Account, one) -> list[str]:
    value = as_text(account.value_of(one.minutes), with_cents=True)
    return [short_day(one.slot.starts_at), str(one.slot.coach), wording.length(one.minutes), value]


def _duties() -> list[str]:
    return [
        _(
            "All de-minimis aid that a single undertaking (Art. 2(2)) receives in a Member State may not exceed "
            "300,000 EUR over any period of three years (Art. 3(2))."
        ),
        _("Linked companies count as a single undertaking: please add their aid to yours."),
        _("Since 1 January 2026 the aid is entered in the central register of de-minimis aid (Art. 6)."),
        _("Please keep this statement for ten years and present it when you apply for further aid."),
    ]
