"""Coaches and their free times: filtered, a day at a time."""

from collections import Counter
from datetime import date

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.coaching import rows
from events.coaching.kinds import Meeting
from events.coaching.models import Coach, Slot, Topic
from home.found import facets
from portal.language import times

PER_PAGE = 20
CHOICES = ("topic", "language", "mode", "coach")


def found(query, now=None) -> dict:
    """Context of the page of coaching; what makes no sense in `query` is ignored."""
    now = now or timezone.now()
    chosen = {name: set(filter(None, query.getlist(name)[:50])) for name in CHOICES}
    coaches = coaches_with_topics()
    slots = list(Slot.objects.offered(now).for_rows())
    values = {slot.pk: _values(slot, coaches) for slot in slots}
    fitting = [slot for slot in slots if _fits(values[slot.pk], chosen)]
    day = _day(fitting, query.get("day", ""))
    page = Paginator([slot for slot in fitting if _date(slot) == day], PER_PAGE).get_page(query.get("page", "1"))
    count = len(fitting)
    return {
        "page_of_slots": page,
        "days": _days(fitting, day, query),
        "day": times.day(day) if day else "",
        "slot_rows": [rows.row(slot, topics=coaches[slot.coach_id].told_topics, level=4) for slot in page],
        "coaches": [rows.person(coach) for coach in coaches.values()],
        "groups": _groups(slots, values, chosen, coaches),
        "filters": sum(map(len, chosen.values())),
        "result": ngettext("%(n)s time", "%(n)s times", count) % {"n": count},
        "has_panels": len({coach.pk for coach in coaches.values()}) > 1,
    }


def _date(slot: Slot) -> date:
    return timezone.localdate(slot.starts_at)


def _day(slots: list[Slot], asked: str) -> date | None:
    """The day that was asked for, where it has a time; else the first that has one."""
    dates = [_date(slot) for slot in slots]
    return next((one for one in dates if one.isoformat() == asked), next(iter(dates), None))


def _days(slots: list[Slot], chosen: date | None, query) -> list[dict]:
    """For components/day_strip.html; what is filtered stays filtered."""
    found = []
    for day, count in Counter(map(_date, slots)).items():
        kept = query.copy()
        kept.pop("page", None)
        kept["day"] = day.isoformat()
        note = ngettext("%(n)s time", "%(n)s times", count) % {"n": count}
        found.append({"day": day, "url": f"?{kept.urlencode()}", "note": note, "is_current": day == chosen})
    return found


def coaches_with_topics() -> dict[int, Coach]:
    visible = Coach.objects.visible().select_related("person__institution", "person__photo")
    told = Prefetch("topics", queryset=Topic.objects.order_by("name_de"), to_attr="told_topics")
    return {coach.pk: coach for coach in visible.prefetch_related(told)}


def _values(slot: Slot, coaches: dict[int, Coach]) -> dict[str, set[str]]:
    """What a slot is, per filter; without a topic or language of its own it is all that its coach offers."""
    coach = coaches[slot.coach_id]
    return {
        "topic": {slot.topic.slug} if slot.topic else {topic.slug for topic in coach.told_topics},
        "language": {slot.language} if slot.language else set(coach.languages),
        "mode": {slot.mode},
        "coach": {str(coach.pk)},
    }


def _fits(values: dict, chosen: dict, but: str = "") -> bool:
    return all(not wanted or values[name] & wanted for name, wanted in chosen.items() if name != but)


def _groups(slots, values, chosen, coaches) -> list[dict]:
    """Filters with counts under the other filters."""
    words = {
        "topic": {topic.slug: topic.name for coach in coaches.values() for topic in coach.told_topics},
        "language": {code: str(label) for code, label in settings.LANGUAGES},
        "mode": {code: str(label) for code, label in Meeting.choices},
        "coach": {str(coach.pk): str(coach) for coach in coaches.values()},
    }
    labels = {"topic": _("Topic"), "language": _("Language"), "mode": _("Place"), "coach": _("Coach")}
    groups = []
    for name in CHOICES:
        fitting = [values[slot.pk][name] for slot in slots if _fits(values[slot.pk], chosen, but=name)]
        counts = Counter(value for each in fitting for value in each)
        options = [(value, words[name][value], counts[value]) for value in sorted(words[name], key=words[name].get)]
        if len(options) > 1:
            groups.append(facets.group(labels[name], name, options, chosen[name], open_=name in ("topic", "mode")))
    return groups
