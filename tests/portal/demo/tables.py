"""The demo's content, table by table."""

from portal.demo.content.events import EVENTS, FORMATS
from portal.demo.content.fields import FIELDS
from portal.demo.content.institutions import INSTITUTIONS
from portal.demo.content.listings import LISTINGS
from portal.demo.content.news import NEWS
from portal.demo.content.pages import PAGES, REGISTER_PAGES
from portal.demo.content.people import PEOPLE
from portal.demo.content.projects import FUNDERS, PROJECTS
from portal.demo.content.registers import REGISTERS
from portal.demo.content.sections import SECTIONS
from portal.demo.content.users import MANAGERS, USERS

ACCOUNTS = USERS + MANAGERS
TABLES = {
    "fields": FIELDS,
    "institutions": INSTITUTIONS,
    "people": PEOPLE,
    "projects": PROJECTS,
    "funders": FUNDERS,
    "sections": SECTIONS,
    "news": NEWS,
    "events": EVENTS,
    "formats": FORMATS,
    "listings": LISTINGS,
    "pages": PAGES,
    "registers": REGISTERS,
}


def slugs(name):
    return {row["slug"] for row in TABLES[name]}


def bodies():
    for row in [*NEWS, *PAGES, *REGISTER_PAGES, *SECTIONS]:
        yield row.get("slug") or row["register"], row["body_de"], row["body_en"]
