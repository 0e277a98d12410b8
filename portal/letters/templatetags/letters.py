"""For the two templates of a letter."""

from django import template

from portal.language import mailbox

register = template.Library()


@register.filter
def absolute(path: str) -> str:
    """`/de/…` with the address of the portal; what has one stays."""
    return path if "://" in path else mailbox.absolute(path)
