"""Twelve news items.

A `url` of a link may begin with "/": the seeding code replaces it by the address of the page or view it means.

Keys: slug, kind (news, press_release, success_story, publication), days or date (ISO, history only), author
(institution slug), title_de, title_en, teaser_de, teaser_en, body_de, body_en (blocks), source (institution slug or
None) with source_date (ISO) where an item was picked up elsewhere, institutions, events, projects (slugs),
picture (motif, seed), credit, alt_de, alt_en.
"""

CREDIT = "Illustration: Kompetenzverbund Life Sciences.Ruhr"


def _p(text):
    return {"type": "paragraph", "text": text}


def _quote(text, person, attribution):
    return {"type": "quote", "text": text, "person": person, "attribution": attribution}


def _links(*items):
    return {"type": "links", "items": [{"label": label, "url": url} for label, url in items]}


def _news(slug, kind, when, author, german, english, picture, alt, **more):
    """`when` is an offset in days or an ISO date; `german` and `english` are (title, teaser, body)."""
    historic = isinstance(when, str)
    row = {
        "slug": slug,
        "kind": kind,
        "days": None if historic else when,
        "date": when if historic else None,
        "author": author,
        "title_de": german[0],
        "teaser_de": german[1],
        "body_de": german[2],
        "title_en": english[0],
        "teaser_en": english[1],
        "body_en": english[2],
        "picture": picture,
        "alt_de": alt[0],
        "alt_en": alt[1],
        "credit": CREDIT,
        "source": None,
        "source_date": None,
        "institutions": [],
        "events": [],
        "projects": [],
    }
    return {**row, **more}


# fmt: off
NEWS = [
    _news(
        "kataster-eroeffnet", "news", -3, "bioindustry",
        (
            "Zwei Kataster zeigen, was die Region kann",
            "Bioprozesstechnik und biomedizinische Analytik sind ab sofort erfasst: mit Geräten, Kompetenzen und klaren Angaben, wer unter welchen Bedingungen Zugang hat.",
            [
                _p("Wer in Ruhr und Westfalen einen 300-Liter-Fermenter oder einen Abend am Massenspektrometer suchte, telefonierte sich bisher durch Institute und Firmen. Seit dieser Woche genügt ein Blick in die beiden Kataster, die im Projekt KLIC.2.go entstanden sind."),
                _p("Jeder Eintrag nennt, was ein Gerät leistet, was es nicht leistet, welche Schutzstufe gilt und ob eine Einweisung nötig ist. Wo freie Zeit gemeldet ist, führt der Weg direkt zur Buchung auf der Sharingplattform."),
                _quote("Ein Verzeichnis allein bewegt nichts. Entscheidend ist, dass hinter jedem Eintrag ein Mensch steht, der antwortet.", "emre-yildirim", "Transfermanager, BioIndustry e.V."),
                {"type": "list", "items": ["Bioprozesstechnik: Organismus, Betriebsweise, Volumen, Aufarbeitung", "Biomedizinische Analytik: Analyt, Verfahren, Probe, Qualitätsnachweis", "In beiden: Zugang, Preis, Vorlauf, Ansprechperson"]},
                _p("Einrichtungen pflegen ihre Angaben selbst; die Geschäftsstelle gibt sie frei. Fehlt etwas, freuen wir uns über einen Hinweis."),
                {"type": "funding", "project": "klic-2-go"},
            ],
        ),
        (
            "Two registers show what the region can do",
            "Bioprocess engineering and biomedical analytics are now on record: with equipment, competences and a clear statement of who has access on what terms.",
            [
                _p("Until now, anyone in Ruhr and Westphalia who needed a 300-litre fermenter or an evening at a mass spectrometer had to ring round institutes and companies. Since this week a look at the two registers that grew out of the KLIC.2.go project is enough."),
                _p("Every entry says what a device can do and what it cannot, which biosafety level applies and whether a briefing is needed. Where free time has been reported, the path leads straight to booking on the sharing platform."),
                _quote("A directory alone moves nothing. What counts is that behind each entry there is a person who answers.", "emre-yildirim", "Transfer manager, BioIndustry e.V."),
                {"type": "list", "items": ["Bioprocess engineering: organism, mode, volume, downstream steps", "Biomedical analytics: analyte, method, sample, quality evidence", "In both: access, price, lead time, contact"]},
                _p("Institutions keep their own entries; the office releases them. If something is missing, please tell us."),
                {"type": "funding", "project": "klic-2-go"},
            ],
        ),
        ("plates", 11), ("Gezeichnete Mikrotiterplatten in Petrol und Orange", "Drawing of microplates in petrol and orange"),
        institutions=["bioindustry", "bio-security", "hshl"], projects=["klic-2-go"],
    ),
    _news(
        "gemeinschaftsstand-biotechnologietage", "news", -12, "bioindustry",
        (
            "Gemeinsam zu den Deutschen Biotechnologietagen: Mitaussteller gesucht",
            "Der Kompetenzverbund plant einen Stand für die ganze Region. Acht Plätze sind zu vergeben, Start-ups zahlen nichts.",
            [
                _p("Die Deutschen Biotechnologietage sind das Familientreffen der Branche. Veranstaltet werden sie von anderen; wir reisen gemeinsam an und zeigen an einem Stand, was zwischen Duisburg und Paderborn entsteht."),
                _p("Jede Einrichtung erhält einen Tresen, einen Bildschirm und zwei Ausweise. Auf- und Abbau übernimmt die Geschäftsstelle. Bitte melden Sie sich bis drei Wochen vor Beginn; bei mehr Interessierten achten wir auf eine gute Mischung."),
                {"type": "call_to_action", "label": "Zur Veranstaltung", "target": "deutsche-biotechnologietage", "text": "Termin, Ort und Anmeldung beim Veranstalter"},
            ],
        ),
        (
            "Together to the Deutsche Biotechnologietage: co-exhibitors wanted",
            "The network is planning a stand for the whole region. Eight places are to be had; start-ups pay nothing.",
            [
                _p("The Deutsche Biotechnologietage are the sector’s family reunion. Others host it; we travel together and show at one stand what is growing between Duisburg and Paderborn."),
                _p("Each institution gets a counter, a screen and two passes. The office sees to building up and down. Please apply at least three weeks before it begins; if more come forward, we shall look for a good mix."),
                {"type": "call_to_action", "label": "To the event", "target": "deutsche-biotechnologietage", "text": "Date, place and registration with the organiser"},
            ],
        ),
        ("people", 3), ("Gezeichnete Menschen im Gespräch", "Drawing of people in conversation"),
        institutions=["bioindustry", "biosaxony"], events=["deutsche-biotechnologietage"],
    ),
    _news(
        "abendfenster-im-zentrallabor", "news", -18, "medecon-ruhr",
        (
            "Hellweg-Klinikum öffnet sein Zentrallabor am Abend",
            "Das erste Haus im Verbund gibt freie Analysezeit an Partner ab. Patientenproben haben weiterhin Vorrang.",
            [
                _p("Krankenhauslabore sind gut ausgestattet und knapp finanziert. Ein neues Analysegerät rechnet sich leichter, wenn es auch nach Feierabend arbeitet. Genau hier setzt der klinische Teil von KLIC.2.go an, den die MedEcon Ruhr GmbH leitet."),
                _p("Im Hellweg-Klinikum Unna sind nun montags bis samstags ab 18 Uhr Zeiten am MALDI-TOF buchbar. Fällt abends eine dringende Untersuchung an, kann die Klinik bis 16 Uhr absagen. Der Preis ist für alle gleich, und mit dem Einkauf hat die Sache nichts zu tun."),
                _quote("Wir verkaufen keine Nachtschicht. Wir teilen ein Gerät, das ohnehin da ist, nach Regeln, die wir vorher aufgeschrieben haben.", "martin-ellerbrock", "Leitung Zentrallabor, Hellweg-Klinikum Unna"),
                _p("Weitere Häuser prüfen derzeit ihre freien Fenster. Mittelfristig soll das Modell auch für die radiologische Bildgebung untersucht werden."),
            ],
        ),
        (
            "Hellweg-Klinikum opens its central laboratory in the evening",
            "The first hospital in the network passes free analyser time to partners. Patient samples still come first.",
            [
                _p("Hospital laboratories are well equipped and tightly financed. A new analyser pays its way more easily if it also works after hours. This is where the clinical part of KLIC.2.go, led by MedEcon Ruhr GmbH, begins."),
                _p("At Hellweg-Klinikum Unna time on the MALDI-TOF can now be booked from 6 pm, Monday to Saturday. If an urgent test comes up, the hospital may call off until 4 pm. The price is the same for everyone, and it has nothing to do with purchasing."),
                _quote("We are not selling night shifts. We share an instrument that is there anyway, by rules we wrote down beforehand.", "martin-ellerbrock", "Head of the central laboratory, Hellweg-Klinikum Unna"),
                _p("Other hospitals are checking their free windows. In the medium term the model is to be studied for radiological imaging as well."),
            ],
        ),
        ("spectrum", 2), ("Gezeichnetes Massenspektrum mit hervorgehobenen Linien", "Drawing of a mass spectrum with highlighted lines"),
        institutions=["hellweg-klinikum", "medecon-ruhr"], projects=["klic-2-go"],
    ),
    _news(
        "erhebung-laborgeraeteboerse", "press_release", -26, "bioindustry",
        (
            "Erhebung zur Laborgerätebörse: Was braucht Ihr Labor?",
            "Zwölf Fragen, acht Minuten, anonym. Das Ergebnis entscheidet, wie die Börse nach der Probezeit aussieht.",
            [
                _p("In vielen Kellern stehen Geräte, die noch laufen, aber niemand mehr benutzt. Gleichzeitig kaufen Gründungen neu, weil sie nicht wissen, was in der Nachbarschaft übrig ist. Eine Börse für Verkauf, Leihe und Schenkung könnte beides lösen – wenn sie genutzt wird."),
                _p("Der Verbund fragt deshalb beide Seiten: Was würden Sie abgeben, was suchen Sie, und woran ist es bisher gescheitert? Häufig genannt werden fehlende Freigaben, unklare Haftung und die Sorge um gespeicherte Daten. Auf diesem Portal ist daher jede Abgabe an eine kurze Liste von Papieren gebunden."),
                _p("Die Angaben werden ohne Namen ausgewertet. Einrichtungen, die über das Ergebnis informiert werden möchten, hinterlassen ihre Adresse getrennt vom Fragebogen."),
                _links(("Angebote der Laborgerätebörse", "/de/marktplatz/?kind=sale"), ("Online-Sprechstunde zu den Freigabepapieren", "/de/veranstaltungen/")),
            ],
        ),
        (
            "Survey on the equipment exchange: what does your laboratory need?",
            "Twelve questions, eight minutes, anonymous. The result decides what the exchange looks like after its trial.",
            [
                _p("In many basements there is equipment that still runs but nobody uses any more. At the same time start-ups buy new because they do not know what is left over next door. An exchange for sale, loan and gift could solve both – provided it is used."),
                _p("The network is therefore asking both sides: what would you part with, what are you looking for, and why has it failed so far? Missing releases, unclear liability and worries about stored data are mentioned often. On this portal each hand-over therefore depends on a short list of papers."),
                _p("Answers are evaluated without names. Institutions that want to hear the result leave their address separately from the questionnaire."),
                _links(("Listings of the equipment exchange", "/en/marketplace/?kind=sale"), ("Online clinic on release papers", "/en/events/")),
            ],
        ),
        ("plates", 21), ("Gezeichnete Laborplatten", "Drawing of laboratory plates"),
        institutions=["bioindustry"], events=["boerse-papiere-richtig"], projects=["klic-2-go"],
    ),
    _news(
        "zellschmiede-waechst-mit-geliehenem", "success_story", -33, "tz-dortmund",
        (
            "Wie die Zellschmiede mit geliehenen Geräten startete",
            "Drei Menschen, kein Geld für einen Gerätepark und eine Idee: Hautmodelle statt Tierversuch. Heute sind es neun.",
            [
                _p("Als die Zellschmiede Dortmund gegründet wurde, passte ihre Ausstattung in einen Kofferraum. Inkubator, Mikroskop, Zytometer: alles gebucht, geliehen oder gebraucht gekauft. Das sparte im ersten Jahr rund 140.000 Euro, und es brachte Kontakte, die kein Katalog liefert."),
                _quote("Wir haben nicht gewartet, bis wir ein Labor hatten. Wir haben angefangen und unterwegs eines bekommen.", "samira-el-amrani", "Gründerin, Zellschmiede Dortmund GmbH"),
                _p("Heute gibt das Team selbst weiter: Ein Inkubator mit Sauerstoffregelung steht anderen offen, zwei ältere wechseln gerade den Besitzer. Aus dem Gast ist ein Gastgeber geworden."),
                {"type": "people", "people": ["samira-el-amrani", "leyla-aksoy"]},
            ],
        ),
        (
            "How Zellschmiede started out with borrowed equipment",
            "Three people, no money for a machine park and an idea: skin models instead of animal tests. Today they are nine.",
            [
                _p("When Zellschmiede Dortmund was founded, its equipment fitted into the boot of a car. Incubator, microscope, cytometer: all booked, borrowed or bought second-hand. That saved about 140,000 euros in the first year and brought contacts that no catalogue supplies."),
                _quote("We did not wait until we had a laboratory. We began, and got one on the way.", "samira-el-amrani", "Founder, Zellschmiede Dortmund GmbH"),
                _p("Today the team passes things on: an incubator with oxygen control is open to others, and two older ones are changing hands. The guest has become a host."),
                {"type": "people", "people": ["samira-el-amrani", "leyla-aksoy"]},
            ],
        ),
        ("cells", 5), ("Gezeichnete Zellen in warmen und kühlen Farben", "Drawing of cells in warm and cool colours"),
        institutions=["zellschmiede", "tz-dortmund"],
    ),
    _news(
        "aus-dem-archiv-clusterabend", "news", -45, "bioindustry",
        (
            "Aus dem Archiv: Ein Clubabend von 2005 und was daraus wurde",
            "Am 24. November 2005 ging es beim Marketing-Club Bochum um Cluster in der Medizin. Die Fragen von damals sind erstaunlich jung.",
            [
                _p("Beim Aufräumen fand sich der Bericht über einen Vortrag, den der Geschäftsführer des Vereins Life Technologies Ruhr vor dem Marketing-Club Bochum hielt. Damals zählte der Verein 70 Unternehmen und rund 100 Mitglieder, darunter Universitäten sowie Industrie- und Handelskammern."),
                _p("Stark sei die Region in medizinischer Mikrotechnologie, Bildgebung, Molekularmedizin und medizinischer IT, hieß es; schwach sei der Weg aus der Wissenschaft in den Betrieb. Vorgeschlagen wurde ein Dreieck der Biomedizin zwischen Bochum, Witten und Dortmund."),
                _p("Zwei Jahrzehnte später stehen in genau diesen Städten Technologiezentren, die mit Bönen zusammen das Projekt KLIC.Ruhr getragen haben. Die alte Frage nach dem Transfer hat seitdem viele Antworten bekommen; dieses Portal ist eine davon."),
            ],
        ),
        (
            "From the archive: a club evening in 2005 and what came of it",
            "On 24 November 2005 the Marketing-Club Bochum discussed clusters in medicine. The questions of that night are surprisingly young.",
            [
                _p("While tidying up we found the report of a talk that the managing director of the association Life Technologies Ruhr gave at the Marketing-Club Bochum. At that time the association counted 70 companies and about 100 members, among them universities and chambers of industry and commerce."),
                _p("The region, it was said, was strong in medical microtechnology, imaging, molecular medicine and medical IT; weak was the path from science into companies. A triangle of biomedicine between Bochum, Witten and Dortmund was proposed."),
                _p("Two decades later there are technology centres in these very cities, which carried the KLIC.Ruhr project together with Bönen. The old question of transfer has found many answers since; this portal is one of them."),
            ],
        ),
        ("skyline_ruhr", 8), ("Gezeichnete Silhouette des Ruhrgebiets mit Fördertürmen", "Drawing of the Ruhr skyline with pithead towers"),
        institutions=["marketing-club-bochum"], events=["clubabend-clustermanagement-2005"], projects=["klic-ruhr"],
    ),
    _news(
        "sektion-medizintechnik-gegruendet", "news", -60, "medecon-ruhr",
        (
            "Eigene Sektion für die Medizintechnik",
            "Unternehmen führen sie selbst: Eine Themengruppe aus Industrie und Wissenschaft bestimmt, woran gearbeitet wird.",
            [
                _p("Viele Betriebe der Region stellen Medizintechnik her oder liefern ihr zu, ohne sich je begegnet zu sein. Die neue Sektion gibt ihnen einen gemeinsamen Ort mit eigenem Erscheinungsbild. Den Vorsitz hat Dr.-Ing. Thomas Ridder von der Ruhrfluss Mikrosysteme GmbH übernommen, Carolin Haas von Bildraum Medical IT vertritt ihn."),
                _p("Beim ersten Treffen standen zwei Vorhaben fest: ein Workshop zur Energieeffizienz in Reinräumen und ein Treffen für alle, die in der Medizintechnik arbeiten oder damit anfangen wollen. Vorbild war Sachsen, wo biosaxony e.V. einen ähnlichen Schritt gegangen ist."),
                {"type": "people", "people": ["thomas-ridder", "carolin-haas", "david-okafor"]},
            ],
        ),
        (
            "A section of its own for medical technology",
            "Companies run it themselves: a theme group from industry and science decides what to work on.",
            [
                _p("Many firms in the region make medical devices or supply those who do, without ever having met. The new section gives them a common place with a look of its own. Dr.-Ing. Thomas Ridder of Ruhrfluss Mikrosysteme GmbH has taken the chair; Carolin Haas of Bildraum Medical IT is his deputy."),
                _p("Two plans were settled at the first meeting: a workshop on energy efficiency in cleanrooms and a gathering for everyone who works in medical technology or wants to start. The model was Saxony, where biosaxony e.V. has taken a similar step."),
                {"type": "people", "people": ["thomas-ridder", "carolin-haas", "david-okafor"]},
            ],
        ),
        ("chip", 9), ("Gezeichneter mikrofluidischer Chip", "Drawing of a microfluidic chip"),
        institutions=["medecon-ruhr", "ruhrfluss-mikrosysteme", "bildraum-medical", "biosaxony"], events=["energieeffizienz-reinraum", "sektionsgruendung-medizintechnik"],
    ),
    _news(
        "oberhavel-ziel-massnahme-nutzen", "success_story", -95, "wirtschaftsfoerderung-hellweg",
        (
            "Blick über den Zaun: Wie ein Landkreis sein Cluster ordnet",
            "Im brandenburgischen Oberhavel stehen Ziel, Maßnahme und Nutzen in drei Spalten. Für Gründungen ist das eine gute Nachricht.",
            [
                _p("Gründungen in der medizinischen Biotechnologie brauchen mehr als einen Geschäftsplan: Schutzrechte, Zulassung, Laborfläche und Menschen, die das schon einmal gemacht haben. Im Life Science Cluster Oberhavel laufen diese Fäden beim Clustermanagement zusammen."),
                {
                    "type": "goal",
                    "goals": ["Ein klares Profil in der Gesundheitsregion Berlin-Brandenburg", "Vernetzung entlang der Wertschöpfung, auch über Branchen hinweg", "Engere Zusammenarbeit mit Kliniken und Hochschulen", "Gute Bedingungen für Gründungen und genug Fachkräfte"],
                    "measures": ["Kliniken und Pharmaunternehmen im Landkreis regelmäßig zusammenbringen", "Neue Partnerschaften mit Landwirtschaft und Entsorgungswirtschaft", "Brücken zu den Hochschulen in Neuruppin (MHB) und Eberswalde (HNE)"],
                    "benefits": ["Unternehmen bleiben und wachsen am Standort", "Die Region wird überregional wahrgenommen", "Qualifizierte Arbeitsplätze entstehen und bleiben"],
                },
                _p("Für die Hellweg-Region haben wir daraus einen Lotsendienst abgeleitet, der Anfragen binnen zwei Werktagen an die richtige Stelle bringt."),
            ],
        ),
        (
            "A look over the fence: how a district puts its cluster in order",
            "In Oberhavel, Brandenburg, goal, measure and benefit stand in three columns. That is good news for founders.",
            [
                _p("Start-ups in medical biotechnology need more than a business plan: property rights, approval, laboratory space and people who have done it before. In the Life Science Cluster Oberhavel these threads come together at the cluster management."),
                {
                    "type": "goal",
                    "goals": ["A clear profile within the Berlin-Brandenburg health region", "Links along the value chain, across sectors too", "Closer work with hospitals and universities", "Good conditions for start-ups and enough skilled people"],
                    "measures": ["Bring the district’s hospitals and pharmaceutical companies together regularly", "New partnerships with agriculture and waste management", "Bridges to the universities in Neuruppin (MHB) and Eberswalde (HNE)"],
                    "benefits": ["Companies stay and grow where they are", "The region is noticed beyond its borders", "Skilled jobs are created and kept"],
                },
                _p("For the Hellweg region we have drawn from this a guide service that brings enquiries to the right desk within two working days."),
            ],
        ),
        ("network", 15), ("Gezeichnetes Netz aus Punkten und Linien", "Drawing of a network of dots and lines"),
        institutions=["wirtschaftsfoerderung-hellweg"],
    ),
    _news(
        "klic-2-go-startet", "press_release", -150, "bioindustry",
        (
            "KLIC.2.go: Der Verbund spezialisiert sich",
            "Das Nachfolgeprojekt von KLIC.Ruhr ist gestartet. Vier Partner bauen zwei Kataster, bringen Kliniken und Industrie zusammen und geben alten Geräten eine zweite Aufgabe.",
            [
                _p("Vier Jahre lang, von 2019 bis 2023, hat KLIC.Ruhr den Austausch zwischen Wissenschaft und Wirtschaft aufgebaut. Nun folgt die fachliche Zuspitzung: Bioprozesstechnik und biomedizinische Analytik erhalten je ein eigenes Kataster, das an die Sharingplattform anschließt."),
                _p("Das Konsortium führt wieder der BioIndustry e.V.; neu dabei sind die MedEcon Ruhr GmbH, das Kompetenzzentrum Bio-Security und die Hochschule Hamm-Lippstadt. Die MedEcon Ruhr GmbH verantwortet die Partnerschaften mit Kliniken."),
                _quote("Wir wollen nicht mehr Treffen, sondern weniger Umwege. Jede Anfrage soll nach zwei Gesprächen am richtigen Gerät stehen.", "miriam-osthoff", "Leitung KLIC.2.go, BioIndustry e.V."),
                {"type": "funding", "project": "klic-2-go"},
            ],
        ),
        (
            "KLIC.2.go: the network specialises",
            "The successor of KLIC.Ruhr has begun. Four partners are building two registers, bringing hospitals and industry together and giving old equipment a second task.",
            [
                _p("For four years, from 2019 to 2023, KLIC.Ruhr built up the exchange between science and business. Now comes the sharper focus: bioprocess engineering and biomedical analytics each get a register of their own that connects to the sharing platform."),
                _p("The consortium is again led by BioIndustry e.V.; new on board are MedEcon Ruhr GmbH, the Kompetenzzentrum Bio-Security and Hochschule Hamm-Lippstadt. MedEcon Ruhr GmbH is responsible for partnerships with hospitals."),
                _quote("We do not want more meetings but fewer detours. After two conversations every enquiry should stand in front of the right instrument.", "miriam-osthoff", "Head of KLIC.2.go, BioIndustry e.V."),
                {"type": "funding", "project": "klic-2-go"},
            ],
        ),
        ("fermenter", 12), ("Gezeichneter Fermenter mit Blasen", "Drawing of a fermenter with bubbles"),
        institutions=["bioindustry", "medecon-ruhr", "bio-security", "hshl"], events=["auftakt-klic-2-go"], projects=["klic-2-go", "klic-ruhr"],
    ),
    _news(
        "klic-ruhr-bilanz", "success_story", "2023-12-14", "bioindustry",
        (
            "Vier Jahre KLIC.Ruhr: Was bleibt",
            "Das Projekt endet, die Sharingplattform bleibt. Eine kurze Bilanz aus vier Technologiezentren.",
            [
                _p("Coachings für Gründungsinteressierte, Matchings zwischen Laboren und Betrieben und vor allem eine Plattform, auf der freie Gerätezeit sichtbar wird: Das Projekt hat geliefert, was es versprochen hatte. Gefördert wurde es aus dem EFRE und vom Land Nordrhein-Westfalen."),
                _p("Am meisten gelernt haben alle Beteiligten über das Kleingedruckte: Wer haftet, wer weist ein, wer räumt auf? Die Antworten stehen heute in den Buchungsregeln. Sie sind der Grund, warum eine Buchung nur wenige Minuten dauert."),
                {"type": "funding", "project": "klic-ruhr"},
            ],
        ),
        (
            "Four years of KLIC.Ruhr: what remains",
            "The project ends, the sharing platform stays. A short summing-up from four technology centres.",
            [
                _p("Coaching for would-be founders, matching between laboratories and companies, and above all a platform that makes free equipment time visible: the project delivered what it had promised. It was funded by the ERDF and the State of North Rhine-Westphalia."),
                _p("Everyone learned most about the small print: who is liable, who gives the briefing, who cleans up? Today the answers are in the booking rules. They are the reason why a booking takes only a few minutes."),
                {"type": "funding", "project": "klic-ruhr"},
            ],
        ),
        ("helix", 4), ("Gezeichnete Doppelhelix", "Drawing of a double helix"),
        institutions=["bioindustry", "tz-bochum", "tz-boenen", "tz-dortmund", "tz-witten"], projects=["klic-ruhr", "klic-2-go"],
    ),
    _news(
        "aktionsplan-medizintechnik-lesenswert", "publication", "2016-07-13", "biosaxony",
        (
            "Lesenswert: Aktionsplan Medizintechnik zweier Cluster",
            "biosaxony e.V. und BioRegio STERN haben 2015 gemeinsam aufgeschrieben, was Medizintechnik und Biotechnologie verbindet. Die Broschüre „Cross-Cluster-Erfolge“ fasst es ab Seite 30 zusammen.",
            [
                _p("Die Zusammenarbeit der beiden Cluster wurde vom Bundesministerium für Wirtschaft und Energie als Cross-Cluster-Kooperation gefördert. Aus dem Plan ist in Sachsen eine eigene Sektion Medizintechnik entstanden, die mehr als 150 Unternehmen des Landes ansprechen will."),
                _p("Für unsere Region ist der Plan lesenswert, weil er nicht mit Forderungen beginnt, sondern mit einer Liste von Dingen, die zwei Branchen sofort gemeinsam tun können."),
                _links(("biosaxony e.V.", "https://biosaxony.example"), ("BioRegio STERN Management GmbH", "https://bioregio-stern.example")),
            ],
        ),
        (
            "Worth reading: two clusters’ action plan for medical technology",
            "In 2015 biosaxony e.V. and BioRegio STERN wrote down together what links medical technology and biotechnology. The brochure “Cross-Cluster-Erfolge” sums it up from page 30.",
            [
                _p("The Federal Ministry for Economic Affairs and Energy supported the work of the two clusters as a cross-cluster co-operation. In Saxony a medical technology section has grown out of the plan; it means to reach more than 150 companies in the state."),
                _p("The plan is worth reading for our region because it does not begin with demands but with a list of things that two sectors can do together at once."),
                _links(("biosaxony e.V.", "https://biosaxony.example"), ("BioRegio STERN Management GmbH", "https://bioregio-stern.example")),
            ],
        ),
        ("microscope", 3), ("Gezeichnetes Mikroskop", "Drawing of a microscope"),
        institutions=["biosaxony", "bioregio-stern"],
    ),
    _news(
        "projektgruppe-life-sciences-mitteldeutschland", "press_release", "2016-02-26", "bioindustry",
        (
            "Mitteldeutschland bündelt seine Life Sciences in einer Projektgruppe",
            "Akteure aus drei Ländern arbeiten unter dem Dach der Metropolregion zusammen. Neue Strukturen soll es dafür nicht geben.",
            [
                _p("Cluster, Gründerzentren und Forschung in Mitteldeutschland haben die Projektgruppe „Life Sciences Mitteldeutschland“ gebildet, die sich in der vergangenen Woche erstmals getroffen hat. Sie arbeitet unter dem Dach der Europäischen Metropolregion und will vorhandene Kräfte besser verbinden, statt weitere Gremien zu schaffen."),
                _p("Nach Einschätzung der Beteiligten bleibt zwischen den Standorten noch viel Zusammenarbeit ungenutzt. Über Landesgrenzen hinweg soll die Branche deshalb gemeinsam auftreten, zuerst bei den Deutschen Biotechnologietagen im April 2016 in Leipzig und bei der bionection im Oktober 2016 in Halle (Saale)."),
                _p("Auf der Agenda stehen zudem die Förderung junger Unternehmen und eine gemeinsame Fachveranstaltung. Gründungspartner sind neben biosaxony e.V. und der TGZ Halle GmbH die BMD – Life Science Agentur Sachsen-Anhalt, der InfectoGnostics Forschungscampus Jena, KPMG und die AG „Wirtschaft und Standortentwicklung“ der Metropolregion. Wer mitarbeiten möchte, ist willkommen."),
                _links(("biosaxony e.V.", "https://biosaxony.example"), ("TGZ Technologie- und Gründerzentrum Halle GmbH", "https://tgz-halle.example"), ("Technologiepark weinberg campus", "https://weinberg-campus.example"), ("InfectoGnostics Forschungscampus Jena e.V.", "https://infectognostics.example")),
            ],
        ),
        (
            "Central Germany gathers its life sciences in one working group",
            "Players from three states work together under the roof of the metropolitan region. No new structures are to be built for it.",
            [
                _p("Clusters, start-up centres and researchers in central Germany have formed the working group “Life Sciences Mitteldeutschland”, which met for the first time last week. It works under the roof of the European Metropolitan Region and wants to connect existing forces better instead of creating further bodies."),
                _p("In the view of those involved, much co-operation between the sites still lies idle. The sector is therefore to appear together across state borders, first at the Deutsche Biotechnologietage in Leipzig in April 2016 and at bionection in Halle (Saale) in October 2016."),
                _p("Support for young companies and a joint specialist event are on the agenda, too. Besides biosaxony e.V. and TGZ Halle GmbH, the founding partners are BMD – Life Science Agentur Sachsen-Anhalt, the InfectoGnostics research campus in Jena, KPMG and the metropolitan region’s working party “Wirtschaft und Standortentwicklung”. Anyone who wants to take part is welcome."),
                _links(("biosaxony e.V.", "https://biosaxony.example"), ("TGZ Technologie- und Gründerzentrum Halle GmbH", "https://tgz-halle.example"), ("Technologiepark weinberg campus", "https://weinberg-campus.example"), ("InfectoGnostics Forschungscampus Jena e.V.", "https://infectognostics.example")),
            ],
        ),
        ("network", 27), ("Gezeichnetes Netz aus drei Gruppen", "Drawing of a network of three groups"),
        source="metropolregion-mitteldeutschland", source_date="2016-02-26",
        institutions=["metropolregion-mitteldeutschland", "biosaxony", "tgz-halle", "infectognostics", "weinberg-campus"],
    ),
]
# fmt: on
