"""One style sheet out of many small ones, without a build step.

People edit `css/tokens.css`, `css/components/card.css` and so on; browsers ask for `look/css/portal.css` only.
The finder joins the parts whenever one of them is newer than the result, so the development server, whitenoise
and `collectstatic` all see the same file through the ordinary staticfiles machinery.
"""

import os
import tempfile
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

BUNDLE = "look/css/portal.css"
PARTS = Path(__file__).parent / "static" / "look" / "css"
FIRST, LAST = ("tokens.css", "base.css", "layout.css"), ("pages.css", "utilities.css", "print.css")


def parts() -> list[Path]:
    """The style sheets in the order in which they are joined: from tokens over components to print."""
    components = sorted((PARTS / "components").glob("*.css"))
    return [PARTS / name for name in FIRST] + components + [PARTS / name for name in LAST]


def joined() -> str:
    """The text of the bundle. All parts lie in or below one directory; only `tokens.css` holds addresses."""
    return "\n".join(part.read_text(encoding="utf-8") for part in parts())


class BundleFinder(BaseFinder):
    """Serves `look/css/portal.css`, joined on demand into `var/static-bundle/`."""

    def __init__(self, app_names=None, *args, **kwargs):
        root = Path(settings.VAR_DIR) / "static-bundle"
        self.storage = FileSystemStorage(location=root)

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        if path.replace(os.sep, "/") != BUNDLE:
            return []
        target = str(self._fresh())
        return [target] if find_all else target

    def list(self, ignore_patterns):
        self._fresh()
        yield BUNDLE, self.storage

    def _fresh(self) -> Path:
        target = Path(self.storage.path(BUNDLE))
        newest = max(part.stat().st_mtime for part in (*parts(), PARTS / "components"))
        if not target.exists() or target.stat().st_mtime < newest:
            self._write(target)
        return target

    @staticmethod
    def _write(target: Path) -> None:
        """Write beside and rename, so that a process that reads at the same time never sees half a file."""
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, suffix=".css")
        with os.fdopen(handle, "w", encoding="utf-8") as half:
            half.write(joined())
        Path(name).chmod(0o644)
        Path(name).replace(target)
