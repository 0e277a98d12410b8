"""How several processes share the tests: a file stays together, so what its tests stand on is laid once.

Long journeys whose tests stand alone come last and one by one, so that all processes end together.
"""

import pytest
from xdist.scheduler import LoadScopeScheduling

ALONE = {"test_every_page", "test_weight", "test_for_everybody"}


def stands_alone(path: str) -> bool:
    """Whether each test of this file may go to another process: those of `tests/journeys/test_weight.py` may."""
    return path.rpartition("/")[2].removesuffix(".py") in ALONE


class Sharing(LoadScopeScheduling):
    """The files in the order of their collection, whatever the number of their tests."""

    def __init__(self, config, log=None):
        super().__init__(config, log)
        config.option.loadscopereorder = False

    def _split_scope(self, nodeid: str) -> str:
        path = nodeid.partition("::")[0]
        return nodeid if stands_alone(path) else path


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return Sharing(config, log)
