"""Rooms and benches of the technology centres and others."""

from portal.demo.content.listings.rows import space

# fmt: off
SPACES = [
    space(
        "laborplatz-s1-dortmund", "lab_space", "tz-dortmund", "leyla-aksoy", "Dortmund",
        (
            "Laborplatz Schutzstufe 1, monatlich",
            "Ein Arbeitsplatz mit vier laufenden Metern Bank in einem Gemeinschaftslabor, dazu Anteil an Abzug, Autoklav, Kühlraum und Spülküche. Strom, Wasser und Abfallentsorgung sind enthalten, Gase nicht. Mindestdauer drei Monate; ein zweiter Platz ist meist frei.",
        ),
        (
            "Laboratory bench, biosafety level 1, monthly",
            "One place with four metres of bench in a shared laboratory, plus a share of fume cupboard, autoclave, cold room and washing-up kitchen. Electricity, water and waste are included, gases are not. Minimum three months; a second place is usually free.",
        ),
        price="590.00", unit="month", biosafety=1, max_hours=8760, access=["startup", "industry"],
    ),
    space(
        "labor-s2-boenen", "lab_space", "tz-boenen", "rolf-temming", "Bönen",
        (
            "Labor Schutzstufe 2 mit Schleuse, 68 m²",
            "Eigenes Labor mit Schleuse, zwei Sicherheitswerkbänken, Handwaschplatz und Durchreicheautoklav auf dem Flur. Die Anzeige bei der Behörde stellen Sie selbst, das Kompetenzzentrum nebenan hilft dabei. Deckenlast 500 kg/m², Lastenaufzug 1,2 m breit.",
        ),
        (
            "Biosafety level 2 laboratory with airlock, 68 m²",
            "A laboratory of your own with airlock, two safety cabinets, hand basin and a pass-through autoclave on the corridor. You notify the authority yourself; the competence centre next door helps you. Floor load 500 kg/m², goods lift 1.2 m wide.",
        ),
        price="18.50", unit="m2_month", biosafety=2, access=["startup", "industry"],
    ),
    space(
        "technikumshalle-boenen", "lab_space", "tz-boenen", "rolf-temming", "Bönen",
        (
            "Technikumsfläche, 120 m², tageweise",
            "Hohe Halle mit Bodenablauf, Dampf, Druckluft, Kühlwasser und Drehstrom bis 63 A. Für Versuchsaufbauten von einem Tag bis zu drei Monaten. Rolltor 3,5 × 4 m, Gabelstapler mit Fahrer auf Anfrage. Kein Explosionsschutz.",
        ),
        (
            "Pilot hall floor, 120 m², by the day",
            "A high hall with floor drain, steam, compressed air, cooling water and three-phase current up to 63 A. For set-ups from one day to three months. Roller door 3.5 × 4 m, forklift with driver on request. No explosion protection.",
        ),
        daily="145.00", unit="day", min_hours=8, max_hours=2160,
    ),
    space(
        "labor-und-buero-bochum", "lab_space", "tz-bochum", "sabine-krol", "Bochum",
        (
            "Labor mit Büro für ein Gründungsteam, 42 m²",
            "Ein ausgebautes Labor mit Spülbecken und Abzug, daneben ein Büro für vier Personen. Gemeinsame Teeküche, Besprechungsraum stundenweise ohne Aufpreis. Möblierung auf Wunsch. Wer aus KLIC.2.go kommt, kann sechs Monate mit kurzer Kündigungsfrist starten.",
        ),
        (
            "Laboratory with office for a founding team, 42 m²",
            "A fitted laboratory with sink and fume cupboard, next to it an office for four. Shared tea kitchen, meeting room by the hour at no extra charge. Furniture on request. Those who come from KLIC.2.go can start with six months at short notice.",
        ),
        price="21.00", unit="m2_month", biosafety=1, access=["startup"],
    ),
    space(
        "reinraumzelle-hagen", "lab_space", "aseptik-hagen", "marco-fiedler", "Hagen",
        (
            "Reinraumzelle ISO 5 in ISO 7, 16 m²",
            "Tageweise buchbare Zelle mit Personal- und Materialschleuse, Partikelmonitoring und Kleidung für drei Personen. Für Abfüllversuche, Musterfertigung und Schulung. Keine Arzneimittelherstellung zum Verkauf, keine Lebendkeime. Unterweisung zwei Stunden am ersten Tag.",
        ),
        (
            "Cleanroom cell ISO 5 within ISO 7, 16 m²",
            "A cell to be booked by the day, with airlocks for people and material, particle monitoring and garments for three. For filling trials, sample production and training. No manufacture of medicines for sale, no live germs. Two hours’ instruction on the first day.",
        ),
        daily="320.00", unit="day", briefing=True, min_hours=8, max_hours=120, lead_days=7,
    ),
    space(
        "biomaterial-werkbank-witten", "lab_space", "tz-witten", "henrik-stute", "Witten",
        (
            "Werkbank für Biomaterialien mit 3D-Druck",
            "Arbeitsplatz mit Harzdrucker, Fräse für Keramik und Zirkon, Polierplatz und Absaugung. Stundenweise, mit Werkstattleitung im Haus. Metallpulver und Nickellegierungen sind ausgeschlossen. Für Gründungen aus den umliegenden Hochschulen im ersten Jahr halber Preis.",
        ),
        None,
        hourly="16.00", unit="hour", min_hours=2, max_hours=8, approval="instant", lead_days=1,
    ),
    space(
        "trainings-katheterlabor-herne", "lab_space", "herzzentrum-herne", "christoph-pieper", "Herne",
        (
            "Trainings-Katheterlabor mit Simulator",
            "Voll eingerichtetes Übungslabor ohne Patienten: Röntgenanlage (abgeschaltet), Simulator für Herzkatheter, Videoübertragung in den Seminarraum. Für Produkttests, Schulungen und Bedienstudien. Freitags und samstags frei. Röntgenbetrieb und Tierversuche sind nicht möglich.",
        ),
        (
            "Training catheter laboratory with simulator",
            "A fully equipped practice laboratory without patients: X-ray system (switched off), heart catheter simulator, video link to the seminar room. For product trials, training and usability studies. Free on Fridays and Saturdays. X-ray operation and animal experiments are not possible.",
        ),
        daily="690.00", unit="day", access=["industry", "startup", "academic"], opening={"days": [4, 5], "from": "08:00", "to": "18:00"}, max_hours=20, lead_days=14,
    ),
    space(
        "coworking-buero-oberhausen", "office", "gruenderwerk-oberhausen", "bernd-kuhlmann", "Oberhausen",
        (
            "Büroplatz im Gründerwerk, tageweise",
            "Schreibtisch, WLAN, Drucker und Postadresse in einer sanierten Lohnhalle. Besprechungsraum für acht Personen zwei Stunden am Tag inbegriffen. Zwei Minuten zur Straßenbahn, Ladesäulen im Hof, alle Ebenen mit dem Aufzug erreichbar.",
        ),
        (
            "Desk at the Gründerwerk, by the day",
            "Desk, Wi-Fi, printer and postal address in a restored colliery pay hall. Two hours a day in a meeting room for eight are included. Two minutes to the tram, charging points in the yard, all floors reached by lift.",
        ),
        daily="18.00", unit="day", approval="instant", lead_days=0, max_hours=240,
    ),
]
# fmt: on
