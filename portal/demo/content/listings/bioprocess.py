"""Devices for growing, harvesting and drying; most of them stand in the bioprocess register."""

from portal.demo.content.listings.rows import device

LONG = {"days": [0, 1, 2, 3, 4], "from": "07:00", "to": "20:00"}

# fmt: off
BIOPROCESS_DEVICES = [
    device(
        "parallelbioreaktor-4x1l", "bioreactor", "ibv", "katarzyna-nowak", "Dortmund",
        (
            "Parallelbioreaktor, 4 × 1 Liter",
            "Vier Rührkessel mit je 0,3 bis 1,0 Liter Arbeitsvolumen, einzeln geregelt (pH, Gelöstsauerstoff, Temperatur, zwei Zudosierungen). Abgasanalyse für O₂ und CO₂ an allen Kesseln, Daten als CSV. Geeignet für Bakterien und Hefen bis Schutzstufe 1; Säugerzellen sind hier nicht möglich, weil keine CO₂-Begasung vorhanden ist. Eine Einweisung von drei Stunden bieten wir auf Wunsch an. Autoklavieren und Animpfen übernehmen Sie selbst, Kulturmedien bringen Sie mit.",
        ),
        (
            "Parallel bioreactor, 4 × 1 litre",
            "Four stirred vessels with 0.3 to 1.0 litre working volume each, controlled one by one (pH, dissolved oxygen, temperature, two feeds). Off-gas analysis for O₂ and CO₂ on all vessels, data as CSV. Suitable for bacteria and yeast up to biosafety level 1; mammalian cells cannot be grown here because there is no CO₂ gassing. We offer a three-hour briefing on request. You autoclave and inoculate yourself and bring your own media.",
        ),
        demo_key="device", project="klic-2-go", year=2019, hourly="40.00", biosafety=1, approval="instant", briefing=False, opening=None, min_hours=1,
        max_hours=12, lead_days=0, register="bioprocess", listed_days=-210, facets={ "organism": ["bacteria", "yeast"], "mode": ["batch", "fed_batch"], "vessel": ["stirred_tank"], "scale": ["lab"], "working_volume": [0.3, 1.0], },
    ),
    device(
        "fermenter-30-liter", "bioreactor", "ibv", "katarzyna-nowak", "Dortmund",
        (
            "Edelstahlfermenter, 30 Liter, in situ sterilisierbar",
            "Arbeitsvolumen 8 bis 24 Liter, Rührung bis 1.200 Umdrehungen pro Minute, Begasung mit Luft und Sauerstoff, Sterilisation im Kessel. Gebaut für aerobe Bakterien und Hefen; für fädige Pilze reicht der Leistungseintrag nur bis etwa 15 g/l Trockenmasse. Unser Technikum fährt die Sterilisation, Ihren Prozess führen Sie gemeinsam mit uns. Bitte planen Sie für einen Lauf drei Tage ein.",
        ),
        (
            "Stainless-steel fermenter, 30 litres, sterilised in place",
            "Working volume 8 to 24 litres, stirring up to 1,200 rpm, gassing with air and oxygen, sterilisation in place. Built for aerobic bacteria and yeast; for filamentous fungi the power input is sufficient only up to about 15 g/l dry mass. Our pilot hall runs the sterilisation, you run your process together with us. Please allow three days for one run.",
        ),
        project="klic-2-go", year=2014, daily="280.00", biosafety=1, min_hours=8, max_hours=120, lead_days=7, register="bioprocess", facets={ "organism": ["bacteria", "yeast", "fungi"], "mode": ["batch", "fed_batch"], "vessel": ["stirred_tank"], "scale": ["pilot"], "working_volume": [8, 24], },
    ),
    device(
        "pilotfermenter-300-liter", "bioreactor", "ibv", "katarzyna-nowak", "Dortmund",
        (
            "Pilotfermenter, 300 Liter",
            "Für den Schritt vom Labor in den Pilotmaßstab: 120 bis 240 Liter Arbeitsvolumen, 30-Liter-Vorkultur in direkter Leitung, Ernte über die Durchlaufzentrifuge nebenan. Schutzstufe 1 und 2 nach Prüfung durch unsere Beauftragte für biologische Sicherheit. Keine Herstellung unter GMP, keine Lösemittel, kein Betrieb am Wochenende. Gerechnet wird mit Personal; ein Lauf dauert mit Reinigung fünf Tage.",
        ),
        (
            "Pilot fermenter, 300 litres",
            "For the step from laboratory to pilot scale: 120 to 240 litres working volume, 30-litre seed culture directly connected, harvest through the continuous centrifuge next door. Biosafety levels 1 and 2 after a check by our biosafety officer. No manufacture under GMP, no solvents, no weekend operation. The price includes staff; a run takes five days including cleaning.",
        ),
        project="klic-2-go", year=2011, daily="620.00", biosafety=2, access=["industry", "startup"], min_hours=8, max_hours=120, lead_days=14, register="bioprocess",
        facets={ "organism": ["bacteria", "yeast"], "mode": ["batch", "fed_batch"], "vessel": ["stirred_tank"], "scale": ["pilot"], "working_volume": [120, 240], },
    ),
    device(
        "wellenbioreaktor-25-liter", "bioreactor", "bio-security", "tariq-hamidi", "Bönen",
        (
            "Wellenbewegter Einweg-Bioreaktor, 25 Liter",
            "Schonende Kultur von Säuger- und Insektenzellen im Einwegbeutel mit 2 bis 12 Liter Füllung, CO₂- und O₂-Regelung, Perfusion mit schwimmendem Filter. Für Mikroorganismen ist der Sauerstoffeintrag zu gering. Beutel werden nach Verbrauch berechnet. Wir zeigen das Einlegen und Beimpfen an einem Vormittag; danach arbeiten Sie selbstständig.",
        ),
        (
            "Wave-mixed single-use bioreactor, 25 litres",
            "Gentle culture of mammalian and insect cells in single-use bags filled with 2 to 12 litres, CO₂ and O₂ control, perfusion with a floating filter. Oxygen transfer is too low for micro-organisms. Bags are charged as used. We show you how to load and inoculate within a morning; after that you work on your own.",
        ),
        project="klic-2-go", listed_days=-4, year=2020, hourly="22.00", daily="140.00", biosafety=2, max_hours=240, lead_days=5, register="bioprocess",
        facets={ "organism": ["mammalian", "insect"], "mode": ["batch", "fed_batch", "perfusion"], "vessel": ["wave", "single_use"], "scale": ["lab", "pilot"], "working_volume": [2, 12], },
    ),
    device(
        "roehren-photobioreaktor", "bioreactor", "emscher-biotech", "joana-silva", "Gelsenkirchen",
        (
            "Röhren-Photobioreaktor für Mikroalgen, 80 Liter",
            "Glasröhren mit regelbarer LED-Beleuchtung (Rot, Blau, Weiß; bis 600 µmol Photonen pro m² und Sekunde), CO₂-Dosierung über den pH-Wert. Läuft seit zwei Jahren mit Chlorella und Spirulina. Fadenbildende Arten setzen die Umwälzpumpe zu und sind ausgeschlossen. Kürzeste sinnvolle Belegung: zwei Wochen.",
        ),
        (
            "Tubular photobioreactor for microalgae, 80 litres",
            "Glass tubes with adjustable LED light (red, blue, white; up to 600 µmol photons per m² and second), CO₂ dosing by pH. Has been running with Chlorella and Spirulina for two years. Filamentous species clog the circulation pump and are excluded. Shortest sensible occupancy: two weeks.",
        ),
        year=2021, daily="55.00", biosafety=1, min_hours=24, max_hours=720, lead_days=10, register="bioprocess", facets={ "organism": ["algae"], "mode": ["batch", "continuous"], "vessel": ["photobioreactor"], "scale": ["lab", "pilot"], "working_volume": [60, 80], },
    ),
    device(
        "hochdruckhomogenisator", "downstream", "hellweg-fermentation", "dirk-westermann", "Lippstadt",
        (
            "Hochdruckhomogenisator, 60 Liter pro Stunde",
            "Zellaufschluss bei bis zu 1.200 bar, gekühlt, Durchsatz 20 bis 60 Liter pro Stunde. Hefen brauchen zwei bis drei Durchgänge, Bakterien meist einen. Mindestmenge 3 Liter; faserige Suspensionen verstopfen das Ventil. Reinigung mit Natronlauge ist im Preis enthalten, ein Mitarbeiter ist immer dabei.",
        ),
        (
            "High-pressure homogeniser, 60 litres per hour",
            "Cell disruption at up to 1,200 bar, cooled, throughput 20 to 60 litres per hour. Yeast takes two to three passes, bacteria usually one. Minimum volume 3 litres; fibrous suspensions block the valve. Cleaning with caustic soda is included, and one of our staff is always with you.",
        ),
        year=2016, hourly="48.00", biosafety=1, access=["academic", "startup"], register="bioprocess", facets={"organism": ["bacteria", "yeast"], "downstream": ["disruption"], "scale": ["pilot"]},
    ),
    device(
        "durchlaufzentrifuge-separator", "centrifuge", "hellweg-fermentation", "dirk-westermann", "Lippstadt",
        (
            "Durchlaufzentrifuge (Tellerseparator)",
            "Abtrennung von Zellen aus 50 bis 1.000 Liter Brühe, bis 250 Liter pro Stunde, selbstentleerend. Unter 50 Liter ist der Verlust im Teller zu hoch, dafür empfehlen wir Becherzentrifugen. Bedienung nur durch unser Personal, der Tagessatz enthält acht Stunden mit Rüsten und Reinigen.",
        ),
        (
            "Continuous disc-stack centrifuge",
            "Separates cells from 50 to 1,000 litres of broth, up to 250 litres per hour, self-discharging. Below 50 litres too much is lost in the stack; we then recommend a bucket centrifuge. Operated by our staff only; the daily rate covers eight hours including set-up and cleaning.",
        ),
        year=2012, daily="390.00", biosafety=1, min_hours=8, max_hours=24, lead_days=7, register="bioprocess", facets={ "organism": ["bacteria", "yeast", "fungi"], "downstream": ["cell_separation"], "scale": ["pilot", "production"], },
    ),
    device(
        "querstromfiltration-anlage", "downstream", "bio-security", "tariq-hamidi", "Bönen",
        (
            "Querstromfiltration mit 0,1 bis 0,5 m² Membranfläche",
            "Ankonzentrieren und Umpuffern von 2 bis 40 Liter, Kassetten mit 10, 30 und 100 kDa vorhanden. Druck und Fluss werden aufgezeichnet. Nicht für Lösemittel und nicht für Viren der Risikogruppe 3. Eigene Kassetten können Sie mitbringen, Halter passen für zwei gängige Bauformen.",
        ),
        (
            "Cross-flow filtration with 0.1 to 0.5 m² membrane area",
            "Concentrates and exchanges buffer for 2 to 40 litres, cassettes with 10, 30 and 100 kDa available. Pressure and flow are recorded. Not for solvents and not for viruses of risk group 3. You may bring your own cassettes; the holders fit two common designs.",
        ),
        project="klic-2-go", year=2018, hourly="30.00", daily="180.00", biosafety=2, register="bioprocess", facets={ "organism": ["bacteria", "yeast", "mammalian"], "downstream": ["filtration"], "scale": ["lab", "pilot"], },
    ),
    device(
        "proteinreinigung-fplc", "downstream", "phoenix-proteintechnik", "felix-adomeit", "Dortmund",
        (
            "Anlage zur Proteinreinigung (FPLC) im Kühlschrank",
            "Zwei Pumpen bis 25 ml pro Minute, UV bei drei Wellenlängen, Leitfähigkeit, Fraktionssammler, alles bei 6 °C. Säulen bringen Sie mit oder mieten Affinitäts- und Größenausschlusssäulen dazu. Detergenzien sind erlaubt, organische Lösemittel über 20 % nicht. Bei freier Anlage bestätigen wir sofort.",
        ),
        (
            "Protein purification system (FPLC) in a cold cabinet",
            "Two pumps up to 25 ml per minute, UV at three wavelengths, conductivity, fraction collector, all at 6 °C. Bring your own columns or rent affinity and size-exclusion columns with it. Detergents are allowed, organic solvents above 20 % are not. If the system is free, we confirm at once.",
        ),
        year=2020, hourly="26.00", biosafety=1, approval="instant", max_hours=10, register="bioprocess", facets={ "organism": ["bacteria", "mammalian", "insect"], "downstream": ["chromatography"], "scale": ["lab"], },
    ),
    device(
        "gefriertrockner-6-stellplatten", "downstream", "lippe-enzymtechnik", "inga-brune", "Hamm",
        (
            "Gefriertrockner mit sechs Stellplatten",
            "0,8 m² Stellfläche, −55 °C am Kondensator, Verschluss der Fläschchen unter Vakuum, Aufzeichnung von Produkttemperatur und Kammerdruck. Ein Lauf dauert 24 bis 72 Stunden, deshalb nur ganze Tage. Nicht für Lösemittel außer tert-Butanol. Formulierungsberatung auf Wunsch gegen Aufpreis.",
        ),
        (
            "Freeze-dryer with six shelves",
            "0.8 m² shelf area, −55 °C condenser, vials are stoppered under vacuum, product temperature and chamber pressure are recorded. A run takes 24 to 72 hours, hence whole days only. Not for solvents other than tert-butanol. Advice on formulation at extra charge.",
        ),
        year=2017, daily="160.00", biosafety=1, min_hours=24, max_hours=96, lead_days=4, register="bioprocess", facets={"downstream": ["drying", "formulation"], "scale": ["lab", "pilot"]},
    ),
    device(
        "labor-spruehtrockner", "downstream", "hellweg-fermentation", "dirk-westermann", "Lippstadt",
        (
            "Laborsprühtrockner, bis 1 Liter Wasser pro Stunde",
            "Zweistoffdüse, Eintrittstemperatur bis 220 °C, Mindestmenge 200 ml. Für wässrige Enzymlösungen, Starterkulturen und Extrakte erprobt; brennbare Lösemittel sind ausgeschlossen. Glasteile werden bei Bruch berechnet. Einweisung eine Stunde, gilt zwei Jahre.",
        ),
        None,
        year=2015, hourly="32.00", biosafety=1, register="bioprocess", facets={"downstream": ["drying"], "scale": ["lab"]},
    ),
    device(
        "hypoxie-inkubator", "cell_culture", "zellschmiede", "samira-el-amrani", "Dortmund",
        (
            "CO₂-Inkubator mit Sauerstoffregelung, 170 Liter",
            "Zellkultur bei 1 bis 20 % Sauerstoff, Feuchte geregelt, zwei getrennte Innentüren. Ein Fach ist frei, das andere belegen unsere Hautmodelle; deshalb nur mykoplasmenfreie Zellen mit aktuellem Nachweis. Zutritt werktags, Medienwechsel am Wochenende übernehmen wir nach Absprache.",
        ),
        (
            "CO₂ incubator with oxygen control, 170 litres",
            "Cell culture at 1 to 20 % oxygen, controlled humidity, two separate inner doors. One compartment is free, the other holds our skin models; therefore only cells with a recent mycoplasma-free certificate. Access on weekdays; we change media at the weekend by arrangement.",
        ),
        year=2021, daily="24.00", biosafety=2, access=["academic", "startup"], min_hours=24, max_hours=480, register="bioprocess", facets={"organism": ["mammalian"], "mode": ["batch"], "scale": ["lab"]},
    ),
]
# fmt: on
