"""The building code: what holds for the whole house."""

import ast
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest
from django.core.management import call_command
from wagtail.snippets.models import get_snippet_models

from portal.language import catalogues

ROOT = Path(__file__).resolve().parent.parent
OURS = ("portal", "home", "events", "marketplace")


def sources() -> list[Path]:
    return [p for top in OURS for p in (ROOT / top).rglob("*.py") if "migrations" not in p.parts]


def functions() -> list[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Each with the file it stands in, methods included."""
    return [
        (path.relative_to(ROOT).as_posix(), node)
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_imports_go_down_only():
    lint = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_no_migration_is_missing(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def _entries():
    return [(room, entry) for room in sorted(set(catalogues.ROOMS.values())) for entry in catalogues.catalogue(room)]


def test_lint_names_exactly_the_message_that_lacks_its_german(capsys, monkeypatch):
    books = {room: catalogues.catalogue(room) for room in set(catalogues.ROOMS.values())}
    lost = books["home"].pop()
    monkeypatch.setattr(catalogues, "catalogue", books.get)
    with pytest.raises(SystemExit):
        call_command("catalogues", check=True)
    assert capsys.readouterr().out == f"home: {lost.msgid!r}\n"


def test_one_message_has_one_german_in_all_rooms():
    said = defaultdict(set)
    for _, entry in _entries():
        said[entry.msgctxt, entry.msgid].add(entry.msgstr)
    assert {key: words for key, words in said.items() if len(words) > 1} == {}


def test_placeholders_survive_translation():
    def placeholders(text):
        return sorted(re.findall(r"%\(\w+\)[sd]|%[sd]|\{\w*\}", text))

    wrong = [
        (room, e.msgid)
        for room, e in _entries()
        if not e.msgid_plural and placeholders(e.msgid) != placeholders(e.msgstr)
    ]
    assert wrong == []


def test_no_room_is_called_utils():
    names = {part.removesuffix(".py") for path in sources() for part in path.relative_to(ROOT).parts}
    assert names & {"utils", "helpers", "common", "core"} == set()


def test_every_test_like_function_is_collected():
    """A test in a class without `Test`, or in a file pytest does not read, would never fail."""
    lost = []
    for path in (ROOT / "tests").rglob("*.py"):
        for node in ast.parse(path.read_text()).body:
            if (
                isinstance(node, ast.FunctionDef)
                and node.name.startswith("test_")
                and not path.name.startswith("test_")
            ):
                lost.append(f"{path}:{node.name}")
    assert lost == []


def test_only_the_settings_read_the_environment():
    """`portal.database.embedded` and the commands that start processes are the two stated exceptions."""
    allowed = {"embedded.py", "wsgi.py", "demo.py", "backup.py", "restore.py"}
    readers = [
        p.relative_to(ROOT).as_posix()
        for p in sources()
        if "os.environ" in p.read_text() and p.name not in allowed and "settings" not in p.parts
    ]
    assert readers == []


def test_fields_of_the_administration_are_drawn_by_the_tag():
    """Included by itself, Wagtail's template of a field shows an empty box: the tag prepares what it needs."""
    rooms = (ROOT / room for room in ("portal", "home", "events", "marketplace"))
    pages = [page for room in rooms for page in room.rglob("*.html")]
    assert [page.name for page in pages if "shared/formatted_field.html" in page.read_text()] == []


def test_every_list_of_the_admin_can_be_searched_filtered_exported_and_looked_into():
    lists = [model.snippet_viewset for model in get_snippet_models()]
    wanting = [
        (one.model.__name__, what)
        for one in lists
        for what in ("search_fields", "list_export", "inspect_view_enabled")
        if not getattr(one, what)
    ]
    wanting += [(one.model.__name__, "filter") for one in lists if not (one.list_filter or one.filterset_class)]
    assert len(lists) > 15
    assert wanting == []


def test_no_module_imports_in_a_circle():
    """Nothing that is imported leads back to who imports it, imports inside functions included."""
    modules = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in sources()}
    above = {name: set() for name in modules}
    for path in sources():
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        package = name.rpartition(".")[0].split(".")
        name = name.removesuffix(".__init__")
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom):
                start = package[: len(package) - node.level + 1] if node.level else []
                base = ".".join([*start, *([node.module] if node.module else [])])
                names = {f"{base}.{one.name}" for one in node.names}
                above[name] |= ((names & modules) or ({base} & modules)) - {name}
    while free := [name for name, used in above.items() if not used]:
        for name in free:
            del above[name]
        for used in above.values():
            used.difference_update(free)
    assert above == {}


def test_no_function_takes_more_than_eight_things():
    """Beside who acts, when, and in which language. What is said at greater length is a value, such as a `Signup`."""
    beside = {"self", "cls", "by", "now", "language"}
    long = [
        f"{file}:{one.name}"
        for file, one in functions()
        if len({arg.arg for arg in (*one.args.posonlyargs, *one.args.args, *one.args.kwonlyargs)} - beside) > 8
    ]
    assert long == []


def test_no_file_is_longer_than_400_lines():
    """Whatever people write by hand, tests included; a first migration is as long as its models."""
    kinds = {".py", ".html", ".css", ".js", ".typ"}
    files = [p for top in (*OURS, "tests") for p in (ROOT / top).rglob("*") if p.suffix in kinds]
    long = [
        path.relative_to(ROOT).as_posix()
        for path in files
        if "migrations" not in path.parts and len(path.read_text().splitlines()) > 400
    ]
    assert long == []


def test_only_apps_import_our_modules_late():
    """An `AppConfig` is loaded before there are models; everybody else says at the top of the file what is needed."""
    late = [
        f"{file}:{one.name}"
        for file, one in functions()
        for node in ast.walk(one)
        if not file.endswith("/apps.py") and _imports_ours(node)
    ]
    assert late == []


def _imports_ours(node: ast.AST) -> bool:
    if isinstance(node, ast.ImportFrom):
        return node.level > 0 or node.module.split(".")[0] in OURS
    return isinstance(node, ast.Import) and any(one.name.split(".")[0] in OURS for one in node.names)
