"""Events ahead with a complication: full, paid, external, moved, cancelled, closed, date not fixed."""

from portal.demo.content.events.rows import event, slot

# fmt: off
SPECIAL = [
    event(
        "grundkurs-durchflusszytometrie", "training", "zentrum-zelltechnik", "zentrum-zelltechnik",
        (
            "Grundkurs Durchflusszytometrie",
            "Zwei Tage von der Färbung bis zur sauberen Auswertung, mit eigenen Proben am Gerät.",
            [
                "Am ersten Tag lernen Sie Paneldesign, Kompensation und Kontrollen kennen; am zweiten messen Sie selbst und werten aus. Der Kurs gilt zugleich als Einweisung für das Zytometer im Zentrum.",
                "Die Gruppe bleibt klein, damit jede Person am Gerät sitzt. Wenn der Kurs ausgebucht ist, bieten wir frei gewordene Plätze der Reihe nach an.",
            ],
        ),
        (
            "Flow cytometry: a first course",
            "Two days from staining to clean analysis, with your own samples at the instrument.",
            [
                "On the first day you get to know panel design, compensation and controls; on the second you measure and analyse yourself. The course also counts as the briefing for the centre’s cytometer.",
                "The group stays small so that everyone sits at the instrument. If the course is full, we offer seats that become free in the order of the waiting list.",
            ],
        ),
        ("cells", 41), demo_key="full", state="full", days=19, at="09:00", hours=32, capacity=12, registrations=12, waiting_list=True, speakers=["svenja-rahe"], contact="svenja-rahe",
        target_groups=["university", "startup", "clinic"],
    ),
    event(
        "werkstatt-pipettierroboter", "workshop", "htg", "htg",
        (
            "Werkstatt: Den Pipettierroboter zum Laufen bringen",
            "Ein Nachmittag, zehn Plätze, ein eigenes Protokoll am Ende.",
            [
                "Bringen Sie ein Protokoll mit, das Sie gern loswerden würden. Gemeinsam übersetzen wir es für den Roboter, prüfen Volumina und fahren einen Lauf mit gefärbtem Wasser.",
                "Vorkenntnisse sind nicht nötig. Wegen der großen Nachfrage planen wir einen zweiten Termin.",
            ],
        ),
        (
            "Workshop: getting the pipetting robot to run",
            "One afternoon, ten places, a protocol of your own at the end.",
            [
                "Bring a protocol you would like to be rid of. Together we translate it for the robot, check volumes and do a run with coloured water.",
                "No previous knowledge needed. As demand is high, we are planning a second date.",
            ],
        ),
        ("plates", 42), state="waiting", days=26, at="13:00", hours=4, capacity=10, registrations=13, speakers=["lars-hoelscher"], contact="lars-hoelscher", target_groups=["university", "startup", "sme"],
    ),
    event(
        "gmp-grundlagen-zelltherapie", "training", "muensterland-pharmaservice aseptik-hagen", "aseptik-hagen",
        (
            "Gute Herstellungspraxis für Zelltherapien: Grundlagen",
            "Ein Tag im Schulungsreinraum: Hygiene, Dokumentation, Freigabe. Mit Zertifikat.",
            [
                "Der Kurs richtet sich an Menschen, die ein Verfahren aus dem Labor in die Herstellung bringen wollen. Vormittags Theorie mit Beispielen, nachmittags praktische Übungen mit Umkleide, Umgebungskontrolle und Chargenprotokoll.",
                "Im Preis sind Unterlagen, Mittagessen und Reinraumkleidung enthalten. Eine Stornierung ist bis sieben Tage vorher kostenfrei.",
            ],
        ),
        (
            "Good manufacturing practice for cell therapies: basics",
            "A day in the training cleanroom: hygiene, documentation, release. With certificate.",
            [
                "The course is for people who want to take a procedure from the laboratory into manufacture. Theory with examples in the morning, exercises with gowning, environmental control and batch record in the afternoon.",
                "Handouts, lunch and cleanroom garments are included. You may cancel free of charge up to seven days before.",
            ],
        ),
        ("cells", 43), demo_key="paid", state="paid", days=30, at="09:00", hours=8, capacity=24, fee="49.90", registrations=6, speakers=["renate-voss", "marco-fiedler"], contact="marco-fiedler",
        target_groups=["startup", "sme", "clinic"],
        agenda=[
            slot("09:00", "Was GMP verlangt und was nicht", "What GMP asks for and what it does not", "renate-voss"),
            slot("11:00", "Dokumentation, die man wiederfindet", "Documentation you can find again", "renate-voss"),
            slot("13:00", "Übungen im Schulungsreinraum", "Exercises in the training cleanroom", "marco-fiedler"),
            slot("16:00", "Fallbeispiel Chargenfreigabe", "Case study: releasing a batch", "renate-voss"),
        ],
    ),
    event(
        "deutsche-biotechnologietage", "conference", "bioindustry biosaxony", "leipzig",
        (
            "Deutsche Biotechnologietage",
            "Zwei Tage Branchentreffen. Veranstaltet von anderen, mit einem gemeinsamen Stand der Region.",
            [
                "Die Deutschen Biotechnologietage bringen Unternehmen, Forschung, Politik und Kapital zusammen. Die Anmeldung läuft über den Veranstalter.",
                "Der Kompetenzverbund beteiligt sich mit einem Gemeinschaftsstand. Mitaussteller melden sich bei der Geschäftsstelle.",
            ],
        ),
        (
            "Deutsche Biotechnologietage",
            "Two days of the sector’s gathering. Hosted by others, with a joint stand of the region.",
            [
                "The Deutsche Biotechnologietage bring companies, research, politics and capital together. You register with the organiser.",
                "The network takes part with a joint stand. Co-exhibitors please contact the office.",
            ],
        ),
        ("network", 44), demo_key="external", state="external", days=75, at="09:00", hours=33, external_url="https://deutsche-biotechnologietage.example/anmeldung",
        co_exhibitors_de="Auf dem Gemeinschaftsstand sind noch vier Plätze frei: Theke, Bildschirm und ein Eintrag im Katalog. Melden Sie sich bis vier Wochen vorher.",
        co_exhibitors_en="Four places are left on the joint stand: counter, screen and an entry in the catalogue. Tell us four weeks ahead.",
        accessibility_de="Angaben zur Barrierefreiheit finden Sie beim Veranstalter.", accessibility_en="See the organiser’s website for accessibility.", target_groups=["startup", "sme", "large_firm", "university"],
    ),
    event(
        "bionection-partnering", "matching", "biosaxony infectognostics", "halle",
        (
            "bionection – Partnering-Konferenz für Technologietransfer",
            "Zwei Tage Gespräche zwischen Hochschulen und Industrie, veranstaltet von Partnern in Halle.",
            [
                "Wer eine Technologie abgeben oder hereinholen will, trifft hier Gegenüber aus ganz Europa. Wir reisen mit einer kleinen Gruppe aus der Region an.",
                "Die Anmeldung erfolgt beim Veranstalter; für Start-ups gibt es ein Kontingent ermäßigter Tickets.",
            ],
        ),
        (
            "bionection – partnering conference for technology transfer",
            "Two days of conversations between universities and industry, hosted by partners in Halle.",
            [
                "Anyone who wants to pass on a technology or bring one in meets counterparts from all over Europe. We travel there with a small group from the region.",
                "You register with the organiser; a number of reduced tickets is reserved for start-ups.",
            ],
        ),
        ("people", 45), state="external", days=160, at="10:00", hours=32, external_url="https://bionection.example",
        accessibility_de="Angaben zur Barrierefreiheit finden Sie beim Veranstalter.", accessibility_en="See the organiser’s website for accessibility.", target_groups=["startup", "sme", "university"], language="en",
    ),
    event(
        "gemeinschaftsstand-labormesse", "fair", "bioindustry medecon-ruhr", "duesseldorf",
        (
            "Gemeinschaftsstand auf der Labor- und Medizintechnikmesse",
            "Zwölf Einrichtungen aus der Region unter einem Dach.",
            [
                "Vier Tage lang zeigt der Verbund Geräte, Prototypen und die beiden Kataster. Termine für Gespräche können Sie vorab über die Geschäftsstelle vereinbaren.",
                "Karten gibt es beim Messeveranstalter, für Mitglieder zu einem günstigeren Preis.",
            ],
        ),
        (
            "Joint stand at the laboratory and medical technology fair",
            "Twelve institutions from the region under one roof.",
            [
                "For four days the network shows equipment, prototypes and the two registers. Appointments can be arranged through the office beforehand.",
                "Tickets are sold by the fair; members pay less.",
            ],
        ),
        ("chip", 46), state="external", days=110, at="10:00", hours=80, external_url="https://labormesse.example", section="medizintechnik",
        accessibility_de="Angaben zur Barrierefreiheit finden Sie beim Veranstalter.", accessibility_en="See the organiser’s website for accessibility.", target_groups=["startup", "sme", "large_firm"],
    ),
    event(
        "sektionstreffen-medizintechnik", "networking", "medecon-ruhr ruhrfluss-mikrosysteme", "herzzentrum",
        (
            "Sektionstreffen Medizintechnik: Sensorik am Krankenbett",
            "Die Themengruppe tagt im Trainingszentrum Herne. Gäste sind willkommen.",
            [
                "Auf dem Programm stehen ein Besuch im Trainings-Katheterlabor und ein Streitgespräch darüber, wem die Messdaten gehören. Danach beschließt die Gruppe ihr nächstes Vorhaben.",
                "Auch Einrichtungen, die noch nicht Mitglied sind, können sich beteiligen.",
            ],
        ),
        (
            "Medical technology section: sensors at the bedside",
            "The theme group meets at the training centre in Herne. Guests are welcome.",
            [
                "On the programme: a visit to the training catheter laboratory and a debate on who owns the measured data. Afterwards the group decides on its next project.",
                "Institutions that are not members yet are welcome, too.",
            ],
        ),
        ("chip", 47), state="moved", days=27, at="15:00", hours=3, moved_from_days=13, capacity=30, registrations=7, section="medizintechnik",
        reason_de="Das Trainings-Katheterlabor wird am ursprünglichen Termin gewartet.", reason_en="The training catheter laboratory is being serviced on the original date.",
        speakers=["thomas-ridder", "christoph-pieper"], contact="david-okafor", target_groups=["sme", "clinic", "university"],
    ),
    event(
        "exkursion-abwasser-bioraffinerie", "workshop", "emscher-biotech", "pilotanlage",
        (
            "Exkursion: Bioraffinerie am Klärwerk",
            "Mikroalgen, die aus Abwasser Phosphat gewinnen: Führung und Fachgespräch.",
            [
                "Die Pilotanlage verbindet Entsorgungswirtschaft und Biotechnologie. Nach dem Rundgang diskutieren wir, wo solche Anlagen noch passen würden.",
                "Festes Schuhwerk ist nötig, Helme werden gestellt.",
            ],
        ),
        (
            "Field trip: biorefinery at the sewage works",
            "Microalgae that recover phosphate from waste water: tour and discussion.",
            [
                "The pilot plant joins waste management and biotechnology. After the tour we discuss where else such plants would fit.",
                "Wear stout shoes; helmets are provided.",
            ],
        ),
        ("fermenter", 48), state="cancelled", days=20, at="14:00", hours=3, capacity=25, registrations=9,
        reason_de="Die Pilotanlage steht wegen einer Reparatur still. Angemeldete erhalten Nachricht, sobald es einen neuen Termin gibt.",
        reason_en="The pilot plant is out of operation because of a repair. Everyone who registered will hear from us as soon as there is a new date.",
        accessibility_de="Das Gelände hat Stufen und Gitterroste; bitte sprechen Sie uns an.", accessibility_en="The site has steps and gratings; please talk to us.", section="bioprozesstechnik",
        speakers=["joana-silva"], contact="joana-silva", target_groups=["sme", "startup", "public_body"],
    ),
    event(
        "medizintechnikertreffen-ruhr", "networking", "medecon-ruhr", None,
        (
            "Erstes Medizintechniktreffen Ruhr",
            "Für alle, die in der Medizintechnik arbeiten oder damit anfangen wollen. Der Monat steht, der Tag folgt.",
            [
                "Ein Nachmittag mit kurzen Vorstellungen, einer Ideenwand und viel Zeit für Gespräche. Wer etwas zeigen möchte, bekommt drei Minuten und einen Tisch.",
                "Ort und Tag geben wir bekannt, sobald die Themengruppe entschieden hat. Vormerken lassen können Sie sich schon jetzt.",
            ],
        ),
        (
            "First medical technology gathering Ruhr",
            "For everyone who works in medical technology or wants to begin. The month is set, the day will follow.",
            [
                "An afternoon with short introductions, a wall for ideas and plenty of time to talk. Anyone with something to show gets three minutes and a table.",
                "Place and day will be announced once the theme group has decided. You can already put your name down.",
            ],
        ),
        ("chip", 49), state="month_precision", month_offset=4, section="medizintechnik", contact="david-okafor", target_groups=["sme", "startup", "university", "clinic"],
    ),
    event(
        "energieeffizienz-reinraum", "workshop", "aseptik-hagen medecon-ruhr", "aseptik-hagen",
        (
            "Workshop: Energieeffizienz in Reinräumen",
            "Wo der Luftwechsel gesenkt werden darf, ohne dass die Reinraumklasse leidet.",
            [
                "Reinräume gehören zu den größten Stromverbrauchern eines Betriebs. Zwei Planer und ein Betreiber zeigen, was Absenkung in der Nacht, Wärmerückgewinnung und ehrliche Partikelmessung bringen.",
                "Der Workshop ist auf Mitglieder der Sektion zugeschnitten, Gäste sind willkommen.",
            ],
        ),
        (
            "Workshop: energy efficiency in cleanrooms",
            "Where air changes may be reduced without losing the cleanroom class.",
            [
                "Cleanrooms are among a company’s largest consumers of electricity. Two planners and an operator show what lowering at night, heat recovery and honest particle counts achieve.",
                "The workshop is made for members of the section; guests are welcome.",
            ],
        ),
        ("spectrum", 50), demo_key="tomorrow", state="registration_closed", days=1, weekend=True, at="10:00", hours=5, registration_closes_days=-1, capacity=20, registrations=8, section="medizintechnik", speakers=["marco-fiedler"], contact="marco-fiedler",
        target_groups=["sme", "large_firm", "clinic"],
    ),
]
# fmt: on
