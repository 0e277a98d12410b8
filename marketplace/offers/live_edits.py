"""A listing that is shown stays where it is while its owner changes it and the office looks.

What harms nobody is live at once; everything else waits as a version beside the live one.
"""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.models import Office
from marketplace import letters
from marketplace.models import Change, Listing, ReleasePapers
from marketplace.models.change import kept
from marketplace.offers import describing
from marketplace.offers.deadlines import working_days_after
from marketplace.states import ListingState
from portal.audit import log
from portal.letters import outbox
from portal.refusals import Refusal

# Columns that an owner may change without anybody looking.
HARMLESS = {
    *("hourly", "daily", "price", "unit", "negotiable", "contact", "quantity"),
    *("opening_days", "opens_at", "closes_at", "min_hours", "max_hours", "lead_days", "loan_max_months"),
    "bills_closed_hours",
    *("cancel_days", "cancel_percent", "withdrawal"),
}


class NothingWaits(Refusal):
    message = _("There is no change of this listing that waits.")


class ChangedMeanwhile(Refusal):
    message = _("The institution has changed it meanwhile. Please look again before you release it.")


def harms_nobody(listing: Listing, name: str, value) -> bool:
    """A price below what a thing is worth is no harmless one: public property is not given away by the way."""
    if name == "price" and "market_value" in listing.nature.papers:
        papers = ReleasePapers.objects.filter(listing=listing).first()
        worth = [amount for amount in (papers and papers.book_value, papers and papers.market_value) if amount]
        return value is not None and value >= max(worth, default=0)
    return name in HARMLESS


def wish(listing: Listing, *, by, facts: dict, texts: dict, papers: dict | None, now: datetime) -> Change | None:
    """Keep beside the live listing, which the caller has locked, what differs from it; None where nothing does.

    Whatever of an earlier wish is not said otherwise still counts.
    """
    known = Change.objects.filter(listing=listing).first()
    change = known or Change(listing_id=listing.pk)
    before = change.version
    change.facts |= {name: kept(Listing, name, value) for name, value in facts.items()}
    change.facts = {name: value for name, value in change.facts.items() if value != _live(listing, Listing, name)}
    live = describing.texts_of(listing)
    wished = change.texts | {language: [title, words or ""] for language, (title, words) in texts.items()}
    change.texts = {language: said for language, said in wished.items() if said != live.get(language, ["", ""])}
    own = ReleasePapers.objects.filter(listing=listing).first() or ReleasePapers(listing=listing)
    wished = change.papers | {name: kept(ReleasePapers, name, value) for name, value in (papers or {}).items()}
    change.papers = {name: value for name, value in wished.items() if value != _live(own, ReleasePapers, name)}
    if not (change.facts or change.texts or change.papers):
        if known:
            known.delete()
        return None
    if change.version != before or change.reason:
        _ask(listing, change, by=by, now=now)
    return change


def _live(row, model, name: str):
    field = model._meta.get_field(name)
    return row.serializable_value(name) if field.is_relation else kept(model, name, getattr(row, name))


def _ask(listing: Listing, change: Change, *, by, now: datetime) -> None:
    change.by, change.reason = by, ""
    change.save()
    listing.submitted_at = now
    listing.due_on = working_days_after(timezone.localdate(now), Office.here().release_days)
    listing.save(update_fields=["submitted_at", "due_on"])
    log(listing, "marketplace.listing.wished", user=by, timestamp=now)
    outbox.post(letters.change_submitted, listing)


def waiting(listing: Listing) -> Change:
    """The version beside the listing, which the caller has locked. Raises NothingWaits."""
    change = Change.objects.filter(listing=listing, reason="").first()
    if change is None or listing.state != ListingState.RELEASED:
        raise NothingWaits
    return change


def take_over(listing: Listing, change: Change) -> None:
    """The version beside the listing becomes the live one."""
    facts = change.values()
    for name, value in facts.items():
        setattr(listing, name, value)
    describing.describe(listing, change.texts, change.paper_values() or None)
    describing.write(listing, [*facts, "terms"])
    change.delete()


def differences(listing: Listing) -> list[dict]:
    """`label`, `live` and `wished` of everything that waits, as people read it."""
    change = Change.objects.filter(listing=listing).first()
    if change is None:
        return []
    live = describing.texts_of(listing)
    rows = [
        {"label": label, "live": live.get(language, ["", ""])[place], "wished": said[place]}
        for language, said in change.texts.items()
        for place, label in enumerate((_("Title (%(language)s)"), _("Description (%(language)s)")))
        for label in [label % {"language": language}]
        if said[place] != live.get(language, ["", ""])[place]
    ]
    papers = ReleasePapers.objects.filter(listing=listing).first() or ReleasePapers(listing=listing)
    rows += [_difference(listing, name, value) for name, value in change.values().items()]
    return rows + [_difference(papers, name, value) for name, value in change.paper_values().items()]


def _difference(row, name: str, value) -> dict:
    field = row._meta.get_field(name)
    return {"label": field.verbose_name, "live": _said(field, getattr(row, name)), "wished": _said(field, value)}


def _said(field, value):
    inner = getattr(field, "base_field", field)
    names = dict(inner.flatchoices)
    if isinstance(value, list):
        return ", ".join(str(names.get(one, one)) for one in value)
    return names.get(value, value)
