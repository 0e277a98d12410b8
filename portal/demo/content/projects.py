"""Funders and projects.

FUNDERS keys: slug, emblem ("eu" or ""), name_de, name_en, sentence_de, sentence_en (what must be said), url.
PROJECTS keys: slug, acronym, title_de, title_en, start (ISO date or None), end (ISO date or None), start_days,
end_days (offsets instead of absolute dates), status (finished, running, planned), predecessor (slug or None),
partners (institution, role: lead, partner, work_package_lead), work_packages (number, title_de, title_en, lead),
funders (funder, sentence_de, sentence_en: None where the funder's own sentence stands), summary_de, summary_en,
goals_de, goals_en, measures_de, measures_en, benefits_de, benefits_en, outcomes_de, outcomes_en (lists),
contacts (person slugs), picture (motif, seed).
"""

FUNDERS = [
    {
        "slug": "efre",
        "emblem": "eu",
        "name_de": "Europäische Union, Europäischer Fonds für regionale Entwicklung (EFRE)",
        "name_en": "European Union, European Regional Development Fund (ERDF)",
        "sentence_de": "Kofinanziert von der Europäischen Union",
        "sentence_en": "Co-funded by the European Union",
        "url": "https://www.efre.nrw",
    },
    {
        "slug": "land-nrw",
        "emblem": "",
        "name_de": "Land Nordrhein-Westfalen",
        "name_en": "State of North Rhine-Westphalia",
        "sentence_de": "Gefördert durch das Land Nordrhein-Westfalen",
        "sentence_en": "Funded by the State of North Rhine-Westphalia",
        "url": "https://www.land.nrw",
    },
    {
        "slug": "stiftung-hellwegbogen",
        "emblem": "",
        "name_de": "Stiftung Hellwegbogen",
        "name_en": "Hellwegbogen Foundation",
        "sentence_de": "Ermöglicht durch die Stiftung Hellwegbogen",
        "sentence_en": "Made possible by the Hellwegbogen Foundation",
        "url": "https://stiftung-hellwegbogen.example",
    },
]


def _partner(institution, role="partner"):
    return {"institution": institution, "role": role}


def _package(number, title_de, title_en, lead):
    return {"number": number, "title_de": title_de, "title_en": title_en, "lead": lead}


def _funding(funder, sentence_de=None, sentence_en=None):
    return {"funder": funder, "sentence_de": sentence_de, "sentence_en": sentence_en}


PROJECTS = [
    {
        "slug": "klic-ruhr",
        "acronym": "KLIC.Ruhr",
        "title_de": "Kompetenzverbund Life Sciences.Ruhr",
        "title_en": "Life Sciences.Ruhr competence network",
        "start": "2019-07-01",
        "end": "2023-06-30",
        "start_days": None,
        "end_days": None,
        "status": "finished",
        "predecessor": None,
        "partners": [
            _partner("bioindustry", "lead"),
            _partner("tz-bochum"),
            _partner("tz-boenen"),
            _partner("tz-dortmund"),
            _partner("tz-witten"),
        ],
        "work_packages": [
            _package(1, "Coaching und Matching", "Coaching and matching", "bioindustry"),
            _package(2, "Sharingplattform", "Sharing platform", "bioindustry"),
        ],
        "funders": [_funding("efre"), _funding("land-nrw")],
        "summary_de": "Von 2019 bis 2023 hat der BioIndustry e.V. mit den Technologiezentren in Bochum, Bönen, Dortmund und Witten den Austausch zwischen Forschung und Betrieben auf feste Füße gestellt. Aus Einzelkontakten wurde ein Verfahren: Bedarf aus der Industrie gelangt in die Labore, Wissen aus den Laboren in die Betriebe.",
        "summary_en": "From 2019 to 2023 BioIndustry e.V. and the technology centres in Bochum, Bönen, Dortmund and Witten put the exchange between research and business on a firm footing. Chance contacts became a procedure: what industry needs reaches the laboratories, and what the laboratories know reaches companies.",
        "goals_de": [
            "Mehr Gründungen und mehr angemeldete Patente in den Lebenswissenschaften",
            "Ein verlässlicher Weg für Anfragen in beide Richtungen",
            "Bessere Auslastung teurer Spezialgeräte",
        ],
        "goals_en": [
            "More start-ups and more patent applications in the life sciences",
            "A reliable path for enquiries in both directions",
            "Better use of costly special equipment",
        ],
        "measures_de": [
            "Coachings und Matchings für Forschende, Start-ups und Gründungsinteressierte",
            "Eine Plattform, auf der freie Gerätezeit und Dienstleistungen sichtbar und buchbar sind",
            "Feste Ansprechpersonen in vier Technologiezentren",
        ],
        "measures_en": [
            "Coaching and matching events for researchers, start-ups and would-be founders",
            "A platform where free equipment time and services can be seen and booked",
            "Named contacts in four technology centres",
        ],
        "benefits_de": [
            "Junge Firmen sparen Anschaffungen und beginnen früher",
            "Hochschulen nutzen ihre Geräte länger und besser",
            "Die Region kennt ihre eigenen Möglichkeiten",
        ],
        "benefits_en": [
            "Young companies save investments and start earlier",
            "Universities use their equipment longer and better",
            "The region knows its own possibilities",
        ],
        "outcomes_de": [
            "Die Sharingplattform läuft und wird im Nachfolgeprojekt KLIC.2.go ausgebaut.",
            "Vier Technologiezentren arbeiten mit einem gemeinsamen Beratungsweg.",
        ],
        "outcomes_en": [
            "The sharing platform is running and is being extended in the successor project KLIC.2.go.",
            "Four technology centres work with one common advisory path.",
        ],
        "contacts": ["miriam-osthoff"],
        "picture": ("skyline_ruhr", 3),
    },
    {
        "slug": "klic-2-go",
        "acronym": "KLIC.2.go",
        "title_de": "Intelligente Spezialisierung des Kompetenzverbundes Life Sciences.Ruhr",
        "title_en": "Smart specialisation of the Life Sciences.Ruhr competence network",
        "start": None,
        "end": None,
        "start_days": -240,
        "end_days": 855,
        "status": "running",
        "predecessor": "klic-ruhr",
        "partners": [
            _partner("bioindustry", "lead"),
            _partner("medecon-ruhr", "work_package_lead"),
            _partner("bio-security"),
            _partner("hshl"),
        ],
        "work_packages": [
            _package(1, "Kataster Bioprozesstechnik", "Bioprocess engineering register", "bio-security"),
            _package(2, "Kataster Biomedizinische Analytik", "Biomedical analytics register", "hshl"),
            _package(3, "Klinische Kapazitäten und Diagnostik", "Clinical capacity and diagnostics", "medecon-ruhr"),
            _package(
                4,
                "Laborgerätebörse und neue Transferformate",
                "Equipment exchange and new transfer formats",
                "bioindustry",
            ),
        ],
        "funders": [_funding("efre"), _funding("land-nrw")],
        "summary_de": "KLIC.2.go baut auf KLIC.Ruhr auf und geht fachlich in die Tiefe. Zwei Schwerpunkte stehen im Mittelpunkt: Bioprozesstechnik und biomedizinische Analytik. Für beide entsteht ein Kataster, das Geräte, Kompetenzen und Bedingungen des Zugangs zeigt und mit der Sharingplattform verbunden wird. Einen eigenen Teil verantwortet die MedEcon Ruhr GmbH: Wie können Kliniken und Unternehmen moderne Labore gemeinsam auslasten?",
        "summary_en": "KLIC.2.go builds on KLIC.Ruhr and goes deeper. Two focal points stand at its centre: bioprocess engineering and biomedical analytics. For each a register is being built that shows equipment, competences and terms of access and is connected with the sharing platform. One part lies in the hands of MedEcon Ruhr GmbH: how can hospitals and companies use modern laboratories together?",
        "goals_de": [
            "Kapazitäten und Kompetenzen in Ruhr und Westfalen sichtbar machen",
            "Klinische Labore besser auslasten, ohne die Versorgung zu stören",
            "Ausgemusterte Geräte weitergeben statt entsorgen",
        ],
        "goals_en": [
            "Make capacity and competence in Ruhr and Westphalia visible",
            "Use clinical laboratories better without disturbing patient care",
            "Pass on retired equipment instead of scrapping it",
        ],
        "measures_de": [
            "Zwei Kataster mit klaren Angaben zum Zugang",
            "Nutzungspartnerschaften zwischen Kliniken und Industrie, zuerst in der Bioanalytik",
            "Eine Erhebung, wie eine Gerätebörse aussehen muss, damit sie genutzt wird",
        ],
        "measures_en": [
            "Two registers with clear statements on access",
            "Usage partnerships between hospitals and industry, starting with bioanalytics",
            "A survey on what an equipment exchange must look like to be used",
        ],
        "benefits_de": [
            "Weniger Doppelanschaffungen",
            "Neue Einnahmen für Labore mit freier Zeit",
            "Diagnostik aus der Region kommt schneller zum Nachweis",
        ],
        "benefits_en": [
            "Fewer duplicate purchases",
            "New income for laboratories with free time",
            "Diagnostics from the region reach their proof sooner",
        ],
        "outcomes_de": ["Beide Kataster sind im Aufbau.", "Die Laborgerätebörse läuft im Probebetrieb."],
        "outcomes_en": ["Both registers are being built.", "The equipment exchange runs on trial."],
        "contacts": ["emre-yildirim", "johanna-brinkmann"],
        "picture": ("network", 7),
    },
    {
        "slug": "bildpartner-ruhr",
        "acronym": "BildPartner.Ruhr",
        "title_de": "Vorstudie: Radiologische Bildgebung gemeinsam nutzen",
        "title_en": "Preliminary study: sharing radiological imaging",
        "start": None,
        "end": None,
        "start_days": 120,
        "end_days": 480,
        "status": "planned",
        "predecessor": None,
        "partners": [
            _partner("medecon-ruhr", "lead"),
            _partner("kliniken-ruhrhoehen"),
            _partner("zbb"),
            _partner("bildraum-medical"),
        ],
        "work_packages": [
            _package(1, "Freie Zeiten und rechtlicher Rahmen", "Free time and legal framework", "kliniken-ruhrhoehen"),
            _package(2, "Daten, Pseudonyme, Auswertung", "Data, pseudonyms, evaluation", "bildraum-medical"),
        ],
        "funders": [
            _funding("land-nrw"),
            _funding(
                "stiftung-hellwegbogen",
                "Die Stiftung Hellwegbogen unterstützt die Vorstudie zur gemeinsamen Bildgebung",
                "The Hellwegbogen Foundation supports the preliminary study on shared imaging",
            ),
        ],
        "summary_de": "Kernspin- und Computertomografen sind teuer und nachts oft ungenutzt. Die Vorstudie prüft, ob das Modell der Labornutzung auf die radiologische Bildgebung übertragbar ist: mit Strahlenschutz, Vorrang der Versorgung und sauberer Trennung der Verträge.",
        "summary_en": "Magnetic resonance and computed tomography scanners are costly and often idle at night. The study examines whether the model of sharing laboratories can be carried over to radiological imaging: with radiation protection, priority for patients and a clean separation of contracts.",
        "goals_de": ["Klären, welche Geräte und Zeiten in Frage kommen", "Einen Mustervertrag erarbeiten"],
        "goals_en": ["Find out which scanners and times come into question", "Draft a model contract"],
        "measures_de": ["Befragung von zwölf Kliniken", "Zwei Probemessungen mit Phantomen"],
        "measures_en": ["A survey of twelve hospitals", "Two trial measurements with phantoms"],
        "benefits_de": ["Hersteller finden klinische Bildgebung in ihrer Nähe", "Kliniken gewinnen planbare Erlöse"],
        "benefits_en": ["Manufacturers find clinical imaging nearby", "Hospitals gain predictable income"],
        "outcomes_de": [],
        "outcomes_en": [],
        "contacts": ["johanna-brinkmann"],
        "picture": ("spectrum", 5),
    },
]
