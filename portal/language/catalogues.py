"""Message catalogues, one per room: `locale/de/<room>.po`, compiled into one `django.mo`.

Source strings are English, so English needs no catalogue. Extraction and compilation are pure Python (polib and the
template engine's own `templatize`): a fresh machine needs no gettext tools.
"""

import ast
import re
from collections import defaultdict
from pathlib import Path

import polib
from django.conf import settings
from django.utils.translation.template import templatize

ROOMS = {
    "portal/look": "look",
    "portal": "portal",
    "home": "home",
    "events/coaching": "coaching",
    "events": "events",
    "marketplace": "marketplace",
}
LOCALE = Path(settings.BASE_DIR) / "locale" / "de"
PLAIN = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy"}
WITH_CONTEXT = {"pgettext", "pgettext_lazy", "npgettext", "npgettext_lazy"}
CALL = re.compile(r"\b(gettext|ngettext|pgettext|npgettext|_)\(")

Message = tuple[str | None, str, str | None]  # context, singular, plural


def extract(root: Path | None = None) -> dict[str, dict[Message, list[str]]]:
    """All messages of the house: room -> (context, singular, plural) -> places."""
    root = root or Path(settings.BASE_DIR)
    found: dict[str, dict[Message, list[str]]] = defaultdict(lambda: defaultdict(list))
    for top in ("portal", "home", "events", "marketplace"):
        for path in sorted((root / top).rglob("*")):
            place = path.relative_to(root).as_posix()
            if "/migrations/" in place or "/static/" in place:
                continue
            for message in _messages_in(path):
                found[_room(place)][message].append(place)
    return found


def catalogue(room: str) -> polib.POFile:
    path = LOCALE / f"{room}.po"
    if path.exists():
        return polib.pofile(str(path), wrapwidth=110)
    book = polib.POFile(wrapwidth=110)
    book.metadata = {
        "Language": "de",
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    book.fpath = str(path)
    return book


def update() -> dict[str, list[str]]:
    """Add missing messages, drop vanished ones; return the untranslated ones by room.

    What another room says already comes with its German: one message has one German in all rooms.
    """
    open_ = {}
    spoken = {_key(e): e for room in set(ROOMS.values()) for e in catalogue(room) if e.translated()}
    for room, messages in extract().items():
        book = catalogue(room)
        known = {_key(e): e for e in book}
        for entry in [entry for key, entry in known.items() if key not in messages]:
            book.remove(entry)
        for (context, singular, plural), places in sorted(messages.items(), key=lambda item: (item[1][0], item[0][1])):
            key = (context, singular, plural)
            entry = known.get(key) or _new_entry(book, *key, spoken.get(key))
            entry.occurrences = [(place, "") for place in dict.fromkeys(places)]
        LOCALE.mkdir(parents=True, exist_ok=True)
        book.save(book.fpath or str(LOCALE / f"{room}.po"))
        open_[room] = [entry.msgid for entry in book if not entry.translated()]
    return open_


def gaps() -> list[str]:
    """What the source says and the catalogues do not say in German; writes nothing."""
    missing = []
    for room, messages in extract().items():
        german = {(e.msgctxt, e.msgid) for e in catalogue(room) if e.translated() and not e.fuzzy}
        missing += [f"{room}: {text!r}" for context, text, _ in messages if (context, text) not in german]
    return missing


def compile_all() -> Path:
    """Write `locale/de/LC_MESSAGES/django.mo` from all rooms."""
    whole = catalogue("_none_")
    seen = set()
    for room in sorted(set(ROOMS.values())):
        for entry in catalogue(room):
            key = (entry.msgctxt, entry.msgid)
            if entry.translated() and key not in seen:
                seen.add(key)
                whole.append(entry)
    target = LOCALE / "LC_MESSAGES" / "django.mo"
    target.parent.mkdir(parents=True, exist_ok=True)
    whole.save_as_mofile(str(target))
    return target


def _key(entry: polib.POEntry) -> Message:
    return entry.msgctxt, entry.msgid, entry.msgid_plural or None


def _new_entry(book, context, singular, plural, spoken: polib.POEntry | None) -> polib.POEntry:
    if plural:
        texts = {"msgid_plural": plural, "msgstr_plural": dict(spoken.msgstr_plural) if spoken else {0: "", 1: ""}}
    else:
        texts = {"msgstr": spoken.msgstr if spoken else ""}
    entry = polib.POEntry(msgctxt=context, msgid=singular, **texts)
    if "%(" in singular:
        entry.flags.append("python-format")
    book.append(entry)
    return entry


def _room(place: str) -> str:
    return next(room for prefix, room in ROOMS.items() if place.startswith(prefix + "/"))


def _messages_in(path: Path):
    if path.suffix == ".py":
        yield from _messages_in_python(ast.parse(path.read_text()))
    elif path.suffix in {".html", ".txt"} and "templates" in path.parts:
        source = templatize(path.read_text(), origin=str(path))
        for match in CALL.finditer(source):
            yield from _messages_in_python(ast.parse(_balanced(source, match.start()), mode="eval"))


def _messages_in_python(tree):
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if name in PLAIN and texts:
            yield None, texts[0], texts[1] if name.startswith("n") and len(texts) > 1 else None
        elif name in WITH_CONTEXT and len(texts) > 1:
            yield texts[0], texts[1], texts[2] if name.startswith("n") and len(texts) > 2 else None


def _balanced(source: str, start: int) -> str:
    """The call that begins at `start`, up to its closing bracket outside of strings."""
    depth, quote, position = 0, None, start
    while position < len(source):
        sign = source[position]
        if quote:
            if sign == "\\":
                position += 1
            elif source.startswith(quote, position):
                position += len(quote) - 1
                quote = None
        elif sign in "\"'":
            quote = sign * 3 if source.startswith(sign * 3, position) else sign
            position += len(quote) - 1
        elif sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
            if depth == 0:
                return source[start : position + 1]
        position += 1
    return "None"
