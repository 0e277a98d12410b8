"""How periods and prices read, in letters and on pages alike."""

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from marketplace.kinds import PriceGroup, Unit, Vat
from portal.accounts.bank import takes_money
from portal.language import times
from portal.language.money import as_text, cents
from portal.payments.checkout import is_paid_online
from portal.rights import HouseRight


def prices(listing) -> list[tuple[str, str]]:
    """(amount, what for) of every price of a listing, the one to show first first."""
    nature = listing.nature
    if nature.costs_nothing:
        return [(str(nature.costs_nothing), "")]
    rows = []
    if listing.hourly is not None:
        rows.append((as_text(listing.hourly), _("per hour")))
    if listing.daily is not None:
        rows.append((as_text(listing.daily), _("per day")))
    if listing.price is not None:
        rows.append((as_text(listing.price), _price_note(listing)))
    return rows or [(_("Price on request"), "")]


def _price_note(listing) -> str:
    if listing.nature.is_for_good:
        return _("negotiable") if listing.negotiable else ""
    return str(Unit(listing.unit).label) if listing.unit else ""


def agreed(order) -> str:
    """The price of an order as one word group."""
    if order.price is None:
        return _("by arrangement")
    return as_text(order.price) if order.price else _("free of charge")


def standing(order) -> dict:
    """`label` and `tone` of its badge: the state, or that it should be back."""
    if order.is_unreturned(timezone.now()):
        return {"label": _("overdue"), "tone": "bad"}
    return {"label": str(order.status.label), "tone": order.status.tone}


def whom(listing) -> str:
    """Who is talked to about an order: name and how to reach."""
    told = _answers(listing)
    reach = ", ".join(filter(None, [told["email"], told["phone"]]))
    return f"{told['value']} ({reach})" if reach else told["value"]


def _answers(listing) -> dict:
    """The person who answers, else the institution; where neither can be reached, by whoever acts for it."""
    person, house = listing.answers, listing.institution
    if person is None and not (house.email or house.phone):
        answering = house.memberships.filter(user__is_active=True, role__in=HouseRight.ANSWER_REQUESTS.roles)
        member = answering.select_related("user").order_by("pk").first()
        return {"value": str(house), "email": member.user.email if member else "", "phone": ""}
    return _reach(person or house)


def _reach(person) -> dict:
    return {"value": str(person), "email": person.email, "phone": person.phone}


def handing(order) -> list[dict]:
    """Where, when, whom: rows of `icon`, `label`, `value`, and of people `email` and `phone`, for whoever ordered."""
    listing = order.listing
    nature, deputy, answers = listing.nature, listing.resource.deputy, _answers(listing)
    rows = [
        {"icon": "pin", "label": _("Place"), "value": listing.where},
        {"icon": "user", "label": _("Contact person"), **answers},
    ]
    if deputy:
        rows.append({"icon": "user", "label": _("Deputy"), **_reach(deputy)})
    if nature.comes_back and order.ends_at:
        rows.append({"icon": "box", "label": _("Pick-up"), "value": times.moment(order.starts_at)})
        rows.append({"icon": "undo", "label": _("Bring back by"), "value": times.moment(order.ends_at)})
    elif nature.leaves or order.period is None:
        label = _("Pick-up") if nature.leaves else _("Appointment")
        whom = _("by arrangement with %(name)s") % {"name": answers["value"]}
        rows.append({"icon": "box", "label": label, "value": whom})
    return [row for row in rows if row["value"]]


def cancelling(order) -> str:
    """Up to when cancelling is free, and what it costs after that; empty where there is nothing to say."""
    until = order.cancels_free_until
    if until is None:
        return ""
    cost = as_text(cents(order.price * order.cancel_percent / 100))
    return _("free of charge until %(when)s, after that %(cost)s") % {"when": times.moment(until), "cost": cost}


def cancel_rule(listing) -> str:
    """The same for whoever has not ordered yet."""
    if not (listing.nature.may_charge_cancelling and listing.cancel_percent and listing.cancel_days is not None):
        return ""
    days, percent = listing.cancel_days, listing.cancel_percent
    words = ngettext(
        "Cancelling is free of charge until %(days)s day before the begin; then it costs %(percent)s %% of the price.",
        "Cancelling is free of charge until %(days)s days before the begin; then it costs %(percent)s %% of the price.",
        days,
    )
    return words % {"days": days, "percent": percent}


def tariff_table(listing) -> list[dict]:
    """The rows of the tariff for everybody to see: `group`, `price`, `note`; empty where one price serves all."""
    return [
        {
            "group": str(row.get_group_display() if row.group else _("everybody else")),
            "price": f"{as_text(row.net)} {row.get_unit_display()}",
            "note": ", ".join(filter(None, [row.label, _vat(row.vat), _least(row), _from(row)])),
        }
        for row in listing.tariffs.all()
    ]


def _least(row) -> str:
    return _("at least %(amount)s") % {"amount": as_text(row.minimum)} if row.minimum else ""


def _from(row) -> str:
    return _("from %(day)s") % {"day": times.day(row.valid_from)} if row.valid_from else ""


def _vat(vat: str) -> str:
    return "" if vat == Vat.NOT_SHOWN else str(Vat(vat).label)


def how(quote) -> str:
    """How a price comes about: `3 × 12 € pro Stunde`, with the group it is for and the rule that made it."""
    if quote.rule == "capped":
        said = _("hours, on no day more than the price of a day")
    elif quote.rule == "minimum":
        said = _("the least that is charged")
    else:
        said = f"{_number(quote.quantity / quote.pieces)} × {as_text(quote.net)} {Unit(quote.rate.unit).label}"
    many = pieces_of(quote.pieces) if quote.pieces > 1 else ""
    group = PriceGroup(quote.rate.group).label if quote.rate.group else ""
    return ", ".join(str(part) for part in (many, said, group, _vat(quote.rate.vat)) if part)


def several(title: str, pieces: int) -> str:
    """`Zentrifuge`, `Zentrifuge (2 Stück)`."""
    return title if pieces == 1 else f"{title} ({pieces_of(pieces)})"


def pieces_of(number: int) -> str:
    return ngettext("%(n)s piece", "%(n)s pieces", number) % {"n": number}


def payee(listing) -> str:
    """To whom an order is paid, and how; empty where nothing is."""
    nature = listing.nature
    if nature.costs_nothing or not nature.exclusive:
        return ""
    told = {"institution": listing.institution}
    if nature.settles and takes_money(listing.institution):
        if is_paid_online(listing.institution):
            return _("You pay %(institution)s, online or by bank transfer.") % told
        return _("You pay %(institution)s, by bank transfer.") % told
    return _("You pay %(institution)s directly; the portal does not collect money for it.") % told


def _number(quantity) -> str:
    return number_format(f"{quantity:.2f}".rstrip("0").rstrip("."))


def lines(rows) -> list[dict]:
    """`text`, `count` (quantity, unit and price of one) and `total` of each line."""
    return [{"text": row.text, "count": _count(row), "total": as_text(row.total)} for row in rows]


def _count(row) -> str:
    unit = str(Unit(row.unit).label) if row.unit else ""
    said = f"{_number(row.quantity)} × {as_text(row.net)} {unit}".strip()
    return ", ".join(filter(None, [said, _vat(row.vat)]))


def period(value) -> str:
    """`Donnerstag, 21. Januar 2027, 11:00–13:00 Uhr (MEZ)`."""
    return _stretch(value, times.span)


def brief_period(value) -> str:
    """The same for a narrow column: `21. Jan. 2027, 11:00–13:00 Uhr`."""
    return _stretch(value, times.short_span)


def _stretch(value, in_words) -> str:
    if value is None:
        return _("by arrangement")
    return in_words(value.lower, value.upper) if value.upper else _("for good")


def all_prices(listing) -> str:
    """`40 € pro Stunde oder 220 € pro Tag`."""
    return _(" or ").join(f"{amount} {note}".strip() for amount, note in prices(listing))
