"""Who acts in a section: chair first, then deputy, then members; former ones apart."""

from django.utils import timezone

from home.kinds import SectionFunction
from home.models.facts import Section

RANK = list(SectionFunction.values)


def roles_of(section: Section, today=None) -> dict:
    """`leading`, `members` and `former` roles in the order of the functions, asked in one query."""
    today = today or timezone.localdate()
    roles = sorted(
        section.roles.select_related("person__photo", "person__institution", "institution"),
        key=lambda role: (RANK.index(role.function), role.sort_order or 0, role.person.last_name),
    )
    current = [role for role in roles if role.since <= today and (role.until is None or role.until >= today)]
    former = [role for role in roles if role.until and role.until < today]
    return {
        "leading": [role for role in current if role.function != SectionFunction.MEMBER],
        "members": [role for role in current if role.function == SectionFunction.MEMBER],
        "former": sorted(former, key=lambda role: role.until, reverse=True),
    }
