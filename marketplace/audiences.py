"""Whom a listing is offered to. The verified institution alone says who somebody is; the target group that funders ask
for is a number of theirs and never opens a door."""

from marketplace.kinds import Audience, PriceGroup
from marketplace.refusals import NotForYou, NotVerifiedYet
from portal.accounts.kinds import InstitutionKind
from portal.accounts.models import Institution

_BY_INSTITUTION = {InstitutionKind.COMPANY: Audience.INDUSTRY, InstitutionKind.STARTUP: Audience.STARTUP}

_PRICE_GROUPS = {
    InstitutionKind.UNIVERSITY: PriceGroup.ACADEMIC,
    InstitutionKind.RESEARCH_INSTITUTE: PriceGroup.ACADEMIC,
    InstitutionKind.CLINIC: PriceGroup.ACADEMIC,
    InstitutionKind.PUBLIC_BODY: PriceGroup.PUBLIC,
    InstitutionKind.CHAMBER: PriceGroup.PUBLIC,
    InstitutionKind.AGENCY: PriceGroup.PUBLIC,
    InstitutionKind.STARTUP: PriceGroup.STARTUP,
}


def audience_of(institution) -> Audience | None:
    """None: a private person, or an institution that the office has not verified."""
    if institution is None or not institution.is_verified:
        return None
    return _BY_INSTITUTION.get(institution.kind, Audience.ACADEMIC)


def price_groups(institution, owner, *, dfg_project: str = "") -> list[str]:
    """The values of `PriceGroup` to which an order for `institution` from `owner` belongs, the most telling last.

    A project that the DFG pays counts for a verified academic institution alone, whatever is written.
    """
    if institution is None or not institution.is_verified:
        return [PriceGroup.PRIVATE]
    own = _PRICE_GROUPS.get(institution.kind, PriceGroup.COMPANY)
    dfg = [PriceGroup.DFG] if dfg_project and own == PriceGroup.ACADEMIC else []
    return [PriceGroup.OWN_HOUSE if institution.pk == owner.pk else own, *dfg]


def is_academic(institution) -> bool:
    return institution.is_verified and _PRICE_GROUPS.get(institution.kind) == PriceGroup.ACADEMIC


def may_order(listing, institution) -> bool:
    """Whoever belongs to no group orders what is offered to everybody."""
    group = audience_of(institution)
    if group is None:
        return listing.is_for_everybody
    return group in listing.audience


def require_offered_to(listing, institution) -> None:
    """Raises NotVerifiedYet where the institution would do once it is verified, else NotForYou."""
    if may_order(listing, institution):
        return
    raise NotForYou if institution is None or institution.is_verified else NotVerifiedYet


def those_who_may_order(listing, institutions) -> list:
    """For whom somebody who acts for `institutions` may order, None: for oneself; empty: not at all."""
    return [one for one in (*institutions, None) if may_order(listing, one)]


def groups_of(user) -> list[Audience] | None:
    """Those of the institutions that `user` acts for; None: nobody is logged in, so nobody knows."""
    if not user.is_authenticated:
        return None
    groups = (audience_of(one) for one in Institution.objects.of(user))
    return sorted({group for group in groups if group})
