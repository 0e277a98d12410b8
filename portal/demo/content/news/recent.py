"""What happened in the past weeks."""

from portal.demo.content.news.rows import links, news, paragraph, quote

# fmt: off
RECENT = [
    news(
        "kataster-eroeffnet", "news", -3, "bioindustry",
        (
            "Zwei Kataster sollen zeigen, was die Region kann",
            "Bioprozesstechnik und biomedizinische Analytik werden erfasst: mit Geräten, Kompetenzen und klaren Angaben, wer unter welchen Bedingungen Zugang hat.",
            [
                paragraph("Wer in Ruhr und Westfalen einen 300-Liter-Fermenter oder einen Abend am Massenspektrometer suchte, telefonierte sich bisher durch Institute und Firmen. Künftig soll ein Blick in die beiden Kataster genügen, die im Projekt KLIC.2.go entstehen."),
                paragraph("Jeder Eintrag soll nennen, was ein Gerät leistet, was es nicht leistet, welche Schutzstufe gilt und ob eine Einweisung nötig ist. Wo freie Zeit gemeldet ist, führt der Weg schon heute direkt zur Buchung auf dem Marktplatz."),
                quote("Ein Verzeichnis allein bewegt nichts. Entscheidend ist, dass hinter jedem Eintrag ein Mensch steht, der antwortet.", "emre-yildirim", "Transfermanager, BioIndustry e.V."),
                {"type": "list", "items": ["Bioprozesstechnik: Organismus, Betriebsweise, Volumen, Aufarbeitung", "Biomedizinische Analytik: Analyt, Verfahren, Probe, Qualitätsnachweis", "In beiden: Zugang, Preis, Vorlauf, Ansprechperson"]},
                paragraph("Einrichtungen werden ihre Angaben selbst pflegen; die Geschäftsstelle gibt sie frei. Wer etwas beitragen möchte, meldet sich bei ihr."),
                {"type": "funding", "project": "klic-2-go"},
            ],
        ),
        (
            "Two registers are to show what the region can do",
            "Bioprocess engineering and biomedical analytics are being put on record: with equipment, competences and a clear statement of who has access on what terms.",
            [
                paragraph("Until now, anyone in Ruhr and Westphalia who needed a 300-litre fermenter or an evening at a mass spectrometer had to ring round institutes and companies. In future a look at the two registers that the KLIC.2.go project is building is to be enough."),
                paragraph("Every entry is to say what a device can do and what it cannot, which biosafety level applies and whether a briefing is needed. Where free time has been reported, the path already leads straight to booking on the marketplace."),
                quote("A directory alone moves nothing. What counts is that behind each entry there is a person who answers.", "emre-yildirim", "Transfer manager, BioIndustry e.V."),
                {"type": "list", "items": ["Bioprocess engineering: organism, mode, volume, downstream steps", "Biomedical analytics: analyte, method, sample, quality evidence", "In both: access, price, lead time, contact"]},
                paragraph("Institutions will keep their own entries; the office releases them. Whoever wants to contribute, please get in touch with it."),
                {"type": "funding", "project": "klic-2-go"},
            ],
        ),
        ("plates", 11), ("Gezeichnete Mikrotiterplatten in Petrol und Orange", "Drawing of microplates in petrol and orange"),
        institutions=["bioindustry", "bio-security", "hshl"], projects=["klic-2-go"],
    ),
    news(
        "gemeinschaftsstand-biotechnologietage", "news", -12, "bioindustry",
        (
            "Gemeinsam zu den Deutschen Biotechnologietagen: Mitaussteller gesucht",
            "Der Kompetenzverbund plant einen Stand für die ganze Region. Acht Plätze sind zu vergeben, Start-ups zahlen nichts.",
            [
                paragraph("Die Deutschen Biotechnologietage sind das Familientreffen der Branche. Veranstaltet werden sie von anderen; wir reisen gemeinsam an und zeigen an einem Stand, was zwischen Duisburg und Paderborn entsteht."),
                paragraph("Jede Einrichtung erhält einen Tresen, einen Bildschirm und zwei Ausweise. Auf- und Abbau übernimmt die Geschäftsstelle. Bitte melden Sie sich bis drei Wochen vor Beginn; bei mehr Interessierten achten wir auf eine gute Mischung."),
                {"type": "call_to_action", "label": "Zur Veranstaltung", "target": "deutsche-biotechnologietage", "text": "Termin, Ort und Anmeldung beim Veranstalter"},
            ],
        ),
        (
            "Together to the Deutsche Biotechnologietage: co-exhibitors wanted",
            "The network is planning a stand for the whole region. Eight places are to be had; start-ups pay nothing.",
            [
                paragraph("The Deutsche Biotechnologietage are the sector’s family reunion. Others host it; we travel together and show at one stand what is growing between Duisburg and Paderborn."),
                paragraph("Each institution gets a counter, a screen and two passes. The office sees to building up and down. Please apply at least three weeks before it begins; if more come forward, we shall look for a good mix."),
                {"type": "call_to_action", "label": "To the event", "target": "deutsche-biotechnologietage", "text": "Date, place and registration with the organiser"},
            ],
        ),
        ("people", 3), ("Gezeichnete Menschen im Gespräch", "Drawing of people in conversation"),
        institutions=["bioindustry", "biosaxony"], events=["deutsche-biotechnologietage"],
    ),
    news(
        "abendfenster-im-zentrallabor", "news", -18, "medecon-ruhr",
        (
            "Hellweg-Klinikum öffnet sein Zentrallabor am Abend",
            "Das erste Haus im Verbund gibt freie Analysezeit an Partner ab. Patientenproben haben weiterhin Vorrang.",
            [
                paragraph("Krankenhauslabore sind gut ausgestattet und knapp finanziert. Ein neues Analysegerät rechnet sich leichter, wenn es auch nach Feierabend arbeitet. Genau hier setzt der klinische Teil von KLIC.2.go an, den die MedEcon Ruhr GmbH leitet."),
                paragraph("Im Hellweg-Klinikum Unna sind nun montags bis samstags ab 18 Uhr Zeiten am MALDI-TOF buchbar. Fällt abends eine dringende Untersuchung an, kann die Klinik bis 16 Uhr absagen. Der Preis ist für alle gleich, und mit dem Einkauf hat die Sache nichts zu tun."),
                quote("Wir verkaufen keine Nachtschicht. Wir teilen ein Gerät, das ohnehin da ist, nach Regeln, die wir vorher aufgeschrieben haben.", "martin-ellerbrock", "Leitung Zentrallabor, Hellweg-Klinikum Unna"),
                paragraph("Weitere Häuser prüfen derzeit ihre freien Fenster. Mittelfristig soll das Modell auch für die radiologische Bildgebung untersucht werden."),
            ],
        ),
        (
            "Hellweg-Klinikum opens its central laboratory in the evening",
            "The first hospital in the network passes free analyser time to partners. Patient samples still come first.",
            [
                paragraph("Hospital laboratories are well equipped and tightly financed. A new analyser pays its way more easily if it also works after hours. This is where the clinical part of KLIC.2.go, led by MedEcon Ruhr GmbH, begins."),
                paragraph("At Hellweg-Klinikum Unna time on the MALDI-TOF can now be booked from 6 pm, Monday to Saturday. If an urgent test comes up, the hospital may call off until 4 pm. The price is the same for everyone, and it has nothing to do with purchasing."),
                quote("We are not selling night shifts. We share an instrument that is there anyway, by rules we wrote down beforehand.", "martin-ellerbrock", "Head of the central laboratory, Hellweg-Klinikum Unna"),
                paragraph("Other hospitals are checking their free windows. In the medium term the model is to be studied for radiological imaging as well."),
            ],
        ),
        ("spectrum", 2), ("Gezeichnetes Massenspektrum mit hervorgehobenen Linien", "Drawing of a mass spectrum with highlighted lines"),
        institutions=["hellweg-klinikum", "medecon-ruhr"], projects=["klic-2-go"],
    ),
    news(
        "erhebung-laborgeraeteboerse", "press_release", -26, "bioindustry",
        (
            "Erhebung zur Laborgerätebörse: Was braucht Ihr Labor?",
            "Zwölf Fragen, acht Minuten, anonym. Das Ergebnis entscheidet, wie die Börse nach der Probezeit aussieht.",
            [
                paragraph("In vielen Kellern stehen Geräte, die noch laufen, aber niemand mehr benutzt. Gleichzeitig kaufen Gründungen neu, weil sie nicht wissen, was in der Nachbarschaft übrig ist. Eine Börse für Verkauf, Leihe und Schenkung könnte beides lösen – wenn sie genutzt wird."),
                paragraph("Der Verbund fragt deshalb beide Seiten: Was würden Sie abgeben, was suchen Sie, und woran ist es bisher gescheitert? Häufig genannt werden fehlende Freigaben, unklare Haftung und die Sorge um gespeicherte Daten. Auf diesem Portal ist daher jede Abgabe an eine kurze Liste von Papieren gebunden."),
                paragraph("Die Angaben werden ohne Namen ausgewertet. Einrichtungen, die über das Ergebnis informiert werden möchten, hinterlassen ihre Adresse getrennt vom Fragebogen."),
                links(("Angebote der Laborgerätebörse", "/de/marktplatz/?kind=sale"), ("Online-Sprechstunde zu den Freigabepapieren", "/de/veranstaltungen/")),
            ],
        ),
        (
            "Survey on the equipment exchange: what does your laboratory need?",
            "Twelve questions, eight minutes, anonymous. The result decides what the exchange looks like after its trial.",
            [
                paragraph("In many basements there is equipment that still runs but nobody uses any more. At the same time start-ups buy new because they do not know what is left over next door. An exchange for sale, loan and gift could solve both – provided it is used."),
                paragraph("The network is therefore asking both sides: what would you part with, what are you looking for, and why has it failed so far? Missing releases, unclear liability and worries about stored data are mentioned often. On this portal each hand-over therefore depends on a short list of papers."),
                paragraph("Answers are evaluated without names. Institutions that want to hear the result leave their address separately from the questionnaire."),
                links(("Listings of the equipment exchange", "/en/marketplace/?kind=sale"), ("Online clinic on release papers", "/en/events/")),
            ],
        ),
        ("plates", 21), ("Gezeichnete Laborplatten", "Drawing of laboratory plates"),
        institutions=["bioindustry"], events=["boerse-papiere-richtig"], projects=["klic-2-go"],
    ),
    news(
        "zellschmiede-waechst-mit-geliehenem", "success_story", -33, "tz-dortmund",
        (
            "Wie die Zellschmiede mit geliehenen Geräten startete",
            "Drei Menschen, kein Geld für einen Gerätepark und eine Idee: Hautmodelle statt Tierversuch. Heute sind es neun.",
            [
                paragraph("Als die Zellschmiede Dortmund gegründet wurde, passte ihre Ausstattung in einen Kofferraum. Inkubator, Mikroskop, Zytometer: alles gebucht, geliehen oder gebraucht gekauft. Das sparte im ersten Jahr rund 140.000 Euro, und es brachte Kontakte, die kein Katalog liefert."),
                quote("Wir haben nicht gewartet, bis wir ein Labor hatten. Wir haben angefangen und unterwegs eines bekommen.", "samira-el-amrani", "Gründerin, Zellschmiede Dortmund GmbH"),
                paragraph("Heute gibt das Team selbst weiter: Ein Inkubator mit Sauerstoffregelung steht anderen offen, zwei ältere wechseln gerade den Besitzer. Aus dem Gast ist ein Gastgeber geworden."),
                {"type": "people", "people": ["samira-el-amrani", "leyla-aksoy"]},
            ],
        ),
        (
            "How Zellschmiede started out with borrowed equipment",
            "Three people, no money for a machine park and an idea: skin models instead of animal tests. Today they are nine.",
            [
                paragraph("When Zellschmiede Dortmund was founded, its equipment fitted into the boot of a car. Incubator, microscope, cytometer: all booked, borrowed or bought second-hand. That saved about 140,000 euros in the first year and brought contacts that no catalogue supplies."),
                quote("We did not wait until we had a laboratory. We began, and got one on the way.", "samira-el-amrani", "Founder, Zellschmiede Dortmund GmbH"),
                paragraph("Today the team passes things on: an incubator with oxygen control is open to others, and two older ones are changing hands. The guest has become a host."),
                {"type": "people", "people": ["samira-el-amrani", "leyla-aksoy"]},
            ],
        ),
        ("cells", 5), ("Gezeichnete Zellen in warmen und kühlen Farben", "Drawing of cells in warm and cool colours"),
        institutions=["zellschmiede", "tz-dortmund"],
    ),
    news(
        "aus-dem-archiv-clusterabend", "news", -45, "bioindustry",
        (
            "Aus dem Archiv: Ein Clubabend von 2005 und was daraus wurde",
            "Am 24. November 2005 ging es beim Marketing-Club Bochum um Cluster in der Medizin. Die Fragen von damals sind erstaunlich jung.",
            [
                paragraph("Beim Aufräumen fand sich der Bericht über einen Vortrag, den der Geschäftsführer des Vereins Life Technologies Ruhr vor dem Marketing-Club Bochum hielt. Damals zählte der Verein 70 Unternehmen und rund 100 Mitglieder, darunter Universitäten sowie Industrie- und Handelskammern."),
                paragraph("Stark sei die Region in medizinischer Mikrotechnologie, Bildgebung, Molekularmedizin und medizinischer IT, hieß es; schwach sei der Weg aus der Wissenschaft in den Betrieb. Vorgeschlagen wurde ein Dreieck der Biomedizin zwischen Bochum, Witten und Dortmund."),
                paragraph("Zwei Jahrzehnte später stehen in genau diesen Städten Technologiezentren, die mit Bönen zusammen das Projekt KLIC.Ruhr getragen haben. Die alte Frage nach dem Transfer hat seitdem viele Antworten bekommen; dieses Portal ist eine davon."),
            ],
        ),
        (
            "From the archive: a club evening in 2005 and what came of it",
            "On 24 November 2005 the Marketing-Club Bochum discussed clusters in medicine. The questions of that night are surprisingly young.",
            [
                paragraph("While tidying up we found the report of a talk that the managing director of the association Life Technologies Ruhr gave at the Marketing-Club Bochum. At that time the association counted 70 companies and about 100 members, among them universities and chambers of industry and commerce."),
                paragraph("The region, it was said, was strong in medical microtechnology, imaging, molecular medicine and medical IT; weak was the path from science into companies. A triangle of biomedicine between Bochum, Witten and Dortmund was proposed."),
                paragraph("Two decades later there are technology centres in these very cities, which carried the KLIC.Ruhr project together with Bönen. The old question of transfer has found many answers since; this portal is one of them."),
            ],
        ),
        ("skyline_ruhr", 8), ("Gezeichnete Silhouette des Ruhrgebiets mit Fördertürmen", "Drawing of the Ruhr skyline with pithead towers"),
        institutions=["marketing-club-bochum"], events=["clubabend-clustermanagement-2005"], projects=["klic-ruhr"],
    ),
]
# fmt: on
