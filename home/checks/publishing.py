"""Publishing checks: what readers or funders would miss on a page, asked on the server.

Each room adds its own in `findings.py`: rules, and functions `(page) -> Iterator[Finding]`, decorated
`@publishing.check(PageModel)`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wagtail.models import Page

from portal import sockets


@dataclass(frozen=True)
class Rule:
    """What a page may be wanting. `advice` fits every page; `is_live`: the browser itself finds it while one types."""

    key: str
    title: str
    advice: str
    is_live: bool = False

    def __post_init__(self):
        _RULES.append(self)


@dataclass(frozen=True)
class Finding:
    """One thing to mend on one page."""

    rule: Rule
    message: str


_RULES: list[Rule] = []
_CHECKS: list[tuple[type, Callable]] = []


def rules() -> list[Rule]:
    """Of all rooms, whether a page breaks them or not."""
    sockets.modules("findings")
    return _RULES


def check(model: type = Page):
    """Register a check for pages of this type."""

    def register(look):
        _CHECKS.append((model, look))
        return look

    return register


def findings(page: Page) -> list[Finding]:
    """Everything to mend on the specific `page` as it stands in memory, saved or not."""
    sockets.modules("findings")
    return [finding for model, look in _CHECKS if isinstance(page, model) for finding in look(page)]


def of_all(pages) -> Iterator[tuple[Page, Finding]]:
    for page in pages:
        for finding in findings(page):
            yield page, finding
