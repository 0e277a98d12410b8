"""Events ahead that run their ordinary course."""

from portal.demo.content.events.rows import event, slot

# fmt: off
COMING = [
    event(
        "forum-bioprozesstechnik", "talk", "ibv bio-security", "ibv",
        (
            "Forum Bioprozesstechnik: Vom Kolben in den Kessel",
            "Drei kurze Vorträge, ein Rundgang durch das Technikum und Zeit für Gespräche am 300-Liter-Fermenter.",
            [
                "Was im Schüttelkolben gelingt, scheitert im Kessel oft an Sauerstoff, Schaum oder Wärme. Drei Praktiker zeigen, woran man das früh erkennt und welche Versuche im kleinen Maßstab wirklich etwas aussagen.",
                "Im Anschluss führen wir durch das Technikum. Wer einen eigenen Prozess mitbringt, kann ihn am Parallelbioreaktor besprechen. Die Teilnahme ist kostenfrei.",
            ],
        ),
        (
            "Bioprocess forum: from flask to vessel",
            "Three short talks, a tour of the pilot hall and time for conversation at the 300-litre fermenter.",
            [
                "What works in a shake flask often fails in a vessel because of oxygen, foam or heat. Three practitioners show how to notice it early and which small-scale experiments really tell you something.",
                "Afterwards we take you round the pilot hall. If you bring a process of your own, you can discuss it at the parallel bioreactor. Attendance is free.",
            ],
        ),
        ("fermenter", 31), demo_key="free", days=16, at="15:00", hours=3, capacity=40, registrations=11, project="klic-2-go", section="bioprozesstechnik",
        speakers=["stefan-budde", "katarzyna-nowak", "dirk-westermann"], contact="katarzyna-nowak",
        agenda=[
            slot("15:00", "Begrüßung und Überblick über das Kataster", "Welcome and a look at the register", "stefan-budde"),
            slot("15:20", "Sauerstoffeintrag: Was der Kolben verschweigt", "Oxygen transfer: what the flask conceals", "katarzyna-nowak"),
            slot("15:50", "Vom Pilotlauf in die Lohnfertigung", "From pilot run to contract manufacture", "dirk-westermann"),
            slot("16:30", "Rundgang und Gespräche", "Tour and conversations"),
        ],
    ),
    event(
        "coaching-patent-ausgruendung", "coaching", "patentagentur-westfalen bioindustry", "online",
        (
            "Coaching: Vom Patent zur Ausgründung",
            "Acht Gespräche zu je 25 Minuten mit einer Patentanwältin und einem Gründungsberater.",
            [
                "Sie haben eine Erfindung und fragen sich, ob daraus ein Unternehmen werden kann? Bringen Sie eine Skizze mit, kein fertiges Konzept. Wir klären, was schützbar ist, was noch nicht veröffentlicht werden darf und wer der richtige nächste Ansprechpartner ist.",
                "Die Gespräche sind vertraulich und kostenfrei. Bitte schildern Sie Ihr Anliegen bei der Anmeldung in zwei Sätzen, ohne die Erfindung selbst zu beschreiben.",
            ],
        ),
        (
            "Coaching: from patent to spin-off",
            "Eight conversations of 25 minutes with a patent attorney and a start-up adviser.",
            [
                "You have an invention and wonder whether it can become a company? Bring a sketch, not a finished concept. We clear up what can be protected, what must not be published yet and who is the right person to see next.",
                "The conversations are confidential and free of charge. When registering, please outline your concern in two sentences without describing the invention itself.",
            ],
        ),
        ("people", 32), demo_key="coaching", days=9, at="14:00", hours=4, capacity=8, registrations=5, project="klic-2-go",
        speakers=["vera-holtkamp", "moritz-grewe"], contact="vera-holtkamp", target_groups=["startup", "university"],
    ),
    event(
        "matching-startups-treffen-kliniken", "matching", "medecon-ruhr kliniken-ruhrhoehen", "tz-witten",
        (
            "Matching-Tag: Start-ups treffen Kliniken",
            "Wer bietet, wer sucht? Vorbereitete Gespräche zwischen Gründungsteams und klinischen Laboren.",
            [
                "Sie melden sich an, beschreiben in wenigen Worten, was Sie anbieten und was Sie suchen, und wählen vorab Wunschgespräche aus. Aus den gegenseitigen Wünschen entsteht Ihr persönlicher Plan mit bis zu sechs Gesprächen zu je 20 Minuten.",
                "Themen sind Proben, Leistungsbewertung, freie Analysezeit und klinisches Feedback zu Prototypen. Verträge werden hier nicht geschlossen; ein Muster für eine Vertraulichkeitserklärung liegt bereit.",
            ],
        ),
        (
            "Matching day: start-ups meet hospitals",
            "Who offers, who seeks? Prepared conversations between founding teams and clinical laboratories.",
            [
                "You register, describe in a few words what you offer and what you are looking for, and choose the people you would like to meet. Mutual wishes become your personal schedule of up to six conversations of 20 minutes.",
                "The topics are samples, performance studies, free analyser time and clinical feedback on prototypes. No contracts are signed here; a model non-disclosure agreement is provided.",
            ],
        ),
        ("people", 33), demo_key="matching", seat_names="asked", days=37, at="09:30", hours=7, capacity=60, registrations=14, project="klic-2-go", section="biomedizinische-analytik",
        speakers=["johanna-brinkmann", "aylin-demir"], contact="johanna-brinkmann", target_groups=["startup", "clinic", "sme"],
        agenda=[
            slot("09:30", "Ankommen, Spielregeln des Tages", "Arrival and rules of the day", "johanna-brinkmann"),
            slot("10:15", "Erste Gesprächsrunde", "First round of conversations"),
            slot("12:30", "Mittagspause", "Lunch"),
            slot("13:30", "Zweite Gesprächsrunde", "Second round of conversations"),
            slot("15:45", "Was nehmen wir mit?", "What do we take away?", "aylin-demir"),
        ],
    ),
    event(
        "mittagsgespraech-ivdr", "talk", "muensterland-pharmaservice", "online",
        (
            "Mittagsgespräch: IVDR ohne Angst",
            "Eine Stunde, fünf Irrtümer: Was kleine Hersteller von Diagnostika jetzt klären sollten.",
            [
                "Klassifizierung, Leistungsbewertung, benannte Stelle: Vieles klingt bedrohlicher, als es ist. Anhand von drei Fällen aus der Beratung zeigt der Vortrag, womit man beginnt und was warten kann.",
                "Fragen lassen sich vorab einreichen und werden ohne Namen beantwortet.",
            ],
        ),
        (
            "Lunchtime talk: IVDR without fear",
            "One hour, five misconceptions: what small makers of diagnostics should settle now.",
            [
                "Classification, performance evaluation, notified body: much sounds more threatening than it is. Three cases from advisory work show where to begin and what can wait.",
                "Questions can be sent in beforehand and are answered without names.",
            ],
        ),
        ("spectrum", 34), days=6, at="12:30", hours=1, capacity=100, registrations=9, section="biomedizinische-analytik", speakers=["renate-voss"], contact="johanna-brinkmann",
    ),
    event(
        "talk-membrane-proteins", "talk", "phoenix-proteintechnik zbb", "tz-dortmund",
        (
            "Lunch Talk: Membranproteine im Licht",
            "Vortrag in englischer Sprache über Bildgebung und Herstellung schwieriger Proteine, vor Ort und im Livestream.",
            [
                "Rund die Hälfte aller Arzneimittel wirkt an Membranproteinen, doch sie lassen sich schlecht herstellen und noch schlechter sehen. Das Gespräch verbindet beides: wie man sie in Insektenzellen gewinnt und wie man sie am Mikroskop verfolgt.",
                "Der Vortrag findet auf Englisch statt, Fragen auch auf Deutsch.",
            ],
        ),
        (
            "Lunch talk: membrane proteins in the light",
            "A talk in English on imaging and making difficult proteins, on site and as a live stream.",
            [
                "About half of all medicines act on membrane proteins, yet they are hard to make and harder to see. The talk joins the two: how to obtain them in insect cells and how to follow them under the microscope.",
                "The talk is held in English; questions in German are welcome.",
            ],
        ),
        ("helix", 35), days=13, at="12:15", hours=1.5, mode="hybrid", capacity=45, registrations=6, language="en", speakers=["felix-adomeit", "claudia-meerkamp"],
    ),
    event(
        "boerse-papiere-richtig", "training", "bioindustry", "online",
        (
            "Laborgerätebörse: Papiere richtig ausfüllen",
            "Online-Sprechstunde für alle, die Geräte verkaufen, verleihen oder verschenken möchten.",
            [
                "Buchwert, Marktwert, Zweckbindung, Dekontamination, gelöschte Daten: Mit fünf Angaben ist ein Gerät freigegeben. Wir gehen sie an echten Beispielen durch.",
                "Bringen Sie gern ein eigenes Gerät als Beispiel mit; ein Foto und die Inventarnummer genügen.",
            ],
        ),
        (
            "Equipment exchange: getting the papers right",
            "An online clinic for everyone who wants to sell, lend or give away equipment.",
            [
                "Book value, market value, funding ties, decontamination, erased data: five statements release a device. We go through them with real examples.",
                "Feel free to bring a device of your own; a photo and the inventory number will do.",
            ],
        ),
        ("plates", 36), days=12, at="10:00", hours=1.5, capacity=50, registrations=8, project="klic-2-go", speakers=["emre-yildirim"], target_groups=["university", "clinic", "public_body"],
    ),
    event(
        "stammtisch-life-sciences", "networking", "tz-dortmund kammer-ruhr-lippe", "tz-dortmund",
        (
            "Life-Sciences-Stammtisch Ruhr",
            "Ohne Vorträge, mit Brezeln: Menschen aus Laboren, Kliniken und Firmen lernen sich kennen.",
            [
                "Drei Tische, drei Themen, alle 30 Minuten wird gewechselt. Wer mag, hängt einen Zettel an die Wand: Ich suche, ich biete.",
                "Anmeldung erbeten, damit genug zu essen da ist. Für den Heimweg: Die S-Bahn hält in fünf Minuten Entfernung.",
            ],
        ),
        (
            "Life sciences regulars’ table Ruhr",
            "No talks, but pretzels: people from laboratories, hospitals and companies get to know each other.",
            [
                "Three tables, three topics, and every 30 minutes you move on. If you like, pin a note to the wall: I seek, I offer.",
                "Please register so that there is enough to eat. For the way home: the suburban train stops five minutes away.",
            ],
        ),
        ("people", 37), days=23, at="18:00", hours=3, capacity=70, registrations=10, contact="leyla-aksoy",
    ),
    event(
        "jahresforum-life-sciences", "conference", "bioindustry medecon-ruhr", "oberhausen",
        (
            "Jahresforum Life Sciences.Ruhr",
            "Ein Tag für den ganzen Verbund: Ergebnisse aus den Katastern, Werkstattberichte und eine kleine Ausstellung.",
            [
                "Vormittags berichten die Sektionen, was sie erreicht haben und wo sie Hilfe brauchen. Um elf öffnen sich eine Werkstatt und ein Rundgang, um zwölf die Sprechstunde Patente; die Plätze dafür wählen Sie bei der Anmeldung. Nachmittags zeigen sechs offene Stationen Beispiele, von der Auswertung großer Bilddaten bis zum Vertrag mit einer Klinik.",
                "In der Lohnhalle zeigen 20 Einrichtungen Geräte und Prototypen. Mitglieder und Start-ups zahlen einen ermäßigten Preis, Studierende und Auszubildende nichts.",
            ],
        ),
        (
            "Annual forum Life Sciences.Ruhr",
            "One day for the whole network: results from the registers, workshop reports and a small exhibition.",
            [
                "In the morning the sections report what they have achieved and where they need help. At eleven a workshop and a tour begin, at twelve the patent clinic; choose your seats for them when you register. In the afternoon six open stations show examples, from analysing large image data to a contract with a hospital.",
                "In the old pay hall 20 institutions show equipment and prototypes. Members and start-ups pay a reduced price, students and trainees nothing.",
            ],
        ),
        ("skyline_ruhr", 38), days=62, at="09:00", hours=8, capacity=180, registrations=15, project="klic-2-go", contact="miriam-osthoff",
        speakers=["miriam-osthoff", "thomas-ridder", "stefan-budde", "petra-lohmann"], target_groups=["startup", "sme", "large_firm", "university", "clinic", "public_body"],
        agenda=[
            slot("09:00", "Eröffnung", "Opening", "miriam-osthoff"),
            slot("09:30", "Drei Sektionen, drei Berichte", "Three sections, three reports"),
            slot("11:00", "Ausstellung und Kaffee", "Exhibition and coffee"),
            slot("13:30", "Sechs offene Stationen", "Six open stations"),
            slot("16:15", "Verleihung des Preises für die beste Weitergabe", "Award for the best hand-over", "petra-lohmann"),
        ],
    ),
    event(
        "biosicherheit-s2-unterweisung", "training", "bio-security", "tz-boenen",
        (
            "Sicher arbeiten in Schutzstufe 2: Unterweisung mit Praxis",
            "Jährliche Unterweisung mit Übungen an Werkbank und Autoklav. Mit Bescheinigung.",
            [
                "Die Teilnehmenden üben Arbeitstechnik, Verhalten bei Verschütten, Dekontamination und Dokumentation. Grundlage sind Biostoff- und Gentechnikrecht, erklärt ohne Paragraphenreiterei.",
                "Für Mitarbeitende aus Unternehmen und Hochschulen. Die Bescheinigung gilt ein Jahr und wird von den meisten Geräteeinrichtungen auf diesem Portal anerkannt.",
            ],
        ),
        (
            "Working safely in biosafety level 2: instruction with practice",
            "Yearly instruction with exercises at safety cabinet and autoclave. With certificate.",
            [
                "Participants practise technique, dealing with spills, decontamination and documentation. It rests on the law on biological agents and genetic engineering, explained without splitting hairs.",
                "For staff from companies and universities. The certificate is valid for a year and accepted by most facilities on this portal.",
            ],
        ),
        ("microscope", 40), days=44, at="09:00", hours=6, capacity=16, fee="25.00", registrations=4, speakers=["annika-wessel"], contact="annika-wessel", target_groups=["startup", "sme", "university", "clinic"],
    ),
]
# fmt: on
