"""The building blocks of pages. Every page type with a body offers the same ones."""

from .body import BODY
from .doors import DOORS
from .links import follow

__all__ = ["BODY", "DOORS", "follow"]
