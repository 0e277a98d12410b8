"""Coaches and their free times: filtered, under the names of their days."""

from collections import Counter

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
    page = Paginator(fitting, PER_PAGE).get_page(query.get("page", "1"))
    count = page.paginator.count
    return {
        "page_of_slots": page,
        "slot_rows": [rows.row(slot, topics=coaches[slot.coach_id].told_topics) for slot in page],
        "coaches": [rows.person(coach) for coach in coaches.values()],
        "groups": _groups(slots, values, chosen, coaches),
        "filters": sum(map(len, chosen.values())),
        "result": ngettext("%(n)s time", "%(n)s times", count) % {"n": count},
        "has_panels": len({coach.pk for coach in coaches.values()}) > 1,
    }


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
