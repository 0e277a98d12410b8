"""A newcomer gets through with `docs/recipes.md` alone: each recipe is followed in a scratch copy of the house."""

import os
import re

import psycopg
import pytest

from tests.journeys import built_demo
from tests.recipes import rules, words  # noqa: F401 they register the recipes
from tests.recipes.newcomer import RECIPES, ROOT, Newcomer

DATABASE = "recipes"


@pytest.fixture
def newcomer(tmp_path):
    """With an own database beside that of the tests."""
    server = os.environ["DATABASE_URL"]
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"drop database if exists {DATABASE} with (force)")
        connection.execute(f"create database {DATABASE}")
        yield Newcomer(tmp_path / "house", built_demo.database(server, DATABASE))
        connection.execute(f"drop database if exists {DATABASE} with (force)")


def test_every_recipe_is_followed_here():
    assert sorted(RECIPES) == sorted(re.findall(r"^## (.+)$", (ROOT / "docs/recipes.md").read_text(), re.MULTILINE))


def test_who_follows_all_recipes_gets_a_house_in_order_and_every_new_page_answers(newcomer):
    seen_by = [test for follow in RECIPES.values() for test in follow(newcomer)]
    newcomer.manage("makemigrations", "--no-header", "--name", "recipes")
    newcomer.translate()
    newcomer.run("-m", "ruff", "format", "-q", ".")
    newcomer.run("-m", "ruff", "check", "--fix", "-q", ".")
    newcomer.manage("catalogues", "--check")
    newcomer.run("-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", "tests/test_house.py", *dict.fromkeys(seen_by))
