"""Who somebody is to an order: on which side they speak, and what they may do there."""

from dataclasses import dataclass

from marketplace.kinds import Side
from marketplace.models import Order
from marketplace.refusals import OwnRequest, OwnTerms
from portal.accounts.models import Membership
from portal.rights import HouseRight


@dataclass(frozen=True, slots=True)
class Reader:
    """`role` and `ordering_role`: in the institution that offers, and in the one that ordered, empty where they act for
    none; `asked`: they ordered it themselves; `spoke`: the terms on the table are theirs.
    """

    role: str = ""
    ordering_role: str = ""
    asked: bool = False
    spoke: bool = False

    def may(self, right: HouseRight) -> bool:
        """For the institution that offers."""
        return self.role in right.roles

    @property
    def decides(self) -> bool:
        """Sees the order as who offers. Whoever ordered it themselves stands on the other side."""
        return self.may(HouseRight.SEE_REQUESTS) and not self.asked

    @property
    def acts(self) -> bool:
        """Speaks for who ordered."""
        return self.asked or self.ordering_role in HouseRight.ACT_FOR_COLLEAGUES.roles


def reader(user, order: Order) -> Reader:
    houses = {order.listing.institution_id, order.institution_id} - {None}
    mine = Membership.objects.filter(user=user, institution__in=houses)
    roles = dict(mine.values_list("institution", "role"))
    return Reader(
        role=roles.get(order.listing.institution_id, ""),
        ordering_role=roles.get(order.institution_id, ""),
        asked=order.is_asked_by(user),
        spoke=_spoke(user, order),
    )


def of(order: Order, by) -> Side:
    """On which side `by` speaks who may speak on one of them, None: for nobody, the orderer's."""
    if by is None or order.is_asked_by(by):
        return Side.ORDERER
    return Side.OWNER if Order.objects.decidable_by(by).filter(pk=order.pk).exists() else Side.ORDERER


def require_somebody_else(order: Order, by) -> None:
    """Nobody accepts their own request, or notes their own money, alone. Raises OwnRequest."""
    if by is not None and order.is_asked_by(by):
        raise OwnRequest


def require_other_terms(order: Order, by) -> None:
    """Nobody agrees to what they have put on the table themselves, for whichever side. Raises OwnTerms."""
    if by is not None and _spoke(by, order):
        raise OwnTerms


def answers_themselves(order: Order) -> bool:
    """Whether who ordered could answer for the institution that offers."""
    orderer = order.orderer
    return orderer is not None and HouseRight.ANSWER_REQUESTS.held_by(orderer, order.listing.institution)


def _spoke(user, order: Order) -> bool:
    last = order.proposals.last()
    return last is not None and last.by_id is not None and last.by_id == user.pk
