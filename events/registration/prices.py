"""What a seat costs: ticket types and vouchers, looked at under the event's lock."""

from decimal import Decimal

from events.models import Event, TicketType, Voucher
from events.models.tickets import as_code
from events.refusals import GroupTooLarge, TicketMissing, TicketNotForYou, TicketNotOnSale, VoucherInvalid
from events.registration.signup import Signup
from portal.accounts.kinds import MemberCategory
from portal.accounts.models import Membership
from portal.database.built import Built

_TYPES = Built(lambda *, event: TicketType.objects.filter(event=event), event=1_000_007)


def is_member(user) -> bool:
    """Whether the person acts for a member institution."""
    if user is None or not user.is_authenticated:
        return False
    mine = Membership.objects.filter(user=user, institution__category__in=MEMBERS)
    return mine.exists()


MEMBERS = (MemberCategory.FULL, MemberCategory.SUPPORTING)


def offered_to(event: Event, user, now) -> list[TicketType]:
    """What the form of this visitor shows."""
    member = None
    shown = []
    for ticket in event.ticket_types.all():
        if ticket.members_only and member is None:
            member = is_member(user)
        if ticket.is_on_sale(now) and (member or not ticket.members_only):
            shown.append(ticket)
    return shown


def ticket_of(event: Event, signup: Signup, now) -> TicketType | None:
    """The ticket type as it stands now; None for events without. Raises why it cannot be had."""
    if not _TYPES.is_any(event=event.pk):
        return None
    asked = signup.ticket_type
    ticket = event.ticket_types.filter(pk=asked.pk).first() if asked else None
    if ticket is None:
        raise TicketMissing
    if not ticket.is_on_sale(now):
        raise TicketNotOnSale
    strange = ticket.target_groups and signup.target_group not in ticket.target_groups
    if strange or (ticket.members_only and not is_member(signup.user)):
        raise TicketNotForYou
    if ticket.capacity and signup.seats > ticket.capacity:
        raise GroupTooLarge(ticket.capacity)
    return ticket


def voucher_of(event: Event, code: str, ticket: TicketType | None, now) -> Voucher | None:
    """The voucher behind a code. Whatever is wrong with it, the answer is the same."""
    if not code.strip():
        return None
    voucher = event.vouchers.filter(code=as_code(code)).first()
    if voucher is None or not voucher.has_use or (voucher.valid_until and voucher.valid_until <= now):
        raise VoucherInvalid
    if voucher.ticket_type_id and (ticket is None or voucher.ticket_type_id != ticket.pk):
        raise VoucherInvalid
    return voucher


def fee(event: Event, ticket: TicketType | None) -> Decimal:
    """Per seat, before any voucher."""
    return ticket.fee if ticket else event.fee or Decimal(0)
