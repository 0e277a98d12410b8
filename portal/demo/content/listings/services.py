"""Work that institutions do for one another."""

from portal.demo.content.listings.rows import service

# fmt: off
SERVICES = [
    service(
        "proteom-analyse", "mass_spectrometry", "wiab", "nadine-scholz", "Münster",
        (
            "Proteomanalyse aus Zellen und Gewebe",
            "Aufschluss, Verdau, Messung mit drei Wiederholungen und Auswertung: Sie erhalten eine Tabelle mit relativen Mengen, Volcano-Plots und einen Methodenteil für Ihre Veröffentlichung. Benötigt werden 20 µg Protein je Probe. Dauer vier bis fünf Wochen ab Probeneingang. Plasma mit hoher Dynamik nur nach Rücksprache. Probenversand auf Trockeneis, Humanmaterial nur pseudonymisiert und mit Einwilligung.",
        ),
        (
            "Proteome analysis from cells and tissue",
            "Lysis, digestion, measurement in triplicate and evaluation: you receive a table of relative amounts, volcano plots and a methods section for your publication. We need 20 µg of protein per sample. Takes four to five weeks from arrival. Plasma only after a conversation. Ship on dry ice; human material only pseudonymised and with consent.",
        ),
        demo_key="service", project="klic-2-go", price="285.00", unit="sample", register="analytics", lead_days=10, listed_days=-160,
        facets={"analyte": ["protein"], "method": ["lc_ms"], "sample": ["cells", "tissue", "blood"], "accreditation": ["research"]},
    ),
    service(
        "lohnfermentation-10-bis-1000-liter", "bioreactor", "hellweg-fermentation", "dirk-westermann", "Lippstadt",
        (
            "Lohnfermentation von 10 bis 1.000 Liter",
            "Wir übernehmen Ihren mikrobiellen Prozess, fahren eine Probecharge bei 10 Liter und danach den Zielmaßstab. Schutzstufe 1, Ernte und Trocknung im Haus, Rückstellmuster für zwei Jahre. Kein GMP für Arzneimittel, wohl aber Futtermittel- und Lebensmittelqualität. Angebot innerhalb einer Woche nach einem Telefonat.",
        ),
        (
            "Contract fermentation from 10 to 1,000 litres",
            "We take over your microbial process, run a trial batch at 10 litres and then the target scale. Biosafety level 1, harvest and drying in house, retained samples for two years. No GMP for medicines, but feed and food grade. Quotation within a week of a telephone call.",
        ),
        price="1850.00", unit="run", biosafety=1, register="bioprocess", lead_days=21,
        facets={"organism": ["bacteria", "yeast", "fungi"], "mode": ["batch", "fed_batch"], "vessel": ["stirred_tank"], "downstream": ["cell_separation", "drying"], "scale": ["pilot", "production"], "working_volume": [10, 1000]},
    ),
    service(
        "histologie-serie", "histology", "kliniken-ruhrhoehen", "aylin-demir", "Essen",
        (
            "Histologische Schnittserien mit Färbung",
            "Einbetten, Schneiden und Färben (HE, PAS, Masson) sowie Immunhistochemie mit 120 etablierten Antikörpern. Digitale Präparate auf Wunsch. Neue Antikörper stellen wir in zwei Wochen ein. Ohne ärztlichen Befund: Wir liefern Bilder und Messwerte für die Forschung, keine Diagnose.",
        ),
        (
            "Histological section series with staining",
            "Embedding, sectioning and staining (HE, PAS, Masson) as well as immunohistochemistry with 120 established antibodies. Digital slides on request. We set up new antibodies within two weeks. No medical report: we deliver images and measurements for research, not a diagnosis.",
        ),
        price="12.50", unit="sample", register="analytics",
        facets={"analyte": ["tissue"], "method": ["histology"], "sample": ["ffpe", "tissue"], "accreditation": ["iso_15189"]},
    ),
    service(
        "leistungsbewertung-diagnostika", "service", "kliniken-ruhrhoehen", "aylin-demir", "Essen",
        (
            "Leistungsbewertung von In-vitro-Diagnostika",
            "Vergleichsmessungen an Restproben der Biobank nach der IVDR: Studienplan, Ethikantrag, Messung und Bericht. Geeignet für Hersteller, die Sensitivität und Spezifität belegen müssen. Voraussetzung sind ein fertiger Prototyp und ein schriftlicher Vertrag mit dem Haus; ein Zusammenhang mit Einkaufsentscheidungen ist ausgeschlossen. Übliche Dauer: sechs Monate.",
        ),
        (
            "Performance studies for in-vitro diagnostics",
            "Comparative measurements on residual samples from the biobank under the IVDR: study plan, ethics application, measurement and report. Suited to manufacturers who have to prove sensitivity and specificity. Requires a finished prototype and a written contract with the hospital; any link to purchasing decisions is excluded. Usual duration: six months.",
        ),
        project="klic-2-go", price="9400.00", unit="project", access=["industry", "startup"], register="analytics", lead_days=30,
        facets={"analyte": ["protein", "dna"], "method": ["immunoassay", "pcr"], "sample": ["blood", "urine"], "accreditation": ["iso_15189", "rilibaek"]},
    ),
    service(
        "gmp-freigabeanalytik", "chromatography", "muensterland-pharmaservice", "renate-voss", "Münster",
        (
            "Freigabeanalytik unter GMP",
            "Identität, Gehalt, Reinheit und Mikrobiologie nach Arzneibuch, Prüfbericht innerhalb von zehn Arbeitstagen. Methodentransfer und Validierung bieten wir als eigenes Projekt an. Betäubungsmittel sind erlaubt, zytotoxische Stoffe nicht. Start-ups erhalten die erste Beratung ohne Berechnung.",
        ),
        (
            "Release analytics under GMP",
            "Identity, content, purity and microbiology according to the pharmacopoeia, test report within ten working days. Method transfer and validation are offered as separate projects. Narcotics are allowed, cytotoxic substances are not. For start-ups the first consultation is free of charge.",
        ),
        price="640.00", unit="sample", access=["industry", "startup"], register="analytics",
        facets={"analyte": ["small_molecule", "protein"], "method": ["chromatography"], "sample": ["solid"], "accreditation": ["gmp"]},
    ),
    service(
        "stabilitaetslagerung", "cooling", "muensterland-pharmaservice", "renate-voss", "Münster",
        (
            "Stabilitätslagerung nach ICH",
            "Klimakammern für 25 °C/60 %, 30 °C/65 % und 40 °C/75 % relative Feuchte sowie Kühllager 2 bis 8 °C, überwacht rund um die Uhr. Gerechnet wird je Fach und Monat. Die Analytik zu den Prüfzeitpunkten ist gesondert. Brennbare Flüssigkeiten dürfen nicht eingelagert werden.",
        ),
        None,
        price="48.00", unit="month", lead_days=7,
    ),
    service(
        "mikrofluidik-prototyp", "general", "ruhrfluss-mikrosysteme", "thomas-ridder", "Mülheim an der Ruhr",
        (
            "Mikrofluidischer Prototyp in drei Wochen",
            "Aus Ihrer Skizze werden zehn gefräste Chips aus COC oder PMMA, gebondet und auf Dichtheit geprüft. Kanäle ab 80 µm; feinere Strukturen entstehen im Heißprägeverfahren und brauchen ein Werkzeug. Beschichtungen und Reagenzien im Kanal sind nicht enthalten.",
        ),
        (
            "Microfluidic prototype in three weeks",
            "Your sketch becomes ten milled chips of COC or PMMA, bonded and leak-tested. Channels from 80 µm; finer structures are hot-embossed and need a tool. Coatings and reagents inside the channel are not included.",
        ),
        price="2900.00", unit="project", lead_days=5,
    ),
    service(
        "membranprotein-herstellung", "downstream", "phoenix-proteintechnik", "felix-adomeit", "Dortmund",
        (
            "Membranproteine, hergestellt und gereinigt",
            "Expression in Insekten- oder HEK-Zellen, Solubilisierung, Reinigung und Charakterisierung mit SEC und Massenspektrometrie. Machbarkeit zum Festpreis in fünf Wochen; erst danach entscheiden Sie über die Herstellung. Schutzrechte an Ihrer Sequenz bleiben bei Ihnen.",
        ),
        (
            "Membrane proteins, made and purified",
            "Expression in insect or HEK cells, solubilisation, purification and characterisation by SEC and mass spectrometry. Feasibility at a fixed price within five weeks; only then do you decide on production. Property rights in your sequence stay with you.",
        ),
        price="4200.00", unit="project", biosafety=1, register="bioprocess", lead_days=14,
        facets={"organism": ["insect", "mammalian"], "downstream": ["chromatography"], "scale": ["lab"]},
    ),
    service(
        "sterilisationscharge", "sterilisation", "emscher-klinikum", "birgit-kaminski", "Gelsenkirchen",
        (
            "Sterilisation im Lohn, je Charge",
            "Dampf 121 oder 134 °C, Chargenfreigabe mit Protokoll, Anlieferung bis 14 Uhr, Abholung am nächsten Morgen. Für Laborbedarf, Instrumente und Verpackungen. Keine Aufbereitung fremder Medizinprodukte für die Anwendung am Menschen.",
        ),
        (
            "Contract sterilisation, per load",
            "Steam at 121 or 134 °C, load released with a record, delivery until 2 pm, collection next morning. For laboratory supplies, instruments and packaging. No reprocessing of other people’s medical devices for use on humans.",
        ),
        price="72.00", unit="run", lead_days=2,
    ),
    service(
        "beratung-biologische-sicherheit", "service", "bio-security", "annika-wessel", "Bönen",
        (
            "Beratung zur biologischen Sicherheit",
            "Gefährdungsbeurteilung, Einstufung nach Gentechnik- und Biostoffrecht, Anzeigen an die Behörde, Unterweisung Ihres Teams. Wir ersetzen weder Projektleitung noch Beauftragte, bereiten aber deren Unterlagen so vor, dass sie Bestand haben. Ein Ersttermin von einer Stunde ist für Gründungen kostenfrei.",
        ),
        (
            "Advice on biosafety",
            "Risk assessment, classification under genetic engineering and biological agents law, notifications to the authority, instruction of your team. We replace neither project leaders nor officers, but prepare their papers so that they stand up. A first hour is free for start-ups.",
        ),
        project="klic-2-go", price="95.00", unit="hour",
    ),
    service(
        "patentrecherche", "service", "patentagentur-westfalen", "vera-holtkamp", "Münster",
        (
            "Patentrecherche mit Einschätzung",
            "Stand der Technik zu Ihrer Erfindung, Übersicht der wichtigsten zehn Schriften und ein Gespräch über Neuheit, Umgehung und den besten Zeitpunkt der Anmeldung. Bitte veröffentlichen Sie vorher nichts, auch kein Poster. Ein Gutachten zur Verletzung fremder Rechte ist nicht enthalten.",
        ),
        (
            "Patent search with an opinion",
            "Prior art for your invention, a digest of the ten most important documents and a conversation about novelty, workarounds and the best moment to file. Please publish nothing beforehand, not even a poster. A freedom-to-operate opinion is not included.",
        ),
        price="780.00", unit="project",
    ),
    service(
        "bildauswertung-histologie", "imaging", "bildraum-medical", "carolin-haas", "Essen",
        (
            "Automatische Auswertung von Schnittbildern",
            "Zellzählung, Flächenanteile und Färbeintensität auf digitalen Präparaten, geprüft an einer von Ihnen markierten Stichprobe. Lieferung als Tabelle mit Kontrollbildern. Nur pseudonymisierte Bilder; die Ergebnisse sind für die Forschung bestimmt, nicht für Befunde.",
        ),
        None,
        price="6.80", unit="sample", register="analytics", lead_days=3,
        facets={"analyte": ["tissue", "cell"], "method": ["histology"], "sample": ["ffpe"], "accreditation": ["research"]},
    ),
]
# fmt: on
