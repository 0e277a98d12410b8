"""Papers: PDF/UA-1 documents set by Typst. What people typed goes in as data, never as markup."""

import json
from pathlib import Path

import typst

STANDARD = "ua-1"


def pdf(source: Path, data: dict) -> bytes:
    """Set `source`, a `.typ` file that reads `json(bytes(sys.inputs.data))`, as an accessible PDF.

    `data` is JSON-like: texts in the reader's language, numbers already written out. The file sets document title and
    language itself, as PDF/UA demands. Raises typst.TypstError where the source is wrong.
    """
    said = json.dumps(data, ensure_ascii=False)
    return typst.compile(
        str(source),
        root=str(source.parent),
        ignore_system_fonts=True,
        sys_inputs={"data": said},
        pdf_standards=[STANDARD],
    )
