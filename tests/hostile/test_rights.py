"""The table of rights against every door of the staff, in every role of the staff, reading and writing."""

import os
import re
from copy import copy
from http.cookies import SimpleCookie
from pathlib import Path

import pytest
from django.contrib.auth import middleware
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.template.base import Template
from django.utils.translation import override
from wagtail.snippets.models import get_snippet_models

from portal.accounts.kinds import Role
from portal.look.choosing import SeenChooser, Snippets
from portal.rights import HOUSE_ROLES, ROLES, HouseRight, Right
from portal.sockets import FLOORS
from tests.hostile.staff_doors import right_of, staff_doors, where

ROOT = Path(__file__).parents[2]
SHOWN = ROOT / "docs" / "rights.md"
HEAD = """# Who may do what

Made from `portal/rights.py`, which every check asks and the groups get their permissions from. Whoever has several
roles may do what any of them may. Administrators change the rights of a group under *Settings → Groups*; that survives
a deployment.
"""
HOUSE_HEAD = """
## For an institution

What people may do for an institution that they act for, by their role in it. Nobody accepts their own request, agrees
to their own terms, or notes their own money: somebody else of the institution that offers has to do it.
"""
COLUMNS = dict(zip(ROLES, ("editor", "moderator", "finance", "root"), strict=True))
REFUSED = {"login", "refused", "403"}


@pytest.fixture
def ask(world, as_, monkeypatch):
    """`ask(role, method, path)`: the answer. Pages are not drawn: whether somebody may is told before. Who somebody is,
    what their groups may and what they have set is looked up once for all doors.
    """
    monkeypatch.setattr(Template, "_render", lambda self, context: "")
    monkeypatch.setattr(middleware, "get_user", lambda request: copy(here))
    clients, here = {}, None

    def asked(role: str, method: str, path: str) -> str:
        nonlocal here
        here = world.users[COLUMNS[role]]
        if role not in clients:
            here.get_all_permissions()
            assert not hasattr(here, "wagtail_userprofile")
            clients[role] = as_(COLUMNS[role])
        client = clients[role]
        kept = {name: cookie.value for name, cookie in client.cookies.items()}
        with transaction.atomic():
            response = client.generic(method, path)
            transaction.set_rollback(True)
        client.cookies = SimpleCookie(kept)
        target = response.headers.get("Location", "")
        if target.startswith("/de/admin/"):
            return "404"  # what is not there is looked for in the reader's language
        return "login" if "/konto/login/" in target else "refused" if target == "/admin/" else str(response.status_code)

    return asked


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_door_of_the_staff_opens_to_those_of_the_table_and_to_nobody_else(world, ask, method):
    wrong = []
    for door in staff_doors():
        right, path = right_of(door), where(door, world)
        told = {role: ask(role, method, path) for role in ROLES}
        for role, answer in told.items():
            may = right is not None and role in right.value.roles
            if answer == "405" or (right is not None and set(told.values()) == {"404"}):
                continue
            fits = answer not in REFUSED if may else answer in REFUSED | {"404"}
            if not fits or answer.startswith("5"):
                wrong.append(f"{door.name} {method} {role}: {right and right.name} {answer}")
    assert wrong == []


def test_whoever_decides_about_something_may_see_it():
    sees = {
        Right.SEE_GUESTS: {Right.EXPORT_GUESTS, Right.DECIDE_GUESTS, Right.CHECK_IN, Right.PRINT_NAMES}
        | {Right.WRITE_TO_GUESTS, Right.READ_SPECIAL},
        Right.SEE_COACHING: {Right.EXPORT_COACHING, Right.DECIDE_COACHING, Right.GRANT_HOURS},
        Right.SEE_MARKET: {Right.EXPORT_MARKET, Right.RELEASE_LISTINGS, Right.SORT_MARKET},
        Right.SEE_MONEY: {Right.EXPORT_MONEY, Right.SETTLE_MONEY, Right.PAY_BACK}
        | {Right.CLOSE_MONTHS, Right.REOPEN_MONTHS},
        Right.READ_EVENTS: {Right.WRITE_FACTS, Right.MOVE_EVENTS, Right.PUBLISH_FACTS, Right.DELETE_FACTS},
    }
    blind = {deed.name for see, deeds in sees.items() for deed in deeds if not deed.value.roles <= see.value.roles}
    assert blind == set()


def test_the_documents_show_the_table():
    """After a change: `RECORD_RIGHTS=1 python -m pytest tests/hostile/test_rights.py -k documents`."""
    with override("en"):
        rows = [
            f"| {right.value.label} | " + " | ".join("x" if r in right.value.roles else "" for r in ROLES) + " |"
            for right in Right
        ]
    columns = ["| Deed | " + " | ".join(ROLES) + " |", "|---" + "|:-:" * len(ROLES) + "|"]
    table = "\n".join([HEAD, *columns, *rows, HOUSE_HEAD, *_houses()]) + "\n"
    if os.environ.get("RECORD_RIGHTS"):
        SHOWN.write_text(table)
    assert SHOWN.read_text() == table


def _houses() -> list[str]:
    with override("en"):
        columns = ["| Deed | " + " | ".join(str(Role(role).label) for role in HOUSE_ROLES) + " |"]
        columns.append("|---" + "|:-:" * len(HOUSE_ROLES) + "|")
        return columns + [
            f"| {right.value.label} | " + " | ".join("x" if role in right.roles else "" for role in HOUSE_ROLES) + " |"
            for right in HouseRight
        ]


def test_no_check_asks_beside_the_table():
    """Django's permissions are asked for in one place; what Wagtail asks for a page or a model is no check of ours."""
    asked = re.compile(r"\bhas_perms?\(|permission_required\(|\.is_superuser\b(?! =)")
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for floor in FLOORS
        for path in (ROOT / floor).rglob("*.py")
        for line in path.read_text().splitlines()
        if asked.search(line) and path.name != "rights.py" and "demo" not in path.parts
    ]
    assert found == []


def test_every_chooser_of_the_house_asks_for_the_right_to_see():
    loose = [model.__name__ for model in get_snippet_models() if not isinstance(model.snippet_viewset, Snippets)]
    assert loose == []
    assert {
        m.__name__ for m in get_snippet_models() if not isinstance(m.snippet_viewset.chooser_viewset, SeenChooser)
    } == set()


@pytest.mark.parametrize("name", ["events_registration", "coaching_booking", "marketplace_order", "payments_payment"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_export_asks_for_its_own_right(world, as_, name, kind):
    """Looking stays, taking along goes."""
    exports = {"export_guests", "export_coaching", "export_market", "export_money"}
    finance, path = as_("finance"), f"/admin/snippets/{name.replace('_', '/')}/"
    assert finance.get(path, {"export": kind}).status_code == 200
    Group.objects.get(name="Finance").permissions.remove(*Permission.objects.filter(codename__in=exports))
    assert finance.get(path, {"export": kind}).status_code == 302
    assert "export=" not in finance.get(path).content.decode()
