"""The handbook for staff: twelve tasks. Each row has a slug and, per language, title, lead, blocks and what its picture
shows; the pictures lie beside as `<slug>-<language>.avif`, made by `python -m tests.handbook_shots`."""

from portal.demo.content.handbook.handling import HANDLING
from portal.demo.content.handbook.writing import WRITING

CHAPTERS = [*WRITING, *HANDLING]
BOOK = {
    "de": ("Handbuch", "Kurze Seiten für den Alltag in der Geschäftsstelle, eine Aufgabe je Seite."),
    "en": ("Handbook", "Short pages for the daily work of the office, one task each."),
}
