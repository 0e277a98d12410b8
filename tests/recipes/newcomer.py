"""Somebody who has nothing but the recipes, and a copy of the house to work in."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent.parent
LEFT_OUT = (".venv", ".git", "var", "__pycache__", ".*_cache")

RECIPES: dict[str, Callable[["Newcomer"], list[str]]] = {}


def recipe(heading: str):
    """Register who follows the recipe of this heading: does what it says and returns the tests that must see it."""

    def register(follow):
        RECIPES[heading] = follow
        return follow

    return register


class Newcomer:
    """Works in `house`. `german` collects what `make messages` would list: English to German by room."""

    def __init__(self, house: Path, database_url: str):
        shutil.copytree(ROOT, house, ignore=shutil.ignore_patterns(*LEFT_OUT))
        self.house, self.german = house, {}
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "TEST_TEMPLATE"))}
        self.environment = kept | {"DATABASE_URL": database_url, "TEST_BEGINS_WITH": os.environ["TEST_TEMPLATE"]}

    def write(self, path: str, text: str) -> None:
        """A new file; the recipe must not ask for one that is there."""
        file = self.house / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x") as new:
            new.write(text)

    def add(self, path: str, text: str, *, before: str = "", after: str = "") -> None:
        """`text` before or after a place that stands once in the file, else at its end."""
        file = self.house / path
        known, place = file.read_text(), before or after
        if place and known.count(place) != 1:
            raise LookupError(f"{path}: {place!r} stands there {known.count(place)} times")
        if not place:
            file.write_text(known + text)
        else:
            file.write_text(known.replace(place, text + place if before else place + text))

    def say(self, room: str, words: dict[str, str]) -> None:
        """The German of new texts, by their English."""
        self.german.setdefault(room, {}).update(words)

    def translate(self) -> None:
        """`make messages`, then a German text for everything that it lists."""
        self.manage("catalogues")
        for room, words in self.german.items():
            book = polib.pofile(str(self.house / "locale" / "de" / f"{room}.po"), wrapwidth=110)
            for entry in book.untranslated_entries():
                entry.msgstr = words[entry.msgid]
            book.save()

    def manage(self, *command: str) -> None:
        self.run("manage.py", *command)

    def run(self, *command: str) -> None:
        done = subprocess.run(
            [sys.executable, *command], cwd=self.house, env=self.environment, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{' '.join(command)[:200]}\n{done.stdout[-6000:]}\n{done.stderr[-3000:]}"
