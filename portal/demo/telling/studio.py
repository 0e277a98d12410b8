"""A second process that draws while the story is told: drawing takes as long as the telling."""

from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from portal.demo import pictures


class Studio:
    """Draws what was ordered, in the order of the orders; what nobody ordered is drawn when asked for."""

    def __init__(self, wanted: Iterable[tuple[str, int]]):
        # Spawned: a fork would share our connection to the database.
        self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        self._drawings: dict[tuple, Future] = {one: self._pool.submit(pictures.picture, *one) for one in wanted}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._pool.shutdown(cancel_futures=True)

    def picture(self, motif: str, seed: int) -> bytes:
        """The drawing as PNG."""
        ordered = self._drawings.get((motif, seed))
        return ordered.result() if ordered else pictures.picture(motif, seed)
