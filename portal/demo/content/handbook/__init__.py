"""The handbook for staff: twenty-one tasks. Each row has a slug and, per language, title, lead, blocks and what its picture
shows; the pictures lie beside as `<slug>-<language>.webp`, made by `python -m tests.handbook_shots`. What stands in
bold is a word of the screens that `tests.journeys.handbook_screens` names for the chapter."""

from portal.demo.content.handbook.handling import HANDLING
from portal.demo.content.handbook.hosting import HOSTING
from portal.demo.content.handbook.keeping import KEEPING
from portal.demo.content.handbook.writing import WRITING

CHAPTERS = [*WRITING, *HOSTING, *HANDLING, *KEEPING]
BOOK = {
    "de": ("Handbuch", "Kurze Seiten für den Alltag in der Geschäftsstelle, eine Aufgabe je Seite."),
    "en": ("Handbook", "Short pages for the daily work of the office, one task each."),
}
