"""Twenty-four events and their formats.

FORMATS keys: slug, name_de, name_en, tone (colour of the badge: book, accent, sale, loan, gift, info).
EVENTS keys (missing facts are None):
slug, format (slug), demo_key (free, full, paid, external, coaching, matching, tomorrow: one canonical row each),
date (ISO, history only) or days (offset) or month_offset (only the month is known), weekend (may fall on one), at "HH:MM", hours,
moved_from_days (the day it stood on before), registration_closes_days, mode (on_site, online, hybrid), online_url, venue, street,
postal_code, city, ags, accessibility_de, accessibility_en, capacity, waiting_list (bool), fee (euro string or None),
project (slug), hosts (institution slugs), section (slug), language, state (normal, past, full, waiting, cancelled,
moved, paid, external, month_precision, registration_closed), reason_de, reason_en (why cancelled or moved),
external_url, registrations (how many the demo makes, waiting ones included), target_groups (startup, sme,
large_firm, university, clinic, public_body, other), speakers (person slugs), contact (person), agenda (time, title_de, title_en,
speaker), title_de, title_en, teaser_de, teaser_en, body_de, body_en (lists of paragraphs), report_de, report_en
(lists of paragraphs or None), picture (motif, seed).
"""

from portal.demo.content.events.coming import COMING
from portal.demo.content.events.past import PAST
from portal.demo.content.events.special import SPECIAL

FORMATS = [
    {"slug": "coaching", "name_de": "Coaching", "name_en": "Coaching", "tone": "book"},
    {"slug": "matching", "name_de": "Matching", "name_en": "Matching", "tone": "accent"},
    {"slug": "workshop", "name_de": "Workshop", "name_en": "Workshop", "tone": "info"},
    {"slug": "talk", "name_de": "Vortrag", "name_en": "Talk", "tone": "book"},
    {"slug": "conference", "name_de": "Konferenz", "name_en": "Conference", "tone": "gift"},
    {"slug": "fair", "name_de": "Messe", "name_en": "Trade fair", "tone": "sale"},
    {"slug": "training", "name_de": "Weiterbildung", "name_en": "Training", "tone": "info"},
    {"slug": "networking", "name_de": "Netzwerktreffen", "name_en": "Networking", "tone": "loan"},
]

EVENTS = [*COMING, *SPECIAL, *PAST]
