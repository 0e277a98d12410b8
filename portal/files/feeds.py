"""Feeds that stay well-formed whatever an editor pasted: XML knows no control characters."""

import re

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def well_formed(value):
    """`value` without characters that XML forbids; lists are looked through, all but text stays as it is."""
    if isinstance(value, str):
        return _NOT_XML.sub(" ", value)
    if isinstance(value, list | tuple):
        return [well_formed(one) for one in value]
    return value


class _WellFormed:
    def __init__(self, *told, **more):
        super().__init__(*map(well_formed, told), **{name: well_formed(value) for name, value in more.items()})

    def add_item(self, *told, **more):
        super().add_item(*map(well_formed, told), **{name: well_formed(value) for name, value in more.items()})


class Atom(_WellFormed, Atom1Feed):
    """RFC 4287."""


class Rss(_WellFormed, Rss201rev2Feed):
    """RSS 2.0.1."""
