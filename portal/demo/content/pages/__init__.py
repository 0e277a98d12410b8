"""Standard pages, the introductions of the two registers and the order of the menu.

PAGES keys: slug, slug_en, title_de, title_en, lead_de, lead_en, body_de, body_en (blocks), place (menu, footer,
hidden), parent (slug or None), picture (motif, seed).
REGISTER_PAGES keys: register (slug), title_de, title_en, lead_de, lead_en, body_de, body_en (blocks), picture.
MENU: slugs in order; `news`, `events`, `marketplace`, `directory`, `projects` are index pages, the rest stand here.
"""

from portal.demo.content.pages.about import ABOUT
from portal.demo.content.pages.access import ACCESS
from portal.demo.content.pages.legal import LEGAL
from portal.demo.content.pages.registers import REGISTER_PAGES

MENU = ["news", "events", "marketplace", "directory", "sections", "projects", "fuer-gruendungen", "ueber-uns"]

PAGES = [*ABOUT, *LEGAL, *ACCESS]

__all__ = ["MENU", "PAGES", "REGISTER_PAGES"]
