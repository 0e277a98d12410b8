"""Used equipment for sale."""

from portal.demo.content.listings.rows import papers, sale

# fmt: off
SALES = [
    sale(
        "hplc-anlage-2013", "chromatography", "muensterland-pharmaservice", "renate-voss", "Münster",
        (
            "HPLC-Anlage mit Diodenarray-Detektor",
            "Quaternäre Pumpe, Probengeber, Säulenofen, DAD; letzte Wartung vor fünf Monaten, Dichtungen neu. Verkauft, weil unter GMP ein jüngeres Modell qualifiziert wurde. Die Software läuft auf dem beigelegten Rechner, die Lizenz ist nicht übertragbar. Maße 90 × 60 × 70 cm, 85 kg, Abholung mit zwei Personen.",
        ),
        (
            "HPLC system with diode-array detector",
            "Quaternary pump, autosampler, column oven, DAD; last serviced five months ago, new seals. Sold because a newer model has been qualified under GMP. The software runs on the enclosed computer, the licence is not transferable. 90 × 60 × 70 cm, 85 kg, two people needed to collect it.",
        ),
        demo_key="sale", year=2013, price="4200.00", negotiable=True, listed_days=-12,
        papers=papers("MP-2013-0417", "0.00", "4500.00", "zwei Händlerangebote", data_erased=True, tied_until_days=-400),
    ),
    sale(
        "tiefkuehlschrank-minus-80", "cooling", "hellweg-klinikum", "martin-ellerbrock", "Unna",
        (
            "Ultratiefkühlschrank −80 °C, 480 Liter",
            "Erreicht −80 °C in sechs Stunden, Türdichtung 2022 erneuert, Kältemittel R290. Leise genug für den Flur, nicht für den Seminarraum. Abgegeben wegen Umstellung auf ein zentrales Lager. Vor dem Transport muss er 24 Stunden aufrecht und ausgeschaltet stehen; Türbreite mindestens 82 cm.",
        ),
        (
            "Ultra-low freezer −80 °C, 480 litres",
            "Reaches −80 °C within six hours, door seal renewed in 2022, refrigerant R290. Quiet enough for a corridor, not for a seminar room. Given up because we move to a central store. Must stand upright and switched off for 24 hours before transport; doors at least 82 cm wide.",
        ),
        year=2015, price="1650.00", listed_days=-8,
        papers=papers("KH-66120", "0.00", "1600.00", "Vergleichsangebote im Netz"),
    ),
    sale(
        "kuehlzentrifuge-4-liter", "centrifuge", "lippe-enzymtechnik", "inga-brune", "Hamm",
        (
            "Kühlzentrifuge, 4 × 1 Liter",
            "Bodengerät mit Ausschwingrotor, bis 4.500 × g, Prüfung nach DGUV vor vier Monaten. Ein Becherdeckel hat einen Haarriss und muss ersetzt werden, Ersatzteile sind noch lieferbar. Gewicht 290 kg, Hubwagen und ebenerdiger Zugang nötig.",
        ),
        (
            "Refrigerated centrifuge, 4 × 1 litre",
            "Floor-standing with swing-out rotor, up to 4,500 × g, electrical test four months ago. One bucket lid has a hairline crack and must be replaced; spares can still be had. Weighs 290 kg, pallet truck and level access needed.",
        ),
        year=2012, condition="used", price="1900.00", negotiable=True,
        papers=papers("LE-0087", "0.00", "2000.00", "Schätzung des Wartungsdienstes"),
    ),
    sale(
        "co2-inkubator-paar", "cell_culture", "zellschmiede", "samira-el-amrani", "Dortmund",
        (
            "Zwei CO₂-Inkubatoren, je 150 Liter, stapelbar",
            "Kupferkammer, Heißluftdesinfektion 180 °C, IR-Sensor 2023 getauscht. Beide liefen durchgehend, ohne Kontamination in den letzten zwei Jahren. Wir stellen auf Geräte mit Sauerstoffregelung um. Preis für beide zusammen, einzeln auf Anfrage.",
        ),
        (
            "Two CO₂ incubators, 150 litres each, stackable",
            "Copper chamber, hot-air disinfection at 180 °C, infrared sensor replaced in 2023. Both ran without a break and without contamination in the past two years. We are moving to models with oxygen control. Price for both together, singly on request.",
        ),
        year=2017, price="2400.00", listed_days=-5, papers=papers("ZS-011/012", "310.00", "2600.00", "Händlerangebot"),
    ),
    sale(
        "sicherheitswerkbank-120cm", "cell_culture", "glueckauf-diagnostics", "ulrike-tegethoff", "Bochum",
        (
            "Sicherheitswerkbank Klasse II, 1,20 m",
            "Filterstandzeit 60 %, Begasungsprotokoll liegt bei, UV-Lampe neu. Untergestell und Fußstütze gehören dazu. Aufbau und Filtertest durch einen Fachbetrieb muss der Käufer beauftragen (etwa 450 Euro). Lieferung im Umkreis von 50 km gegen Aufpreis.",
        ),
        (
            "Class II safety cabinet, 1.20 m",
            "Filters at 60 % of their life, fumigation record enclosed, new UV lamp. Stand and footrest are included. The buyer must commission set-up and filter test from a specialist (about 450 euros). Delivery within 50 km at extra charge.",
        ),
        year=2014, price="1750.00", papers=papers("GD-2014-33", "0.00", "1800.00", "Vergleichsangebote im Netz"),
    ),
    sale(
        "realtime-pcr-96", "pcr", "hafenlabor-duisburg", "heike-lindner", "Duisburg",
        (
            "Real-Time-PCR-Gerät, 96 Plätze, vier Kanäle",
            "Kalibriert bis Ende letzten Jahres, Blockgleichmäßigkeit 0,4 °C. Steuerrechner mit neu aufgesetztem Betriebssystem, Software ohne Dongle. Der Hersteller liefert bis 2028 Ersatzteile. Handbuch in deutscher Sprache vorhanden.",
        ),
        (
            "Real-time PCR instrument, 96 wells, four channels",
            "Calibrated until the end of last year, block uniformity 0.4 °C. Control computer with a freshly installed operating system, software without a dongle. The manufacturer supplies spares until 2028. Manual in German.",
        ),
        year=2016, price="3800.00", papers=papers("HL-5521", "420.00", "4100.00", "Angebot eines Händlers", data_erased=True),
    ),
    sale(
        "forschungsmikroskop-durchlicht", "microscopy", "zbb", "claudia-meerkamp", "Bochum",
        (
            "Durchlichtmikroskop mit Phasenkontrast",
            "Fünf Objektive 4× bis 63×, Köhler-Beleuchtung, C-Mount für Kameras. Feintrieb leicht schwergängig, Optik sauber und frei von Pilzbefall. Für Praktikum und Zellkultur bestens geeignet, für Fluoreszenz nicht nachrüstbar. Versand in der Originalkiste.",
        ),
        (
            "Transmitted-light microscope with phase contrast",
            "Five objectives 4× to 63×, Köhler illumination, C-mount for cameras. Fine focus slightly stiff, optics clean and free of fungus. Ideal for teaching and cell culture; cannot be upgraded for fluorescence. Shipped in its original case.",
        ),
        year=2009, condition="used", price="780.00", papers=papers("ZBB-0921", "0.00", "800.00", "Schätzung der Werkstatt"),
    ),
    sale(
        "gaschromatograph-ohne-ecd", "chromatography", "hafenlabor-duisburg", "heike-lindner", "Duisburg",
        (
            "Gaschromatograph mit FID und zwei Injektoren",
            "Split/splitlos und Dampfraum, FID überholt. Der frühere ECD ist ausgebaut und vorschriftsmäßig abgegeben, es ist keine radioaktive Quelle enthalten. Säulen liegen bei. Wasserstoffversorgung nicht enthalten, Abzug für die Abluft wird gebraucht.",
        ),
        (
            "Gas chromatograph with FID and two injectors",
            "Split/splitless and headspace, FID overhauled. The former ECD has been removed and properly disposed of, so there is no radioactive source inside. Columns are included. Hydrogen supply not included; an exhaust connection is needed.",
        ),
        year=2011, price="2950.00", negotiable=True, papers=papers("HL-3390", "0.00", "3000.00", "zwei Händlerangebote", data_erased=True),
    ),
    sale(
        "autoklav-75-liter", "sterilisation", "htg", "lars-hoelscher", "Recklinghausen",
        (
            "Standautoklav, 75 Liter",
            "121 und 134 °C, Abluftfilter, letzte Prüfung durch die zugelassene Überwachungsstelle vor elf Monaten; die nächste steht in einem Monat an und geht zu Lasten des Käufers. Heizung 2021 erneuert. 400 V, Festanschluss durch einen Elektriker.",
        ),
        None,
        year=2008, condition="used", price="900.00", papers=papers("HTG-441", "0.00", "900.00", "Marktübersicht"),
    ),
    sale(
        "gefriertrockner-tisch", "downstream", "phoenix-proteintechnik", "felix-adomeit", "Dortmund",
        (
            "Tischgefriertrockner mit Vakuumpumpe",
            "Kondensator −85 °C, 4 kg Eis, acht Ventile für Rundkolben. Die Ölpumpe wurde gereinigt, Öl frisch. Lösemittel außer tert-Butanol schädigen die Dichtungen und sind vom Hersteller untersagt. Wird verkauft, weil ein größeres Gerät gekommen ist.",
        ),
        (
            "Benchtop freeze-dryer with vacuum pump",
            "Condenser −85 °C, 4 kg of ice, eight ports for round-bottomed flasks. The oil pump has been cleaned and refilled. Solvents other than tert-butanol damage the seals and are ruled out by the manufacturer. Sold because a larger one has arrived.",
        ),
        year=2018, condition="like_new", price="3400.00", papers=papers("PP-018", "1150.00", "3600.00", "Händlerangebot"),
    ),
    sale(
        "uv-vis-spektralphotometer", "spectroscopy", "hshl", "jonas-vehring", "Lippstadt",
        (
            "UV/VIS-Spektralphotometer, Doppelstrahl",
            "190 bis 1.100 nm, Bandbreite 1 nm, sechsfacher Küvettenwechsler. Deuteriumlampe mit 300 Stunden Restlaufzeit. Keine Schnittstelle zu neueren Betriebssystemen, Ausdruck über den eingebauten Drucker. Standort Lippstadt.",
        ),
        (
            "UV/VIS spectrophotometer, double beam",
            "190 to 1,100 nm, bandwidth 1 nm, six-cell changer. Deuterium lamp with 300 hours left. No interface to newer operating systems; prints on its built-in printer. Located in Lippstadt.",
        ),
        year=2007, condition="used", price="450.00", papers=papers("HS-2007-119", "0.00", "450.00", "Vergleichsangebote im Netz"),
    ),
    sale(
        "rotationsverdampfer", "general", "htg", "lars-hoelscher", "Recklinghausen",
        (
            "Rotationsverdampfer mit Kühlfalle",
            "Vakuumregler, Wasserbad bis 95 °C, Glassatz vollständig, Kühler ohne Riss. Bad mit leichtem Kalkrand. Ohne Vakuumpumpe; die Anschlüsse passen für jede übliche Membranpumpe.",
        ),
        (
            "Rotary evaporator with cold trap",
            "Vacuum controller, water bath up to 95 °C, complete glassware, condenser without cracks. The bath has a slight rim of limescale. Without vacuum pump; the connections fit any usual diaphragm pump.",
        ),
        year=2010, condition="used", price="620.00", papers=papers("HTG-388", "0.00", "600.00", "Marktübersicht"),
    ),
    sale(
        "laborspuelmaschine", "general", "glueckauf-diagnostics", "ulrike-tegethoff", "Bochum",
        (
            "Labor-Spülmaschine mit Trocknung",
            "Zwei Ebenen, Nachspülung mit VE-Wasser, Körbe für 60 Kolben. Programme 60 bis 93 °C mit Protokoll. Rückgebaut und trocken gelagert; Wasser-, Abwasser- und Drehstromanschluss sind nötig.",
        ),
        (
            "Laboratory glassware washer with drying",
            "Two levels, rinse with deionised water, baskets for 60 flasks. Programmes 60 to 93 °C with a record. Disconnected and stored dry; needs water, drain and three-phase current.",
        ),
        year=2016, price="2200.00", status="awaiting", listed_days=-2, papers=papers("GD-2016-12", "260.00", "2300.00", "Händlerangebot"),
    ),
    sale(
        "pipettierautomat-96-kopf", "liquid_handling", "zentrum-zelltechnik", "svenja-rahe", "Bielefeld",
        (
            "Pipettierautomat mit 96er-Kopf",
            "0,5 bis 300 µl, sechs Positionen, Haube mit HEPA-Filter. Ersatz für ein größeres Gerät. Kopf im Frühjahr kalibriert, Protokoll liegt bei. Steuerrechner wurde gelöscht und mit der Werkssoftware neu aufgesetzt.",
        ),
        (
            "Pipetting workstation with 96-channel head",
            "0.5 to 300 µl, six positions, hood with HEPA filter. Replaced by a larger one. The head was calibrated in spring, the record is enclosed. The control computer has been erased and set up again with the factory software.",
        ),
        year=2015, price="5900.00", status="awaiting", listed_days=-1, papers=papers("ZZ-0630", "900.00", "6500.00", "Angebot eines Händlers", data_erased=True),
    ),
    sale(
        "elisa-washer", "general", "emscher-klinikum", "birgit-kaminski", "Gelsenkirchen",
        (
            "Waschgerät für Mikrotiterplatten",
            "Acht Kanäle, programmierbar, Absaugung tropffrei. Wurde in der Serologie benutzt und ist desinfiziert. Für die Krankenversorgung nicht mehr zugelassen, nur für Forschung und Lehre.",
        ),
        (
            "Microplate washer",
            "Eight channels, programmable, drip-free aspiration. Was used in serology and has been disinfected. No longer approved for patient care; for research and teaching only.",
        ),
        year=2012, condition="used", price="350.00", status="sent_back", listed_days=-6,
        sent_back_reason_de="Bitte ergänzen Sie, ob Schläuche und Nadeln erneuert wurden, und nennen Sie die Maße für den Versand.",
        sent_back_reason_en="Please add whether tubing and needles have been renewed, and give the dimensions for shipping.",
        papers=papers("EK-8124", "0.00", "350.00", "Marktübersicht"),
    ),
    sale(
        "thermocycler-zwei-stueck", "pcr", "htg", "lars-hoelscher", "Recklinghausen",
        (
            "Zwei Thermocycler mit Gradientenblock",
            "96 Plätze, Gradient 20 °C, Deckelheizung einwandfrei. Ein Gerät hat ein blasses Display. Aus dem Praktikum, 2020 zuletzt geprüft. Auch einzeln abzugeben.",
        ),
        (
            "Two thermocyclers with gradient block",
            "96 wells, 20 °C gradient, heated lids work perfectly. One has a pale display. From the teaching laboratory, last checked in 2020. Also singly.",
        ),
        year=2009, condition="used", price="520.00", status="expired", listed_days=-120, expires_days=-14, papers=papers("HTG-402", "0.00", "500.00", "Marktübersicht"),
    ),
    sale(
        "bioreaktor-10-liter-glas", "bioreactor", "ibv", "katarzyna-nowak", "Dortmund",
        (
            "Glasbioreaktor, 10 Liter, mit Steuerung",
            "Rührwerk, Heizmantel, pH- und pO₂-Regelung. Sonden sind verbraucht und müssen ersetzt werden. Ausfuhr in Länder außerhalb der EU vorab prüfen. Wird verkauft, weil das Parallelsystem ihn ersetzt.",
        ),
        (
            "Glass bioreactor, 10 litres, with controller",
            "Stirrer, heating jacket, pH and pO₂ control. The probes are worn out and must be replaced. Check before export to countries outside the EU. Sold because the parallel system has taken its place.",
        ),
        year=2010, condition="parts", price="1100.00", status="expired", listed_days=-130, expires_days=-9, papers=papers("IBV-0210", "0.00", "1200.00", "Schätzung der Werkstatt"),
    ),
    sale(
        "fluoreszenzmikroskop-invers", "microscopy", "zellschmiede", "samira-el-amrani", "Dortmund",
        (
            "Inverses Fluoreszenzmikroskop",
            "Drei Filtersätze, Quecksilberlampe durch LED ersetzt, Kamera mit 5 Megapixeln. Phasenkontrast bis 40×. Wartung in der kommenden Woche, danach folgen Fotos und Prüfprotokoll.",
        ),
        None,
        year=2014, price="3100.00", status="draft", listed_days=-1, papers=papers("ZS-004", "0.00", "3200.00", "Händlerangebot"),
    ),
]
# fmt: on
