"""Icons, drawn inline so that they need no request and no exception in the content security policy.

`icons.svg` is the sprite people edit: one `<symbol id="name" viewBox="0 0 24 24">` per icon, strokes only.
"""

import re
from functools import cache
from pathlib import Path

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

SPRITE = Path(__file__).parent / "icons.svg"
_SYMBOL = re.compile(r'<symbol id="([\w-]+)" viewBox="0 0 24 24">(.*?)</symbol>', re.DOTALL)


@cache
def all_icons() -> dict[str, str]:
    """Name and drawing of every icon in the sprite."""
    return dict(_SYMBOL.findall(SPRITE.read_text(encoding="utf-8")))


def render(name: str, *, label: str = "", css: str = "") -> SafeString:
    """An `<svg>`; hidden from assistive technology unless it has a label. Unknown names raise KeyError."""
    shape = mark_safe(all_icons()[name])
    role = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="{}" viewBox="0 0 24 24" width="20" height="20" {} focusable="false">{}</svg>',
        f"icon {css}".strip(),
        role,
        shape,
    )
