"""What happened before, back to 2016."""

from portal.demo.content.news.rows import links, news, paragraph, quote

# fmt: off
EARLIER = [
    news(
        "sektion-medizintechnik-gegruendet", "news", -60, "medecon-ruhr",
        (
            "Eigene Sektion für die Medizintechnik",
            "Unternehmen führen sie selbst: Eine Themengruppe aus Industrie und Wissenschaft bestimmt, woran gearbeitet wird.",
            [
                paragraph("Viele Betriebe der Region stellen Medizintechnik her oder liefern ihr zu, ohne sich je begegnet zu sein. Die neue Sektion gibt ihnen einen gemeinsamen Ort mit eigenem Erscheinungsbild. Den Vorsitz hat Dr.-Ing. Thomas Ridder von der Ruhrfluss Mikrosysteme GmbH übernommen, Carolin Haas von Bildraum Medical IT vertritt ihn."),
                paragraph("Beim ersten Treffen standen zwei Vorhaben fest: ein Workshop zur Energieeffizienz in Reinräumen und ein Treffen für alle, die in der Medizintechnik arbeiten oder damit anfangen wollen. Vorbild war Sachsen, wo biosaxony e.V. einen ähnlichen Schritt gegangen ist."),
                {"type": "people", "people": ["thomas-ridder", "carolin-haas", "david-okafor"]},
            ],
        ),
        (
            "A section of its own for medical technology",
            "Companies run it themselves: a theme group from industry and science decides what to work on.",
            [
                paragraph("Many firms in the region make medical devices or supply those who do, without ever having met. The new section gives them a common place with a look of its own. Dr.-Ing. Thomas Ridder of Ruhrfluss Mikrosysteme GmbH has taken the chair; Carolin Haas of Bildraum Medical IT is his deputy."),
                paragraph("Two plans were settled at the first meeting: a workshop on energy efficiency in cleanrooms and a gathering for everyone who works in medical technology or wants to start. The model was Saxony, where biosaxony e.V. has taken a similar step."),
                {"type": "people", "people": ["thomas-ridder", "carolin-haas", "david-okafor"]},
            ],
        ),
        ("chip", 9), ("Gezeichneter mikrofluidischer Chip", "Drawing of a microfluidic chip"),
        institutions=["medecon-ruhr", "ruhrfluss-mikrosysteme", "bildraum-medical", "biosaxony"], events=["energieeffizienz-reinraum", "sektionsgruendung-medizintechnik"],
    ),
    news(
        "oberhavel-ziel-massnahme-nutzen", "success_story", -95, "wirtschaftsfoerderung-hellweg",
        (
            "Blick über den Zaun: Wie ein Landkreis sein Cluster ordnet",
            "Im brandenburgischen Oberhavel stehen Ziel, Maßnahme und Nutzen in drei Spalten. Für Gründungen ist das eine gute Nachricht.",
            [
                paragraph("Gründungen in der medizinischen Biotechnologie brauchen mehr als einen Geschäftsplan: Schutzrechte, Zulassung, Laborfläche und Menschen, die das schon einmal gemacht haben. Im Life Science Cluster Oberhavel laufen diese Fäden beim Clustermanagement zusammen."),
                {
                    "type": "goal",
                    "goals": ["Ein klares Profil in der Gesundheitsregion Berlin-Brandenburg", "Vernetzung entlang der Wertschöpfung, auch über Branchen hinweg", "Engere Zusammenarbeit mit Kliniken und Hochschulen", "Gute Bedingungen für Gründungen und genug Fachkräfte"],
                    "measures": ["Kliniken und Pharmaunternehmen im Landkreis regelmäßig zusammenbringen", "Neue Partnerschaften mit Landwirtschaft und Entsorgungswirtschaft", "Brücken zu den Hochschulen in Neuruppin (MHB) und Eberswalde (HNE)"],
                    "benefits": ["Unternehmen bleiben und wachsen am Standort", "Die Region wird überregional wahrgenommen", "Qualifizierte Arbeitsplätze entstehen und bleiben"],
                },
                paragraph("Für die Hellweg-Region haben wir daraus einen Lotsendienst abgeleitet, der Anfragen binnen zwei Werktagen an die richtige Stelle bringt."),
            ],
        ),
        (
            "A look over the fence: how a district puts its cluster in order",
            "In Oberhavel, Brandenburg, goal, measure and benefit stand in three columns. That is good news for founders.",
            [
                paragraph("Start-ups in medical biotechnology need more than a business plan: property rights, approval, laboratory space and people who have done it before. In the Life Science Cluster Oberhavel these threads come together at the cluster management."),
                {
                    "type": "goal",
                    "goals": ["A clear profile within the Berlin-Brandenburg health region", "Links along the value chain, across sectors too", "Closer work with hospitals and universities", "Good conditions for start-ups and enough skilled people"],
                    "measures": ["Bring the district’s hospitals and pharmaceutical companies together regularly", "New partnerships with agriculture and waste management", "Bridges to the universities in Neuruppin (MHB) and Eberswalde (HNE)"],
                    "benefits": ["Companies stay and grow where they are", "The region is noticed beyond its borders", "Skilled jobs are created and kept"],
                },
                paragraph("For the Hellweg region we have drawn from this a guide service that brings enquiries to the right desk within two working days."),
            ],
        ),
        ("network", 15), ("Gezeichnetes Netz aus Punkten und Linien", "Drawing of a network of dots and lines"),
        institutions=["wirtschaftsfoerderung-hellweg"],
    ),
    news(
        "klic-2-go-startet", "press_release", -150, "bioindustry",
        (
            "KLIC.2.go: Der Verbund spezialisiert sich",
            "Das Nachfolgeprojekt von KLIC.Ruhr ist gestartet. Vier Partner bauen zwei Kataster, bringen Kliniken und Industrie zusammen und geben alten Geräten eine zweite Aufgabe.",
            [
                paragraph("Vier Jahre lang, von 2019 bis 2023, hat KLIC.Ruhr den Austausch zwischen Wissenschaft und Wirtschaft aufgebaut. Nun folgt die fachliche Zuspitzung: Bioprozesstechnik und biomedizinische Analytik erhalten je ein eigenes Kataster, das an die Sharingplattform anschließt."),
                paragraph("Das Konsortium führt wieder der BioIndustry e.V.; neu dabei sind die MedEcon Ruhr GmbH, das Kompetenzzentrum Bio-Security und die Hochschule Hamm-Lippstadt. Die MedEcon Ruhr GmbH verantwortet die Partnerschaften mit Kliniken."),
                quote("Wir wollen nicht mehr Treffen, sondern weniger Umwege. Jede Anfrage soll nach zwei Gesprächen am richtigen Gerät stehen.", "miriam-osthoff", "Leitung KLIC.2.go, BioIndustry e.V."),
                {"type": "funding", "project": "klic-2-go"},
            ],
        ),
        (
            "KLIC.2.go: the network specialises",
            "The successor of KLIC.Ruhr has begun. Four partners are building two registers, bringing hospitals and industry together and giving old equipment a second task.",
            [
                paragraph("For four years, from 2019 to 2023, KLIC.Ruhr built up the exchange between science and business. Now comes the sharper focus: bioprocess engineering and biomedical analytics each get a register of their own that connects to the sharing platform."),
                paragraph("The consortium is again led by BioIndustry e.V.; new on board are MedEcon Ruhr GmbH, the Kompetenzzentrum Bio-Security and Hochschule Hamm-Lippstadt. MedEcon Ruhr GmbH is responsible for partnerships with hospitals."),
                quote("We do not want more meetings but fewer detours. After two conversations every enquiry should stand in front of the right instrument.", "miriam-osthoff", "Head of KLIC.2.go, BioIndustry e.V."),
                {"type": "funding", "project": "klic-2-go"},
            ],
        ),
        ("fermenter", 12), ("Gezeichneter Fermenter mit Blasen", "Drawing of a fermenter with bubbles"),
        institutions=["bioindustry", "medecon-ruhr", "bio-security", "hshl"], events=["auftakt-klic-2-go"], projects=["klic-2-go", "klic-ruhr"],
    ),
    news(
        "klic-ruhr-bilanz", "success_story", "2023-12-14", "bioindustry",
        (
            "Vier Jahre KLIC.Ruhr: Was bleibt",
            "Das Projekt endet, die Sharingplattform bleibt. Eine kurze Bilanz aus vier Technologiezentren.",
            [
                paragraph("Coachings für Gründungsinteressierte, Matchings zwischen Laboren und Betrieben und vor allem eine Plattform, auf der freie Gerätezeit sichtbar wird: Das Projekt hat geliefert, was es versprochen hatte. Gefördert wurde es aus dem EFRE und vom Land Nordrhein-Westfalen."),
                paragraph("Am meisten gelernt haben alle Beteiligten über das Kleingedruckte: Wer haftet, wer weist ein, wer räumt auf? Die Antworten stehen heute in den Buchungsregeln. Sie sind der Grund, warum eine Buchung nur wenige Minuten dauert."),
                {"type": "funding", "project": "klic-ruhr"},
            ],
        ),
        (
            "Four years of KLIC.Ruhr: what remains",
            "The project ends, the sharing platform stays. A short summing-up from four technology centres.",
            [
                paragraph("Coaching for would-be founders, matching between laboratories and companies, and above all a platform that makes free equipment time visible: the project delivered what it had promised. It was funded by the ERDF and the State of North Rhine-Westphalia."),
                paragraph("Everyone learned most about the small print: who is liable, who gives the briefing, who cleans up? Today the answers are in the booking rules. They are the reason why a booking takes only a few minutes."),
                {"type": "funding", "project": "klic-ruhr"},
            ],
        ),
        ("helix", 4), ("Gezeichnete Doppelhelix", "Drawing of a double helix"),
        institutions=["bioindustry", "tz-bochum", "tz-boenen", "tz-dortmund", "tz-witten"], projects=["klic-ruhr", "klic-2-go"],
    ),
    news(
        "aktionsplan-medizintechnik-lesenswert", "publication", "2016-07-13", "biosaxony",
        (
            "Lesenswert: Aktionsplan Medizintechnik zweier Cluster",
            "biosaxony e.V. und BioRegio STERN haben 2015 gemeinsam aufgeschrieben, was Medizintechnik und Biotechnologie verbindet. Die Broschüre „Cross-Cluster-Erfolge“ fasst es ab Seite 30 zusammen.",
            [
                paragraph("Die Zusammenarbeit der beiden Cluster wurde vom Bundesministerium für Wirtschaft und Energie als Cross-Cluster-Kooperation gefördert. Aus dem Plan ist in Sachsen eine eigene Sektion Medizintechnik entstanden, die mehr als 150 Unternehmen des Landes ansprechen will."),
                paragraph("Für unsere Region ist der Plan lesenswert, weil er nicht mit Forderungen beginnt, sondern mit einer Liste von Dingen, die zwei Branchen sofort gemeinsam tun können."),
                links(("biosaxony e.V.", "https://biosaxony.example"), ("BioRegio STERN Management GmbH", "https://bioregio-stern.example")),
            ],
        ),
        (
            "Worth reading: two clusters’ action plan for medical technology",
            "In 2015 biosaxony e.V. and BioRegio STERN wrote down together what links medical technology and biotechnology. The brochure “Cross-Cluster-Erfolge” sums it up from page 30.",
            [
                paragraph("The Federal Ministry for Economic Affairs and Energy supported the work of the two clusters as a cross-cluster co-operation. In Saxony a medical technology section has grown out of the plan; it means to reach more than 150 companies in the state."),
                paragraph("The plan is worth reading for our region because it does not begin with demands but with a list of things that two sectors can do together at once."),
                links(("biosaxony e.V.", "https://biosaxony.example"), ("BioRegio STERN Management GmbH", "https://bioregio-stern.example")),
            ],
        ),
        ("microscope", 3), ("Gezeichnetes Mikroskop", "Drawing of a microscope"),
        institutions=["biosaxony", "bioregio-stern"],
    ),
    news(
        "projektgruppe-life-sciences-mitteldeutschland", "press_release", "2016-02-26", "bioindustry",
        (
            "Mitteldeutschland bündelt seine Life Sciences in einer Projektgruppe",
            "Akteure aus drei Ländern arbeiten unter dem Dach der Metropolregion zusammen. Neue Strukturen soll es dafür nicht geben.",
            [
                paragraph("Cluster, Gründerzentren und Forschung in Mitteldeutschland haben die Projektgruppe „Life Sciences Mitteldeutschland“ gebildet, die sich in der vergangenen Woche erstmals getroffen hat. Sie arbeitet unter dem Dach der Europäischen Metropolregion und will vorhandene Kräfte besser verbinden, statt weitere Gremien zu schaffen."),
                paragraph("Nach Einschätzung der Beteiligten bleibt zwischen den Standorten noch viel Zusammenarbeit ungenutzt. Über Landesgrenzen hinweg soll die Branche deshalb gemeinsam auftreten, zuerst bei den Deutschen Biotechnologietagen im April 2016 in Leipzig und bei der bionection im Oktober 2016 in Halle (Saale)."),
                paragraph("Auf der Agenda stehen zudem die Förderung junger Unternehmen und eine gemeinsame Fachveranstaltung. Gründungspartner sind neben biosaxony e.V. und der TGZ Halle GmbH die BMD – Life Science Agentur Sachsen-Anhalt, der InfectoGnostics Forschungscampus Jena, KPMG und die AG „Wirtschaft und Standortentwicklung“ der Metropolregion. Wer mitarbeiten möchte, ist willkommen."),
                links(("biosaxony e.V.", "https://biosaxony.example"), ("TGZ Technologie- und Gründerzentrum Halle GmbH", "https://tgz-halle.example"), ("Technologiepark weinberg campus", "https://weinberg-campus.example"), ("InfectoGnostics Forschungscampus Jena e.V.", "https://infectognostics.example")),
            ],
        ),
        (
            "Central Germany gathers its life sciences in one working group",
            "Players from three states work together under the roof of the metropolitan region. No new structures are to be built for it.",
            [
                paragraph("Clusters, start-up centres and researchers in central Germany have formed the working group “Life Sciences Mitteldeutschland”, which met for the first time last week. It works under the roof of the European Metropolitan Region and wants to connect existing forces better instead of creating further bodies."),
                paragraph("In the view of those involved, much co-operation between the sites still lies idle. The sector is therefore to appear together across state borders, first at the Deutsche Biotechnologietage in Leipzig in April 2016 and at bionection in Halle (Saale) in October 2016."),
                paragraph("Support for young companies and a joint specialist event are on the agenda, too. Besides biosaxony e.V. and TGZ Halle GmbH, the founding partners are BMD – Life Science Agentur Sachsen-Anhalt, the InfectoGnostics research campus in Jena, KPMG and the metropolitan region’s working party “Wirtschaft und Standortentwicklung”. Anyone who wants to take part is welcome."),
                links(("biosaxony e.V.", "https://biosaxony.example"), ("TGZ Technologie- und Gründerzentrum Halle GmbH", "https://tgz-halle.example"), ("Technologiepark weinberg campus", "https://weinberg-campus.example"), ("InfectoGnostics Forschungscampus Jena e.V.", "https://infectognostics.example")),
            ],
        ),
        ("network", 27), ("Gezeichnetes Netz aus drei Gruppen", "Drawing of a network of three groups"),
        source="metropolregion-mitteldeutschland", source_date="2016-02-26",
        institutions=["metropolregion-mitteldeutschland", "biosaxony", "tgz-halle", "infectognostics", "weinberg-campus"],
    ),
]
# fmt: on
