"""Whom a listing is offered to."""

from marketplace.kinds import Audience
from portal.accounts.kinds import InstitutionKind, TargetGroup

_BY_INSTITUTION = {InstitutionKind.COMPANY: Audience.INDUSTRY, InstitutionKind.STARTUP: Audience.STARTUP}
_BY_GROUP = {
    TargetGroup.STARTUP: Audience.STARTUP,
    TargetGroup.SME: Audience.INDUSTRY,
    TargetGroup.LARGE_FIRM: Audience.INDUSTRY,
}


def audience_of(institution, target_group: str) -> Audience:
    """The institution's type decides; who orders without one is asked."""
    if institution is not None:
        return _BY_INSTITUTION.get(institution.kind, Audience.ACADEMIC)
    return _BY_GROUP.get(target_group, Audience.ACADEMIC)


def may_order(listing, institution, target_group: str) -> bool:
    if listing.institutions_only and institution is None:
        return False
    return audience_of(institution, target_group) in listing.audience
