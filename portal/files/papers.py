"""Papers: PDF/UA-1 documents set by Typst. What people typed goes in as data, never as markup."""

import json
import logging
from pathlib import Path

import typst

LOG = logging.getLogger(__name__)
STANDARD = "ua-1"
# Our own fonts first, for the same paper everywhere. PDF/UA refuses a sign that no font has, say a Chinese name: then
# the machine's fonts help, and if these lack it too, a paper with an empty box is better than none.
ATTEMPTS = (
    {"ignore_system_fonts": True, "pdf_standards": [STANDARD]},
    {"ignore_system_fonts": False, "pdf_standards": [STANDARD]},
    {"ignore_system_fonts": False},
)


def pdf(source: Path, data: dict) -> bytes:
    """Set `source`, a `.typ` file that reads `json(bytes(sys.inputs.data))`, as an accessible PDF.

    `data` is JSON-like: texts in the reader's language, numbers already written out. The file sets document title and
    language itself, as PDF/UA demands. Raises typst.TypstError where the source is wrong.
    """
    said = {"data": json.dumps(data, ensure_ascii=False)}
    for attempt in ATTEMPTS:
        try:
            return typst.compile(str(source), root=str(source.parent), sys_inputs=said, **attempt)
        except typst.TypstError as error:
            wrong = error
            LOG.warning("%s could not be set with %s", source.name, attempt)
    raise wrong
