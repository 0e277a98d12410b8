"""Every form that members, coaches and owners fill in, as `forms` has those of visitors; and doors that read a value
without words: a press, a choice, a number.
"""

from collections.abc import Callable
from uuid import uuid4

from django.urls import reverse
from django.utils import timezone

from marketplace.resources.forms import ClosureForm, ResourceForm, TariffForm
from portal.approvals import subjects
from portal.web import tokens
from tests.hostile.forms import OFFERED, OFFERED_LINES, OFFERED_TEXTS, Form, next_week, rest
from tests.hostile.world import World
from tests.marketplace.making import IBAN

THING = ("name_de", "name_en", "place", "serial_number", "inventory_number")
LINE = ("text", "quantity", "unit", "net", "vat")


def _keep(w: World, action: str, said: dict, **typed) -> Form:
    stays = {"action": action}
    return Form(reverse("marketplace:keep", args=[w.draft.pk]), "manager_a", stays | said, stays=("action",), **typed)


def _act(w: World, deed: str, said: dict, **typed) -> Form:
    return Form(reverse("coaching:act", args=[w.coaching.pk, deed]), "member_a", said, **typed)


def _manage(w: World, door: str, said: dict, **typed) -> Form:
    return Form(reverse(door, args=[tokens.make("manage", w.coaching)]), "anonymous", said, **typed)


INSIDE: dict[str, Callable[[World], Form]] = {
    "light": lambda w: _keep(
        w,
        "light",
        {"light": "restricted", "note": "Rotor fehlt", "until": str(timezone.localdate())},
        lines=("note",),
        others=("light", "until"),
    ),
    "close": lambda w: _keep(
        w,
        "close",
        {"start": next_week(10), "end": next_week(12), "why": "closure", "note": "Wartung"},
        lines=("note",),
        others=rest(ClosureForm, "note"),
    ),
    "tariff": lambda w: _keep(
        w,
        "tariff",
        {"unit": "hour", "net": "40", "vat": "not_shown", "label_de": "Werktags"},
        lines=("label_de", "label_en"),
        others=rest(TariffForm, "label_de", "label_en"),
    ),
    "describe": lambda w: _keep(
        w,
        "describe",
        {"name_de": "Zentrifuge", "place": "N 1", "notes": "Schlüssel bei Kai"},
        lines=THING,
        texts=("notes",),
        others=rest(ResourceForm, *THING, "notes"),
    ),
    "photos": lambda w: Form(
        reverse("marketplace:photos", args=[w.draft.pk]),
        "manager_a",
        {},
        lines=tuple(f"new-{n}-{name}" for n in (1, 2, 3) for name in ("description", "description_en", "credit")),
        others=tuple(f"new-{n}-{name}" for n in (1, 2, 3) for name in ("file", "file-clear", "place")),
        is_optional=True,
    ),
    "bank": lambda w: Form(
        reverse("accounts:bank", args=[w.a.slug]),
        "manager_a",
        {"holder": "A-Haus", "iban": IBAN, "letterhead": "A-Haus, Bochum"},
        lines=("holder", "iban", "bic"),
        texts=("letterhead",),
        others=("is_ours", "action"),
    ),
    "propose": lambda w: Form(
        reverse("marketplace:propose", args=[w.order.pk]),
        "manager_a",
        {"text_1": "Einweisung", "net_1": "50", "message": "Geht es später?", "start": next_week(14)}
        | {"end": next_week(16), "days": "3"},
        lines=("text_1", "text_2", "text_3"),
        texts=("message",),
        others=(*(f"{part}_{n}" for n in (1, 2, 3) for part in LINE[1:]), "start", "end", "days"),
    ),
    "decline": lambda w: Form(
        reverse("marketplace:decline", args=[w.order.pk]), "manager_a", {"reason": "In Wartung"}, texts=("reason",)
    ),
    "cancel": lambda w: Form(
        reverse("marketplace:cancel", args=[w.order.pk]),
        "manager_a",
        {"reason": "Gerät defekt", "cost": "0.00"},
        texts=("reason",),
        hidden=("cost",),
    ),
    "edit": lambda w: Form(
        reverse("marketplace:edit", args=[w.draft.pk]),
        "manager_a",
        {"title": "Zentrifuge", "description": "Dreht sich.", "institution": str(w.a.pk), "price": "40"}
        | {"action": "draft"},
        lines=OFFERED_LINES,
        texts=OFFERED_TEXTS,
        others=(*OFFERED, "kind"),
    ),
    "a client’s note": lambda w: _manage(w, "coaching:note", {"text": "Vertraulich"}, texts=("text",)),
    "a coach’s note": lambda w: _act(w, "note", {"text": "Vertraulich"}, texts=("text",)),
    "turned down by the coach": lambda w: _act(
        w, "decline", {"reason": "Verreist"}, lines=("reason",), is_optional=True
    ),
    "follow-up": lambda w: Form(
        reverse("coaching:follow_up", args=[tokens.make("follow_up", w.coached)]),
        "anonymous",
        {"reached": "yes", "note": "Gegründet"},
        lines=("note",),
        others=("reached",),
    ),
    "own calendar": lambda w: Form(
        reverse("coaching:calendar"),
        "member_a",
        {"address": "https://example.org/x.ics"},
        others=("address",),
        is_optional=True,
    ),
}

# Read as a press, a choice or a number: whatever else is sent, somebody meant the answer.
PRESSES: dict[str, Callable[[World], Form]] = {
    "approval": lambda w: Form(
        reverse("approvals:answer", args=[tokens.make("approval", w.approval)]),
        "anonymous",
        {"action": "comment", "comment": "Sehr gut", "seen": subjects.of(w.submitted).version(w.submitted)},
        texts=("comment",),
        hidden=("seen",),
        stays=("action",),
    ),
    "cancelled": lambda w: Form(
        reverse("events:cancel", args=[tokens.make("manage", w.guest)]), "anonymous", {"cost": "1"}, others=("cost",)
    ),
    "another time": lambda w: _manage(w, "coaching:move", {"slot": "1"}, others=("slot",)),
    "recorded": lambda w: _act(w, "record", {"minutes": "60", "outcome": "x"}, lines=("outcome",), others=("minutes",)),
    "withdrawn": lambda w: Form(
        reverse("coaching:withdraw", args=[w.coaching.slot_id]), "member_a", {"reason": "x"}, lines=("reason",)
    ),
    "resized": lambda w: Form(
        reverse("coaching:resize", args=[w.coaching.slot_id]), "member_a", {"seats": "2"}, others=("seats",)
    ),
    "opened again": lambda w: _keep(
        w, "reopen", {"start": f"{next_week(10)}+01:00", "end": ""}, others=("start", "end")
    ),
    "a tariff dropped": lambda w: _keep(w, "drop_tariff", {"number": "1"}, others=("number",)),
    "a seat given back": lambda w: Form(
        reverse("events:give_back", args=[tokens.make("manage", w.guest)]),
        "anonymous",
        {"places": "2", "of": "2"},
        others=("places", "of"),
    ),
    "named on the page": lambda w: Form(
        reverse("events:listed", args=[tokens.make("manage", w.guest)]),
        "anonymous",
        {"agrees": "1"},
        others=("agrees",),
    ),
    "checked in": lambda w: Form(
        reverse("events:enter", args=[w.free.pk]),
        "moderator",
        {"registration": str(w.guest.pk), "position": "1", "press": str(uuid4())},
        others=("registration", "position"),
        hidden=("press",),
    ),
    "scanned": lambda w: Form(
        reverse("events:scan", args=[w.free.pk]),
        "moderator",
        {"ticket": "x", "press": str(uuid4())},
        lines=("ticket",),
        hidden=("press",),
    ),
    "taken back": lambda w: Form(
        reverse("events:undo_check_in", args=[w.free.pk]), "moderator", {"attendance": "1"}, others=("attendance",)
    ),
    "a paper": lambda w: Form(
        reverse("events:papers", args=[w.free.pk]), "moderator", {"paper": "list"}, others=("paper",)
    ),
    "a member": lambda w: Form(
        reverse("accounts:change_member", args=[w.a.slug, w.a.memberships.get(user=w.users["member_a"]).pk]),
        "manager_a",
        {"action": "manager"},
        others=("action",),
    ),
    "an account at Stripe": lambda w: Form(
        reverse("payments:online", args=[w.a.slug]), "manager_a", {"action": "look"}, others=("action",)
    ),
    "a request accepted": lambda w: Form(
        reverse("marketplace:accept", args=[w.order.pk]), "manager_a", {"seen": "0"}, hidden=("seen",)
    ),
    "a proposal confirmed": lambda w: Form(
        reverse("marketplace:confirm", args=[w.order.pk]), "person", {"seen": "0"}, hidden=("seen",)
    ),
    "reckoned": lambda w: Form(f"/de/anmeldung/{w.free.pk}/", "anonymous", {"seats": "1"}, hidden=("reckon",)),
    "a first step": lambda w: Form(
        reverse("marketplace:offer"),
        "manager_a",
        {"kind": "device", "stage": "what", "title": "Zentrifuge", "action": "next"},
        lines=("title",),
        others=("stage",),
        stays=("kind", "action"),
    ),
    "a later step": lambda w: Form(
        reverse("marketplace:edit", args=[w.draft.pk]),
        "manager_a",
        {"stage": "thing", "year": "2020", "action": "save"},
        others=("stage", "year"),
        stays=("action",),
    ),
    "a panel": lambda w: Form(
        reverse("coaching:panel"), "anonymous", {"about": "Patente"}, texts=("about",), lines=("goal",)
    ),
}
