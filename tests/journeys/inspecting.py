"""What a careful visitor checks on a page: accessibility by axe, nothing wider than the window."""

import json
from functools import cache
from pathlib import Path

import axe_playwright_python

RUN = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
# What another language can lack: a name, an alternative, the language itself. The rest was looked at in the first.
WORDS = CONTRAST | {
    "runOnly": {
        "type": "tag",
        "values": ["cat.name-role-value", "cat.text-alternatives", "cat.language", "cat.forms", "cat.semantics"],
    }
}
# What longer words can break: what is pressed becomes small, what overflows cannot be scrolled by keyboard.
LAYOUT = CONTRAST | {"runOnly": {"type": "rule", "values": ["target-size", "scrollable-region-focusable"]}}

LENGTHEN = r"""() => {
  // Dates and the words of our own controls are as long as they are.
  const still = "svg, script, style, select, textarea, time, button, .week, .month, .segments, .toolbar, .stickybar";
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || node.parentElement.closest(still)) continue;
    node.data = node.data.replace(/\p{L}{3,}/u, word => (word + "elektronenmikroskopie".repeat(3)).slice(0, 60));
  }
}"""


@cache
def _axe() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()


def violations(page, rules: dict = RUN) -> list[str]:
    """One line for each element that breaks a rule."""
    if not page.evaluate("'axe' in window"):
        # Sent by the debugger, so the page's own strict policy stays in force.
        page.evaluate(_axe() + "\n;null")
    found = page.evaluate(f"axe.run(document, {json.dumps(rules)})")["violations"]
    return [
        f"{rule['id']}: {' '.join(node['target'][0]) if isinstance(node['target'][0], list) else node['target'][0]}"
        f" | {node['html'][:160]} | {' '.join((node.get('failureSummary') or '').split())[:260]}"
        for rule in found
        for node in rule["nodes"][:5]
    ]


def overflow(page) -> int:
    """Pixels by which the page is wider than the window."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


def widest(page) -> list[str]:
    """The elements that stick out to the right, for the message."""
    return page.evaluate(
        """() => [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('[popover], .table-scroll'))
            .slice(0, 5).map(e => `${e.tagName}.${e.className} in ${e.parentElement.outerHTML.slice(0, 90)}`)"""
    )


def with_long_words(page) -> None:
    """One word of 60 letters into each text of the page's main part, as an unhappy compound or a path would be."""
    page.evaluate(LENGTHEN)


def switch_language(page):
    """By the page's own switch; the answer to the request. What does not exist has no translation to lead to."""
    if "gibt-es-nicht" in page.url:
        return page.goto(page.url.replace("/de/", "/en/"))
    other = page.locator("nav.lang a:not([aria-current])").first
    return page.goto(other.evaluate("link => link.href"))
