"""Papers: PDF/UA-1 documents set by Typst. What people typed goes in as data, never as markup."""

import json
import logging
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

import cvttf_NotoSansCJK_Regular as chinese_japanese_korean
import typst
from django.http import HttpResponse
from django.utils.http import content_disposition_header

LOG = logging.getLogger(__name__)
STANDARD = "ua-1"
FONTS = [str(Path(chinese_japanese_korean.__file__).parent)]
# Our own fonts first, for the same paper everywhere. PDF/UA and PDF/A refuse a sign that no font has, say an emoji:
# then the machine's fonts help, and if these lack it too, a paper with a box in its place is better than none.
ATTEMPTS = (
    {"ignore_system_fonts": True, "is_strict": True},
    {"ignore_system_fonts": False, "is_strict": True},
    {"ignore_system_fonts": False, "is_strict": True, "has_boxes": True},
    {"ignore_system_fonts": False, "is_strict": False},
)
BOX = "\ufffd"
# Latin letters up to here are in every font.
LAST_EUROPEAN = "\u017f"
TRIAL = b'#set document(title: "x")\n#set text(lang: "de")\n#sys.inputs.said'


def download(name: str, content: bytes) -> HttpResponse:
    """A PDF that is saved, not shown."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


def pdf(source: Path, data: dict, *, standards: Sequence[str] = (STANDARD,)) -> bytes:
    """Set `source`, a `.typ` file that reads `json(bytes(sys.inputs.data))`, as a PDF of these `standards`.

    `data` is JSON-like: texts in the reader's language, numbers already written out. The file sets document title and
    language itself, as PDF/UA demands. Raises typst.TypstError where the source is wrong.
    """
    said = {"data": json.dumps(data, ensure_ascii=False)}
    for attempt in ATTEMPTS:
        try:
            return _set(str(source), said, standards, root=str(source.parent), **attempt)
        except typst.TypstError as error:
            wrong = error
            LOG.warning("%s could not be set with %s", source.name, attempt)
    raise wrong


def _set(
    source,
    said: dict,
    standards: Sequence[str],
    *,
    ignore_system_fonts: bool,
    is_strict: bool,
    has_boxes: bool = False,
    **more,
) -> bytes:
    if has_boxes:
        said = {name: _boxed(text) for name, text in said.items()}
    strict = {"pdf_standards": list(standards)} if is_strict else {}
    return typst.compile(
        source, sys_inputs=said, font_paths=FONTS, ignore_system_fonts=ignore_system_fonts, **strict, **more
    )


def unprintable(texts: Iterable[str]) -> list[str]:
    """Those of `texts` that a paper would show with an empty box, because no font of ours or of the machine has a sign
    of theirs. Tried, not looked up: the same program sets the papers.
    """
    texts = list(texts)
    missing = _missing(_rare(texts))
    return [text for text in texts if missing.intersection(text)]


def _boxed(text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, _missing(_rare([text]))), BOX))


def _rare(texts: Iterable[str]) -> str:
    return "".join(sorted({sign for text in texts for sign in text if sign > LAST_EUROPEAN}))


@lru_cache(maxsize=200)
def _missing(signs: str) -> frozenset[str]:
    """The signs that cannot be set, found by halving: mostly all can, and one trial tells."""
    if not signs or _is_printable(signs):
        return frozenset()
    if len(signs) == 1:
        return frozenset(signs)
    half = len(signs) // 2
    return _missing(signs[:half]) | _missing(signs[half:])


def _is_printable(signs: str) -> bool:
    # Each after a letter, for marks that stand on one.
    said = {"said": " ".join(f"a{sign}" for sign in signs)}
    try:
        _set(TRIAL, said, [STANDARD], **ATTEMPTS[1])
    except typst.TypstError:
        return False
    return True
