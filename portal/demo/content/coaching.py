"""Coaches, a programme, times and bookings. Days are counted from the first Tuesday that lies four days ahead.

COACHES: person (slug), account (key of the user), craft, topics, languages, bio_de, bio_en.
TIMES: coach, day (offset), at, minutes, weeks (of the series), and what `publishing.publish_slots` wants besides.
BOOKINGS: coach, day and at of the time; guest (position in GUESTS), startup or house, about, goal, stage.
"""

PAGE = {
    "title_de": "Coaching",
    "title_en": "Coaching",
    "lead_de": "Eine Stunde unter vier Augen mit Fachleuten aus der Region. Für Gründungen und Start-ups kostenfrei; suchen Sie sich einen Termin aus.",
    "lead_en": "An hour in private with specialists from the region. Free of charge for founders and start-ups; choose your time.",
}

TOPICS = [
    ("patents", "Schutzrechte", "Property rights"),
    ("founding", "Gründung und Finanzplan", "Founding and financial plan"),
    ("funding", "Förderung", "Funding"),
    ("contracts", "Verträge", "Contracts"),
]

PROGRAMME = {
    "name_de": "Gründungscoaching Life Sciences",
    "name_en": "Life-science start-up coaching",
    "project": "klic-2-go",
    "hours": 5,
    "hourly_value": "95.00",
}

COACHES = [
    {
        "person": "vera-holtkamp",
        "account": "patentagentur-westfalen",
        "craft": "lawyer",
        "topics": ["patents", "contracts"],
        "languages": ["de", "en"],
        "bio_de": "Ich melde seit fünfzehn Jahren Patente für Hochschulen und junge Firmen an, vor allem in Diagnostik und Bioprozesstechnik.\n\nBringen Sie mit, was Sie haben: eine Skizze, ein Poster, drei Sätze. Wir klären, was neu ist, was schon öffentlich war und ob sich eine Anmeldung lohnt.",
        "bio_en": "For fifteen years I have filed patents for universities and young companies, mostly in diagnostics and bioprocess engineering.\n\nBring what you have: a sketch, a poster, three sentences. We find out what is new, what has been public already and whether filing is worth it.",
    },
    {
        "person": "moritz-grewe",
        "account": "kammer-ruhr-lippe",
        "craft": "expert",
        "topics": ["founding"],
        "languages": ["de"],
        "bio_de": "Rechtsform, Finanzplan, erste Mitarbeitende: Ich begleite Gründungen vom ersten Gespräch bis zum Handelsregister und sage auch, wenn sich etwas nicht rechnet.",
        "bio_en": "Legal form, financial plan, first employees: I accompany founders from the first talk to the commercial register, and I also say when something does not pay.",
    },
    {
        "person": "tanja-overbeck",
        "account": "wirtschaftsfoerderung-hellweg",
        "craft": "expert",
        "topics": ["funding", "founding"],
        "languages": ["de", "en"],
        "bio_de": "Welche Förderung passt, was muss im Antrag stehen, welche Frist zählt? Nach unserem Gespräch wissen Sie, welche zwei Programme Sie weiterverfolgen und welche zehn nicht.",
        "bio_en": "Which funding suits you, what must an application say, which deadline counts? After our talk you know which two programmes to pursue and which ten not to.",
    },
]


def _time(coach, day, at, minutes=60, weeks=1, **details):
    return {"coach": coach, "day": day, "at": at, "minutes": minutes, "weeks": weeks, **details}


def _online(coach, *times, **details):
    """In the coach's own room."""
    room = f"https://treffen.portal.example/{coach}"
    return _time(coach, *times, mode="online", online_url=room, **details)


BOCHUM = {"mode": "on_site", "place": "Kammer Ruhr-Lippe, Bochum, Raum 2.14"}
SOEST = {"mode": "on_site", "place": "Wirtschaftsförderung Hellweg, Soest, 1. OG"}

TIMES = [
    # Tuesdays at two all three are free: the time for panels.
    _online("vera-holtkamp", 0, "14:00", weeks=6, buffer_after=15),
    _online("moritz-grewe", 0, "14:00", weeks=6, buffer_after=15),
    _online("tanja-overbeck", 0, "14:00", weeks=6, buffer_after=15),
    _online("vera-holtkamp", 0, "16:00", weeks=4, topic="patents", language="en"),
    _online("vera-holtkamp", 2, "16:00", minutes=90, weeks=2, topic="contracts", seats=6),
    _time("moritz-grewe", 1, "09:00", minutes=45, weeks=6, topic="founding", needs_confirmation=True, **BOCHUM),
    _time("moritz-grewe", 1, "10:00", minutes=45, weeks=6, topic="founding", needs_confirmation=True, **BOCHUM),
    _time("tanja-overbeck", 3, "10:00", weeks=4, topic="funding", **SOEST),
    # Gone by.
    _online("vera-holtkamp", -21, "14:00"),
    _time("moritz-grewe", -34, "09:00", minutes=45, topic="founding", **BOCHUM),
    _time("tanja-overbeck", -95, "10:00", topic="funding", **SOEST),
]


def _booking(when, guest, about, goal="", stage="idea", house="", minutes=None, outcome=""):
    """One booking; `when` is (coach, day, at)."""
    coach, day, at = when
    return {
        "coach": coach,
        "day": day,
        "at": at,
        "guest": guest,
        "about": about,
        "goal": goal,
        "stage": stage,
        "house": house,
        "minutes": minutes,
        "outcome": outcome,
    }


# fmt: off
ZELLSCHMIEDE = {"house": "zellschmiede", "stage": "young"}

BOOKINGS = [
    _booking(("vera-holtkamp", -21, "14:00"), 0, "Unser Verfahren steht auf einem Poster. Ist eine Anmeldung noch möglich?", "Wissen, ob wir anmelden", minutes=55, outcome="Schonfrist in den USA nutzen, Recherche beauftragt", **ZELLSCHMIEDE),
    _booking(("moritz-grewe", -34, "09:00"), 0, "Zweite Finanzierungsrunde: Welche Zahlen erwartet eine Bank?", "Finanzplan bis zum Jahresende", minutes=60, outcome="Liquiditätsplan überarbeitet", **ZELLSCHMIEDE),
    _booking(("tanja-overbeck", -95, "10:00"), 2, "Passt ZIM oder eher GRÜNDUNG.NRW zu uns?", "Ein Antrag bis zum Sommer", "young", minutes=60, outcome="Skizze für ein ZIM-Projekt"),
    # The first Tuesday with the patent attorney is taken, two wait.
    _booking(("vera-holtkamp", 0, "14:00"), 2, "Freedom to operate für unseren Schnelltest", "Die drei kritischen Patente kennen", "young"),
    _booking(("vera-holtkamp", 0, "14:00"), 5, "Prüfung eines Lizenzvertrags mit der Hochschule", "", "founding"),
    _booking(("vera-holtkamp", 0, "14:00"), 12, "Marke oder Patent: Was zuerst?", "", "idea"),
    _booking(("vera-holtkamp", 7, "14:00"), 0, "Anmeldung: Ansprüche durchsprechen", "Fertiger Entwurf", **ZELLSCHMIEDE),
    _booking(("vera-holtkamp", 2, "16:00"), 8, "How do we share results with a partner in Bochum?", "", "research"),
    _booking(("vera-holtkamp", 2, "16:00"), 9, "Geheimhaltung vor dem ersten Gespräch mit einem Konzern", "", "growing"),
    _booking(("moritz-grewe", 1, "09:00"), 5, "GmbH oder UG, und wer haftet wofür?", "Entscheidung über die Rechtsform", "founding"),
]
# fmt: on
