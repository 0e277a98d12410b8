"""What dies in the demo comes back; what dies again and again ends it."""

import os
import sys
import time

import pytest

from portal.demo.keeping import DEATHS, Kept

LIVING, DYING = "import time; time.sleep(60)", "raise SystemExit(1)"


@pytest.fixture
def keep():
    kept = []

    def keep(code: str) -> Kept:
        kept.append(Kept([sys.executable, "-c", code], dict(os.environ)))
        return kept[-1]

    yield keep
    for one in kept:
        one.end()


def die(one: Kept) -> None:
    one.process.kill()
    one.process.wait()


def test_a_killed_part_is_started_again(keep):
    part = keep(LIVING)
    before = part.process.pid
    die(part)
    assert part.is_dead
    assert part.revive()
    assert not part.is_dead
    assert part.process.pid != before


def test_what_dies_again_and_again_is_given_up(keep):
    part = keep(DYING)
    revived = 0
    while part.process.wait() and part.revive():
        revived += 1
    assert revived == DEATHS - 1


def test_deaths_of_long_ago_do_not_count(keep, monkeypatch):
    part = keep(LIVING)
    now = time.monotonic()
    for minute in range(2 * DEATHS):
        die(part)
        monkeypatch.setattr("portal.demo.keeping.time.monotonic", lambda minute=minute: now + 100 * minute)
        assert part.revive()
