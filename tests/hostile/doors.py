"""Every door of the house: the patterns of the URLconf with an address that leads to something."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, get_resolver, reverse
from django.utils.translation import override

from events.papers import tickets
from portal.payments.models import Batch, ClosedMonth, Stray
from portal.sockets import FLOORS
from portal.web import tokens
from tests.hostile.world import World


@dataclass(frozen=True)
class Door:
    """`name` is `namespace:name`, or the pattern where it has none; `is_ours`: its view stands in our code."""

    name: str
    pattern: URLPattern
    prefix: str
    is_ours: bool


def doors() -> list[Door]:
    """All but the administration, which has a table of its own: `staff_doors`."""
    return [door for door in all_doors() if not door.prefix.startswith("admin/")]


def all_doors() -> list[Door]:
    with override("de"):
        return list(_walk(get_resolver().url_patterns))


def _walk(patterns, prefix: str = "", namespace: str = "") -> Iterator[Door]:
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            name = f"{namespace}{pattern.name}" if pattern.name else path
            module = getattr(pattern.callback, "__module__", "").split(".")[0]
            yield Door(name, pattern, path, module in FLOORS)
        else:
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern.url_patterns, path, inner)


def address(door: Door, world: World) -> str:
    """Where the door stands; KeyError for a door with arguments that nobody has written down here."""
    fixed = {"wagtail_serve": "/de/ueber-uns/", "admin/login/": "/admin/login/"}
    fixed |= {"robots.txt": "/robots.txt", "healthz": "/healthz"}
    fixed |= {".well-known/security.txt": "/.well-known/security.txt"}
    if door.name in fixed:
        return fixed[door.name]
    if "media/" in door.prefix:
        return "/media/images/nothing.png"
    with override("de"):
        return reverse(door.name, args=_arguments(door, world))


def _arguments(door: Door, world: World) -> list:
    if not set("<(") & set(door.prefix):
        return []
    snippet, _, view = door.name.partition(":")
    if snippet.startswith("wagtailsnippets_"):
        return [row(snippet, world)]
    return _KNOWN[door.name](world)


def row(snippet: str, world: World) -> int:
    known = {
        "events_event": world.free,
        "events_registration": world.guest,
        "marketplace_listing": world.device,
        "marketplace_order": world.order,
        "payments_payment": world.payment,
        "invoices_invoice": world.invoice,
        "accounts_institution": world.a,
        "coaching_account": world.coached.account,
        "coaching_booking": world.coaching,
        "coaching_slot": world.coaching.slot,
        "home_section": world.section,
        "home_project": world.project,
    }
    label = snippet.removeprefix("wagtailsnippets_")
    if label in known:
        return known[label].pk
    # Imported here: which models there are is known after Django is ready.
    from django.apps import apps

    rows = apps.get_model(*label.split("_", 1)).objects.order_by("pk")
    # Of what the world has none, one that is not there.
    return rows.values_list("pk", flat=True).first() or 0


def _manage(world: World) -> list:
    return [tokens.make("manage", world.guest)]


def _coaching(world: World) -> list:
    return [tokens.make("manage", world.coaching)]


def _pk(name: str):
    return lambda world: [getattr(world, name).pk]


_KNOWN = {
    "sitemap_part": lambda w: ["pages"],
    "accounts:institution": lambda w: [w.a.slug],
    "accounts:change_member": lambda w: [w.a.slug, w.a.memberships.get(user=w.users["member_a"]).pk],
    "accounts:bank": lambda w: [w.a.slug],
    "accounts:withdraw_invitation": lambda w: [w.a.slug, w.invitation.pk],
    "accounts:leave": lambda w: [w.a.slug],
    "accounts:invitation": lambda w: [tokens.make("invitation", w.invitation)],
    "account_confirm_email": lambda w: ["nothing"],
    "account_reset_password_from_key": lambda w: ["1", "nothing"],
    "mfa_remove_webauthn": lambda w: [1],
    "mfa_edit_webauthn": lambda w: [1],
    "invoices:ask": lambda w: [tokens.make("pay", w.payment)],
    "invoices:file": lambda w: [tokens.make("invoice", w.invoice), "pdf"],
    "invoice_file": lambda w: [w.invoice.pk, "pdf"],
    "invoice_correct": lambda w: [w.invoice.pk],
    "payments:online": lambda w: [w.a.slug],
    "payments:received": lambda w: [w.a.slug],
    "payments:give_back": lambda w: [w.a.slug, w.payment.pk],
    "withdrawals:of_contract": lambda w: ["registration", tokens.make("withdraw", w.payer)],
    "withdrawals:received": lambda w: [tokens.make("withdrawal", w.withdrawal)],
    "withdrawal_carry_out": lambda w: [w.withdrawal.pk],
    "withdrawal_refuse": lambda w: [w.withdrawal.pk],
    "payments:pay": lambda w: [tokens.make("pay", w.payment)],
    "events:register": _pk("free"),
    "events:received": _pk("free"),
    "events:manage": _manage,
    "events:cancel": _manage,
    "events:accept": _manage,
    "events:change": _manage,
    "events:give_back": _manage,
    "events:listed": _manage,
    "events:renew_link": _manage,
    "events:answer_file": lambda w: [*_manage(w), 1],
    "events:ticket_file": lambda w: [*_manage(w), 1],
    "events:certificate": lambda w: [*_manage(w), 1],
    "events:checkin": _pk("free"),
    "events:scan": _pk("free"),
    "events:enter": _pk("free"),
    "events:undo_check_in": _pk("free"),
    "events:walk_in": _pk("free"),
    "events:papers": _pk("free"),
    "ticket": lambda w: [tickets.token(w.guest, 1)],
    "events_copy": _pk("free"),
    "events_decide": lambda w: [w.guest.pk, "promote"],
    "events_tickets": lambda w: [w.guest.pk],
    "events_answer_file": lambda w: [1],
    "events_drafts": _pk("free"),
    "events_begin_pages": _pk("free"),
    "events_enter_guest": _pk("free"),
    "events_decide_several": lambda w: [w.free.pk, "approve"],
    "decide_proposal": lambda w: [0],
    "events:invitation": _manage,
    "events:ics": _pk("free"),
    "events:my_feed": lambda w: [tokens.make("calendar", w.calendar_key)],
    "events_call_off": _pk("free"),
    "events_roster": _pk("free"),
    "events_circular": _pk("free"),
    "try_failed_letter_again": lambda w: [1],
    "letter": lambda w: ["events.registered"],
    "handbook_chapter": lambda w: ["nothing"],
    "payment_enter_transfer": lambda w: [w.payment.pk],
    "verify_institution": lambda w: [w.a.pk],
    "people_request": _pk("erasure"),
    "payment_close_review": lambda w: [w.payment.pk],
    "payment_refund": lambda w: [w.payment.pk],
    "payment_propose_refund": lambda w: [w.payment.pk],
    "payment_withdraw_proposal": lambda w: [w.payment.pk],
    "payment_payer_account": lambda w: [w.payment.pk],
    "payment_batch": lambda w: [Batch.objects.get().pk],
    "payment_batch_file": lambda w: [Batch.objects.get().pk, "xml"],
    "payment_batch_confirm": lambda w: [Batch.objects.get().pk],
    "payment_batch_take_back": lambda w: [Batch.objects.get().pk],
    "payment_reopen_month": lambda w: [ClosedMonth.objects.get().pk],
    "payment_refund_by_hand": lambda w: [w.payment.pk],
    "payment_enter_on_site": lambda w: [w.payment.pk],
    "payment_enter_part": lambda w: [w.payment.pk],
    "payment_undo": lambda w: [w.payment.pk],
    "payment_close_stray": lambda w: [Stray.objects.get().pk],
    "marketplace_release": _pk("submitted"),
    "marketplace_send_back": _pk("submitted"),
    "marketplace_release_comment": _pk("submitted"),
    "marketplace_release_due": _pk("submitted"),
    "marketplace_release_preview": lambda w: [w.submitted.pk, "en"],
    "ask_outside": lambda w: ["listing", w.submitted.pk],
    "revoke_approval": lambda w: [w.approval.pk],
    "approvals:answer": lambda w: [tokens.make("approval", w.approval)],
    "approvals:preview": lambda w: [tokens.make("approval", w.approval)],
    "marketplace:listing": lambda w: [w.device.pk, w.device.slug],
    "marketplace:ask": _pk("device"),
    "marketplace:photos": _pk("draft"),
    "marketplace:order": _pk("device"),
    "marketplace:edit": _pk("draft"),
    "marketplace:withdraw": _pk("draft"),
    "marketplace:extend": _pk("sale"),
    "marketplace:keep": _pk("draft"),
    "marketplace:my_order": _pk("order"),
    "marketplace:accept": _pk("order"),
    "marketplace:decline": _pk("order"),
    "marketplace:confirm": _pk("order"),
    "marketplace:propose": _pk("order"),
    "marketplace:paid": _pk("order"),
    "marketplace:paid_back": _pk("order"),
    "marketplace:complete": _pk("order"),
    "marketplace:cancel": _pk("order"),
    "marketplace:hand_over": _pk("order"),
    "marketplace:take_back": _pk("order"),
    "coaching:coach": lambda w: [w.coaching.slot.coach_id],
    "coaching:book": lambda w: [w.coaching.slot_id],
    "coaching:manage": _coaching,
    "coaching:cancel": _coaching,
    "coaching:move": _coaching,
    "coaching:accept": _coaching,
    "coaching:note": _coaching,
    "coaching:renew": _coaching,
    "coaching:ics": _coaching,
    "coaching:follow_up": lambda w: [tokens.make("follow_up", w.coached)],
    "coaching:withdraw": lambda w: [w.coaching.slot_id],
    "coaching:resize": lambda w: [w.coaching.slot_id],
    "coaching:booking": _pk("coaching"),
    "coaching:act": lambda w: [w.coaching.pk, "confirm"],
    "coaching:statement": lambda w: [w.coached.account_id],
    "coaching_decide": lambda w: ["booking", w.coaching.pk, "cancel"],
    "coaching_grant": lambda w: [w.coached.account_id],
    "coaching_statement": lambda w: [w.coached.account_id],
    "home:institution": lambda w: [w.a.slug],
    "sync_translations": lambda w: [0],
    "show_source_instead": lambda w: [w.pages["home"].pk],
    "look:styleguide_part": lambda w: ["skip_link"],
    "wagtaildocs_serve": lambda w: [99, "x.pdf"],
    "wagtaildocs_authenticate_with_password": lambda w: [99],
    "wagtailcore_authenticate_with_password": lambda w: [99, 99],
}
