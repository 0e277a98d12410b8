"""The home page and the face of the site.

SITE keys: name, short_name, claim_de, claim_en, email, phone, street, postal_code, city.
HOME keys: title_*, lead_*, search_label_*, searches_* (words people often look for), doors (slug, title_*, text_*,
target), body_* (blocks), seo_*; each in _de and _en.
"""

SITE = {
    "name": "Kompetenzverbund Life Sciences.Ruhr",
    "short_name": "Life Sciences.Ruhr",
    "claim_de": "Forschen, teilen, gründen in Ruhr und Westfalen",
    "claim_en": "Research, share and found in Ruhr and Westphalia",
    "email": "kontakt@portal.example",
    "phone": "+49 234 00555-110",
    "street": "Am Wissenschaftspark 12",
    "postal_code": "44801",
    "city": "Bochum",
}

HOME = {
    "title_de": "Gemeinsam forschen. Geräte teilen.",
    "title_en": "Research together. Share equipment.",
    "lead_de": "Hochschulen, Kliniken und Unternehmen aus Ruhr und Westfalen finden hier freie Messzeit, gebrauchte Laborgeräte, Partner und Termine.",
    "lead_en": "Universities, hospitals and companies from Ruhr and Westphalia find free instrument time, used laboratory equipment, partners and events here.",
    "search_label_de": "Was suchen Sie?",
    "search_label_en": "What are you looking for?",
    "searches_de": ["Massenspektrometer", "Reinraum", "Matching"],
    "searches_en": ["mass spectrometer", "cleanroom", "matching"],
    "doors": [
        {
            "slug": "book",
            "title_de": "Gerät buchen",
            "title_en": "Book equipment",
            "text_de": "Freie Zeiten sehen und in wenigen Minuten anfragen",
            "text_en": "See free times and ask within minutes",
            "target": "marketplace",
        },
        {
            "slug": "used",
            "title_de": "Gebrauchtes finden",
            "title_en": "Find second-hand",
            "text_de": "Kaufen, leihen oder geschenkt bekommen",
            "text_en": "Buy, borrow or receive as a gift",
            "target": "exchange",
        },
        {
            "slug": "events",
            "title_de": "Zu Terminen anmelden",
            "title_en": "Register for events",
            "text_de": "Vorträge, Matchings, Weiterbildungen",
            "text_en": "Talks, matching, training",
            "target": "events",
        },
        {
            "slug": "coaching",
            "title_de": "Coaching anfragen",
            "title_en": "Ask for coaching",
            "text_de": "Patent, Zulassung, Finanzierung",
            "text_en": "Patents, approval, finance",
            "target": "coaching",
        },
    ],
    "body_de": [
        {"type": "upcoming_events", "count": 4, "more": "Alle Termine und Monatskalender"},
        {"type": "newest_listings", "count": 4, "more": "Alle Angebote"},
        {
            "type": "goal",
            "goals": [
                "Vorhandene Geräte besser nutzen",
                "Wissenschaft und Betriebe verbinden",
                "Gründungen einen Anfang ermöglichen",
            ],
            "measures": [
                "Zwei Kataster mit klaren Angaben zum Zugang",
                "Buchung, Verkauf, Leihe und Schenkung an einem Ort",
                "Coachings und Matchings das ganze Jahr",
            ],
            "benefits": ["Weniger Neuanschaffungen", "Kürzere Wege zur Antwort", "Arbeitsplätze in der Region"],
        },
        {"type": "funding", "project": "klic-2-go"},
    ],
    "body_en": [
        {"type": "upcoming_events", "count": 4, "more": "All events and the month"},
        {"type": "newest_listings", "count": 4, "more": "All listings"},
        {
            "type": "goal",
            "goals": ["Use existing equipment better", "Connect science and companies", "Give start-ups a beginning"],
            "measures": [
                "Two registers with clear statements on access",
                "Booking, sale, loan and gift in one place",
                "Coaching and matching all year round",
            ],
            "benefits": ["Fewer new purchases", "Shorter ways to an answer", "Jobs in the region"],
        },
        {"type": "funding", "project": "klic-2-go"},
    ],
    "seo_de": "Das Portal der Lebenswissenschaften in Ruhr und Westfalen: Geräte buchen, Laborbedarf weitergeben, Veranstaltungen finden.",
    "seo_en": "The life-science portal for Ruhr and Westphalia: book equipment, pass on laboratory goods, find events.",
}

ALL_NEWS = {"de": "Alle Nachrichten", "en": "All news"}

# Introductions above the lists, as (paragraph, …)
DIRECTORY = {
    "title_de": "Mitglieder und Partner",
    "title_en": "Members and partners",
    "intro_de": "Hier finden Sie die Einrichtungen des Verbunds und ihre Partner: Hochschulen, Kliniken, Institute, Unternehmen und Zentren. Filtern Sie nach Ort, Art und Arbeitsfeld; die Zahlen neben den Filtern werden laufend aus den Einträgen ermittelt.",
    "intro_en": "Here you find the institutions of the network and their partners: universities, hospitals, institutes, companies and centres. Filter by place, type and field of work; the figures beside the filters are always counted from the entries.",
}
MARKET = {
    "title_de": "Marktplatz für Geräte und Leistungen",
    "title_en": "Marketplace for equipment and services",
    "intro_de": "Freie Messzeit buchen, Dienstleistungen anfragen, Räume mieten oder gebrauchte Laborgeräte weitergeben. Vertragspartner ist immer die anbietende Einrichtung; der Verbund vermittelt.",
    "intro_en": "Book free instrument time, ask for services, rent rooms or pass on used laboratory equipment. Your contract is always with the institution that offers; the network mediates.",
}
EVENTS_INDEX = {
    "title_de": "Veranstaltungen",
    "title_en": "Events",
    "intro_de": "Coachings, Matchings, Vorträge und Weiterbildungen in der Region und darüber hinaus. Abonnieren Sie den Kalender, dann steht jeder neue Termin auch bei Ihnen.",
    "intro_en": "Coaching, matching, talks and training in the region and beyond. Subscribe to the calendar and each new date will appear in yours.",
}
NEWS_INDEX = {
    "title_de": "Aktuelles",
    "title_en": "News",
    "intro_de": "Meldungen, Pressemitteilungen, Erfolgsgeschichten und Veröffentlichungen aus dem Verbund.",
    "intro_en": "News, press releases, success stories and publications from the network.",
}
SECTIONS_INDEX = {
    "title_de": "Sektionen",
    "title_en": "Sections",
    "intro_de": "Drei Fachgruppen mit eigenem Vorsitz. Jede Einrichtung kann in mehreren mitarbeiten.",
    "intro_en": "Three specialist groups, each with its own chair. Any institution may take part in several.",
}
PROJECTS_INDEX = {
    "title_de": "Projekte",
    "title_en": "Projects",
    "intro_de": "Was der Verbund mit Fördermitteln aufbaut, wer daran beteiligt ist und was davon bleibt.",
    "intro_en": "What the network builds with public funding, who takes part and what remains of it.",
}
