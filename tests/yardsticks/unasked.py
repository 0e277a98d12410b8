"""The portal as it would be if kept pages asked nobody whether they still hold: the control of `bench_nodes`."""

from portal.caching import memory
from portal.wsgi import application

memory.Entry.is_true = lambda self: True

__all__ = ["application"]
