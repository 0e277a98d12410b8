"""Listings and orders in the shape that the components of the face want."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from marketplace import wording
from marketplace.availability import grid
from marketplace.availability.opening import MIDNIGHT, is_midnight
from marketplace.kinds import Audience, Condition
from marketplace.models import Listing
from portal.language import languages, times
from portal.media import pictures

NEW_FOR = timedelta(days=14)


def rows(listings, *, now: datetime | None = None) -> list[dict]:
    """For components/listing_row.html; one query for all calendars."""
    now = now or timezone.now()
    free = grid.next_free_days(listings, now=now)
    return [_row(listing, free.get(listing.pk), now) for listing in listings]


def cards(listings, *, with_institution: bool = True) -> list[dict]:
    """For components/card.html."""
    return [_card(listing, with_institution) for listing in listings]


def _card(listing: Listing, with_institution: bool) -> dict:
    nature = listing.nature
    price, note = wording.prices(listing)[0]
    return {
        **_face(listing),
        "badge": listing.get_kind_display(),
        "badge_tone": nature.badge,
        "badge_icon": nature.icon,
        "language_mark": languages.mark(listing.text_language),
        "text": str(listing.institution) if with_institution else "",
        "foot_left": f"{price} {note}".strip(),
        "foot_right": listing.city,
    }


def _row(listing: Listing, free: date | None, now: datetime) -> dict:
    nature = listing.nature
    price, note = wording.prices(listing)[0]
    words, tone = available(listing, free, now)
    badges = [{"label": listing.get_kind_display(), "tone": nature.badge, "icon": nature.icon}]
    if listing.released_at and now - listing.released_at < NEW_FOR:
        badges.append({"label": _("New"), "tone": "accent"})
    return {
        **_face(listing),
        "badges": badges,
        "institution": str(listing.institution),
        "facts": brief_facts(listing),
        "language_mark": languages.mark(listing.text_language),
        "price": price,
        "price_note": note,
        "availability": words,
        "availability_tone": tone,
        "action": _("See times") if nature.is_for_a_period else _("See the listing"),
        "action_quiet": not nature.asks_opening,
    }


def _face(listing: Listing) -> dict:
    return {
        "url": listing.get_absolute_url(),
        "title": listing.title,
        "lang": listing.text_language,
        "image": pictures.shown(listing.photo, "row"),
        "drawing": listing.category.drawing,
        "tone": listing.nature.tone,
    }


def album(listing: Listing) -> list[dict]:
    """image, large (an address) and credit of each photo for components/listing_media.html, the first one in the size
    of the page."""
    more = listing.resource.more_photos.select_related("image").prefetch_related("image__renditions")
    images = filter(None, [listing.photo, *(one.image for one in more)])
    made = ((image, pictures.shown(image, "row" if number else "listing")) for number, image in enumerate(images))
    return [
        {"image": picture, "large": pictures.shown(image, "large").url, "credit": image.shown_credit}
        for image, picture in made
        if picture
    ]


def available(listing: Listing, free: date | None, now: datetime) -> tuple[str, str]:
    """When it can be had, in words, and the tone of these words."""
    if listing.nature.is_for_a_period:
        if free is None:
            return _("Booked out for four weeks"), "warn"
        if free == timezone.localdate(now):
            return _("Free today"), "ok"
        soon = (free - timezone.localdate(now)).days <= 7
        return _("Free from %(day)s") % {"day": times.near_day(free)}, "ok" if soon else "warn"
    if listing.expires_on:
        ends_soon = (listing.expires_on - timezone.localdate(now)).days <= 14
        return _("Until %(day)s") % {"day": times.short_day(listing.expires_on)}, "warn" if ends_soon else ""
    return "", ""


def brief_facts(listing: Listing) -> list[tuple[str, str]]:
    """At most three, the most telling first."""
    facts = [(_("Location"), listing.city)]
    if listing.condition:
        condition = Condition(listing.condition).label
        facts.append((_("Condition"), f"{condition}, {listing.year}" if listing.year else condition))
    if listing.loan_max_months:
        facts.append((_("Duration"), _months(listing.loan_max_months)))
    if listing.needs_briefing:
        facts.append((_("Briefing"), _("required")))
    if listing.biosafety:
        facts.append((_("Biosafety"), _("level %(level)s") % {"level": listing.biosafety}))
    return [(label, value) for label, value in facts if value][:3]


def key_facts(listing: Listing) -> list[dict]:
    """For components/key_facts.html on the page of one listing."""
    facts = [
        {"icon": "bldg", "label": _("Institution"), "value": str(listing.institution), **_link(listing)},
        {"icon": "pin", "label": _("Location"), "value": listing.city},
    ]
    if listing.opening:
        facts.append({"icon": "clock", "label": _("Opening hours"), "value": opening(listing)})
    if length := _length(listing):
        facts.append({"icon": "cal", "label": _("Duration"), "value": length})
    if listing.lead_days and listing.nature.is_for_a_period:
        notice = ngettext("%(n)s day before", "%(n)s days before", listing.lead_days) % {"n": listing.lead_days}
        facts.append({"icon": "info", "label": _("Order at the latest"), "value": notice})
    if listing.condition:
        facts.append({"icon": "check", "label": _("Condition"), "value": str(Condition(listing.condition).label)})
    if listing.year:
        facts.append({"icon": "info", "label": _("Year built"), "value": str(listing.year)})
    if listing.quantity > 1:
        facts.append({"icon": "tag", "label": _("Quantity"), "value": str(listing.quantity)})
    if listing.biosafety:
        level = _("up to level %(level)s") % {"level": listing.biosafety}
        facts.append({"icon": "warn", "label": _("Biosafety"), "value": level})
    facts.append({"icon": "users", "label": _("Offered to"), "value": audience(listing)})
    return [fact for fact in facts if fact["value"]]


def _link(listing: Listing) -> dict:
    return {"url": listing.institution.get_absolute_url()} if listing.institution.is_visible else {}


def audience(listing: Listing) -> str:
    if set(listing.audience) == set(Audience.values):
        return _("all institutions") if listing.institutions_only else _("everybody")
    return get_text_list([str(Audience(value).label) for value in listing.audience], _("and"))


def opening(listing: Listing) -> str:
    weekdays, opens, closes = listing.opening
    if is_midnight(closes) and opens == MIDNIGHT:
        return _("%(days)s, around the clock") % {"days": days_in_words(sorted(weekdays))}
    if is_midnight(closes):
        until = _("%(begin)s to midnight") % {"begin": times.clock(opens)}
    else:
        until = times.short_hours(opens, closes)
    return f"{days_in_words(sorted(weekdays))}, {until}"


def days_in_words(days: list[int]) -> str:
    """0 is Monday; `days` are sorted."""
    if len(days) == 7:
        return _("daily")
    names = [str(WEEKDAYS[day]) for day in days]
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return f"{names[0]}–{names[-1]}"
    return get_text_list(names, _("and"))


def _length(listing: Listing) -> str:
    if listing.loan_max_months:
        return _months(listing.loan_max_months)
    shortest, longest = listing.min_hours, listing.max_hours
    if shortest and longest:
        return _("%(least)s to %(most)s hours") % {"least": shortest, "most": longest}
    if shortest:
        return ngettext("at least %(n)s hour", "at least %(n)s hours", shortest) % {"n": shortest}
    return ngettext("at most %(n)s hour", "at most %(n)s hours", longest) % {"n": longest} if longest else ""


def _months(number: int) -> str:
    return ngettext("up to %(n)s month", "up to %(n)s months", number) % {"n": number}


def week(listing: Listing, first: date, *, chosen: tuple = (), now: datetime | None = None) -> dict:
    """For components/week_grid.html: every free hour leads to the order form with its times filled in.

    `chosen` are begin and end of what stands in the form; these hours are marked.
    """
    days, slots = grid.week(listing, first, now=now)
    rows = [{"label": times.short_clock(row[0].start), "cells": [_cell(slot, chosen) for slot in row]} for row in slots]
    return {"days": days, "rows": rows, "selected_day": _day_to_begin_with(rows)}


def _cell(slot: grid.Slot, chosen: tuple) -> dict:
    if slot.state != "free":
        return {"state": "busy", "text": _("taken")} if slot.state == "busy" else {"state": "past", "text": "–"}
    if chosen and chosen[0] < slot.end and slot.start < chosen[1]:
        return {"state": "mine", "text": _("chosen")}
    start, end = map(timezone.localtime, slot.order)
    return {
        "state": "free",
        "text": _free_part(slot),
        "url": f"?start={start:%Y-%m-%dT%H:%M}&end={end:%Y-%m-%dT%H:%M}#order",
        "said": f"{times.weekday(slot.start)}, {times.clock(slot.start)}",
    }


def _free_part(slot: grid.Slot) -> str:
    start, end = slot.order
    if not times.on_one_day(start, end):
        return _("overnight")
    if start > slot.start:
        return _("from %(time)s") % {"time": times.short_clock(start)}
    if end < slot.end:
        return _("until %(time)s") % {"time": times.short_clock(end)}
    return _("free")


def _day_to_begin_with(rows: list[dict]) -> int:
    """From 1: the first with something chosen, else the first with something free."""
    days = [{cell["state"] for cell in cells} for cells in zip(*(row["cells"] for row in rows), strict=True)]
    found = (number for state in ("mine", "free") for number, states in enumerate(days, 1) if state in states)
    return next(found, 1)
