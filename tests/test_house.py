"""The building code: what holds for the whole house."""

import ast
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest
from django.core.management import call_command
from django.template.loader import get_template
from wagtail import log_actions
from wagtail.snippets.models import get_snippet_models

from marketplace.kinds import Kind
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


def test_no_line_of_a_template_is_too_long_to_read():
    pages = (page for room in OURS for page in (ROOT / room).rglob("*"))
    templates = [page for page in pages if "templates" in page.parts and page.is_file()]
    long = [
        f"{page.relative_to(ROOT)}:{number}"
        for page in templates
        for number, line in enumerate(page.read_text().splitlines(), 1)
        if len(line) > 160
    ]
    assert len(templates) > 200
    assert long == []


def test_every_template_loads_the_tags_that_it_uses():
    names = {
        str(page).partition("/templates/")[2] for room in OURS for page in (ROOT / room).rglob("templates/**/*.html")
    }
    assert len(names) > 200
    for name in sorted(names):
        get_template(name)


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


def test_every_line_of_the_audit_log_has_a_name_for_its_reader():
    """Of actions written out; those made of a state are named in a loop over the states."""
    calls = [node for path in sources() for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    logs = [call.args[1] for call in calls if ast.unparse(call.func) == "log" and len(call.args) > 1]
    actions = {action.value for action in logs if isinstance(action, ast.Constant)}
    assert len(actions) > 20
    log_actions.registry.scan_for_actions()
    assert {action for action in actions if not log_actions.registry.action_exists(action)} == set()


def test_one_function_rounds_money():
    """Half a cent goes up everywhere, which Python's own rounding does not do."""
    rounding = [
        path.relative_to(ROOT).as_posix() for path in sources() if re.search(r"\.quantize\(|ROUND_", path.read_text())
    ]
    assert rounding == ["portal/language/money.py"]


def test_no_kind_of_listing_is_asked_for_by_name():
    """What differs stands in the row of the kind: a new kind is a new row. Examples and the demo may show one."""
    names, values = set(Kind.__members__), set(Kind.values)
    naming = []
    for path in sources():
        place = path.relative_to(ROOT)
        if place.as_posix() == "marketplace/kinds.py" or place.name == "examples.py" or "demo" in place.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            member = isinstance(node, ast.Attribute) and ast.unparse(node.value).split(".")[-1] == "Kind"
            compared = [node.left, *node.comparators] if isinstance(node, ast.Compare) else []
            said = [*compared, node.value] if isinstance(node, ast.keyword) and node.arg == "kind" else compared
            said = [part.value for part in said if isinstance(part, ast.Constant)]
            if (member and node.attr in names) or values.intersection(map(str, said)):
                naming.append(f"{place}:{ast.unparse(node)}")
    pages = [page for room in OURS for page in (ROOT / room).rglob("*.html")]
    compared = re.compile(rf"""kind\s*[!=]=\s*["']({"|".join(sorted(values))})["']""")
    assert naming + [str(page) for page in pages if compared.search(page.read_text())] == []


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


# Files that Django, Wagtail and procrastinate look for by name.
LOOKED_FOR = {"__init__", "admin", "apps", "models", "receivers", "signals", "tasks", "urls", "wagtail_hooks"}
# The sockets of docs/house.md, the last part of their names.
SOCKETS = {
    "approvable",
    "contacts",
    "examples",
    "findings",
    "invariants",
    "letters",
    "names",
    "privacy",
    "turns",
    "withdrawable",
}
MOST_MODULES = 15


def test_a_folder_holds_no_more_than_can_be_seen_at_once():
    """Beside the sockets and what is looked for by name; folders inside are not counted, for each is one room."""
    held = defaultdict(set)
    for path in sources():
        if path.stem not in LOOKED_FOR | SOCKETS:
            held[path.parent.relative_to(ROOT).as_posix()].add(path.stem)
    assert {folder: len(names) for folder, names in held.items() if len(names) > MOST_MODULES} == {}


# What modules of several apps are called, for it means the same in each.
FLOOR_PLAN = {
    "rules": {"verbs", "kinds", "states", "refusals", "consent", "prices", "seating", "retention"},
    "doors": {"views", "admin_views", "form", "manage", "forms", "fields", "filters"},
    "sights": {"pages", "browse", "found", "rows", "tables", "structured", "feeds", "ical", "personal"},
    "words": {"wording", "paper", "phrases"},
    "for trying": {"samples"},
    "administration": {"viewsets", "panel", "report", "decisions", "audit", "office"},
}
# Named as templates load them and as they are typed.
LIBRARIES = {"templatetags", "commands"}


def test_one_word_means_one_thing_in_the_whole_house():
    """A module's name stands in one app only, or on the floor plan. The demo's files are named after what they tell."""
    apps = {path.parent for path in sources() if path.name == "apps.py"}
    stands = defaultdict(set)
    for path in sources():
        if not LIBRARIES & set(path.parts) and ROOT / "portal" / "demo" not in path.parents:
            room = ROOT.joinpath(*path.relative_to(ROOT).parts[:2])
            stands[path.stem].add(next((one for one in path.parents if one in apps), room))
    shared = {name for name, where in stands.items() if len(where) > 1} - LOOKED_FOR - SOCKETS
    assert shared == set().union(*FLOOR_PLAN.values())


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
