"""The three sections, each with a face of its own.

Keys: slug, name_de, name_en, accent (hex, at least 4.5:1 on white), intro_de, intro_en, body_de, body_en (blocks),
roles (person, institution, function: chair, deputy, lead, member; from_days, to_days: None while it lasts),
fields (slugs), contact (person), next_meeting (event slug or None), next_meeting_days, picture (motif, seed).
"""


def _role(person, institution, function, from_days=-400, to_days=None):
    return {
        "person": person,
        "institution": institution,
        "function": function,
        "from_days": from_days,
        "to_days": to_days,
    }


def _text(*paragraphs):
    return [{"type": "paragraph", "text": text} for text in paragraphs]


SECTIONS = [
    {
        "slug": "medizintechnik",
        "name_de": "Medizintechnik",
        "name_en": "Medical technology",
        "accent": "#3F3D9E",
        "intro_de": "Unternehmen, Kliniken und Hochschulen, die Geräte und Software für die Medizin entwickeln. Die Sektion wird von ihren Mitgliedern geführt, nicht von der Geschäftsstelle.",
        "intro_en": "Companies, hospitals and universities that develop devices and software for medicine. The section is run by its members, not by the office.",
        "body_de": _text(
            "Medizintechnik und Biotechnologie haben mehr gemeinsam, als ihre Verbände vermuten lassen: Ein Sensor im Bioreaktor und ein Sensor am Krankenbett stellen dieselben Fragen. Die Sektion sucht diese Schnittmenge und arbeitet dort, wo beide gewinnen.",
            "Jedes Quartal trifft sich die Themengruppe und entscheidet, was als Nächstes kommt. Zuletzt ging es um den Energiebedarf von Reinräumen und um ein Treffen für alle, die mitmachen möchten.",
        ),
        "body_en": _text(
            "Medical technology and biotechnology have more in common than their associations suggest: a sensor in a bioreactor and a sensor at the bedside raise the same questions. The section looks for this overlap and works where both sides gain.",
            "The theme group meets every quarter and decides what comes next. Most recently it dealt with the energy demand of cleanrooms and with a gathering for everyone who wants to join in.",
        ),
        "roles": [
            _role("thomas-ridder", "ruhrfluss-mikrosysteme", "chair", -365),
            _role("carolin-haas", "bildraum-medical", "deputy", -365),
            _role("david-okafor", "medecon-ruhr", "lead", -365),
            _role("christoph-pieper", "herzzentrum-herne", "member", -200),
            _role("pawel-zielinski", "sensoria-ruhr", "member", -90),
            _role("ulrike-tegethoff", "glueckauf-diagnostics", "chair", -900, -366),
        ],
        "fields": ["medical-devices", "medical-microtechnology", "medical-it", "medical-imaging"],
        "contact": "david-okafor",
        "next_meeting": "sektionstreffen-medizintechnik",
        "next_meeting_days": 27,
        "picture": ("chip", 4),
    },
    {
        "slug": "bioprozesstechnik",
        "name_de": "Bioprozesstechnik",
        "name_en": "Bioprocess engineering",
        "accent": "#0B5C66",
        "intro_de": "Kultivieren, ernten, reinigen: Die Sektion bündelt, was die Region an Fermentation, Zellkultur und Aufarbeitung kann, und baut das Kataster Bioprozesstechnik auf.",
        "intro_en": "Cultivate, harvest, purify: the section gathers what the region can do in fermentation, cell culture and downstream processing, and is building the bioprocess register.",
        "body_de": _text(
            "Zwischen dem Milliliter im Labor und dem Kubikmeter in der Produktion liegen viele Schritte, die ein Unternehmen selten alle allein gehen kann. Hier finden sich Anlagen dazwischen und Menschen, die wissen, woran ein Prozess beim Vergrößern scheitert.",
            "Die Mitglieder melden freie Läufe, tauschen Erfahrungen zu Sensorik und Modellierung aus und tragen die Einträge des künftigen Katasters zusammen.",
        ),
        "body_en": _text(
            "Between a millilitre in the laboratory and a cubic metre in production lie many steps that a company can seldom take all by itself. Here you find the plants in between and people who know why a process fails when it grows.",
            "Members report free runs, exchange experience on sensors and modelling, and collect the entries of the register to come.",
        ),
        "roles": [
            _role("stefan-budde", "ibv", "chair", -300),
            _role("dirk-westermann", "hellweg-fermentation", "deputy", -300),
            _role("tariq-hamidi", "bio-security", "member", -300),
            _role("joana-silva", "emscher-biotech", "member", -120),
            _role("inga-brune", "lippe-enzymtechnik", "member", -60),
        ],
        "fields": ["bioprocess-engineering", "downstream-processing", "cell-culture"],
        "contact": "emre-yildirim",
        "next_meeting": None,
        "next_meeting_days": 34,
        "picture": ("fermenter", 2),
    },
    {
        "slug": "biomedizinische-analytik",
        "name_de": "Biomedizinische Analytik",
        "name_en": "Biomedical analytics",
        "accent": "#A33B12",
        "intro_de": "Von der Probe zum belastbaren Ergebnis: Kliniken, Institute und Unternehmen stimmen Verfahren ab und öffnen ihre Messzeit für Partner.",
        "intro_en": "From the sample to a result you can rely on: hospitals, institutes and companies align their methods and open instrument time to partners.",
        "body_de": _text(
            "Neue Diagnostik braucht Proben, Verfahren und einen Nachweis, der einer Prüfung standhält. Die Sektion bringt die Hersteller mit den klinischen Laboren zusammen und achtet darauf, dass Forschung und Befund getrennt bleiben.",
            "Sie baut das Kataster Biomedizinische Analytik auf und bereitet gemeinsam mit der MedEcon Ruhr GmbH die Nutzungspartnerschaften vor.",
        ),
        "body_en": _text(
            "New diagnostics need samples, methods and evidence that stands up to scrutiny. The section brings manufacturers together with clinical laboratories and sees to it that research and clinical reports stay apart.",
            "It is building the biomedical analytics register and prepares usage partnerships together with MedEcon Ruhr GmbH.",
        ),
        "roles": [
            _role("petra-lohmann", "hshl", "chair", -280),
            _role("martin-ellerbrock", "hellweg-klinikum", "deputy", -280),
            _role("johanna-brinkmann", "medecon-ruhr", "lead", -280),
            _role("nadine-scholz", "wiab", "member", -280),
            _role("aylin-demir", "kliniken-ruhrhoehen", "member", -150),
            _role("ulrike-tegethoff", "glueckauf-diagnostics", "member", -150),
        ],
        "fields": ["biomedical-analytics", "diagnostics", "molecular-medicine"],
        "contact": "johanna-brinkmann",
        "next_meeting": None,
        "next_meeting_days": 48,
        "picture": ("plates", 6),
    },
]
