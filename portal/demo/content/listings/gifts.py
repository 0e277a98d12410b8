"""Things given away to whoever can use them."""

from portal.demo.content.listings.rows import gift, papers

# fmt: off
GIFTS = [
    gift(
        "labortische-und-stuehle", "general", "tz-bochum", "sabine-krol", "Bochum",
        (
            "Vier Labortische und acht Hocker",
            "Tischplatten chemikalienbeständig, 1,50 × 0,75 m, höhenverstellbar. Ein Tisch hat einen Brandfleck. Selbstabbau mit Innensechskant, Parkplatz am Lastenaufzug. Nur gemeinsam abzugeben, bis das Labor in vier Wochen neu belegt wird.",
        ),
        (
            "Four laboratory tables and eight stools",
            "Chemical-resistant tops, 1.50 × 0.75 m, height-adjustable. One table has a burn mark. You dismantle them with an Allen key; parking by the goods lift. Given away together only, until the laboratory is let again in four weeks.",
        ),
        demo_key="gift", year=2006, papers=papers("TZB-M-118", "0.00", "150.00", "Schätzung der Hausverwaltung"),
    ),
    gift(
        "kuehlschrank-labor", "cooling", "glueckauf-diagnostics", "ulrike-tegethoff", "Bochum",
        (
            "Laborkühlschrank, 350 Liter, 2 bis 8 °C",
            "Umluftkühlung, Türschloss, Alarmausgang. Die Türdichtung ist spröde, die Temperatur hält er dennoch. Nicht für explosionsfähige Lösemittel. Abholung innerhalb von zwei Wochen, Sackkarre vorhanden.",
        ),
        (
            "Laboratory refrigerator, 350 litres, 2 to 8 °C",
            "Fan cooling, door lock, alarm output. The door seal is brittle, but it still keeps its temperature. Not for explosive solvents. Collect within two weeks; a sack truck is available.",
        ),
        year=2008, papers=papers("GD-2008-07", "0.00", "0.00", "Restnutzung geschätzt"),
    ),
    gift(
        "zentrifuge-klein", "centrifuge", "emscher-klinikum", "birgit-kaminski", "Gelsenkirchen",
        (
            "Tischzentrifuge für die Ausbildung",
            "Festwinkelrotor für 24 Röhrchen, Höchstdrehzahl reduziert. Für Schulen und Ausbildungslabore bestens geeignet, nicht für Blutprodukte. Elektrische Prüfung vor drei Monaten bestanden.",
        ),
        (
            "Benchtop centrifuge for training",
            "Fixed-angle rotor for 24 tubes, top speed reduced. Ideal for schools and training laboratories, not for blood products. Passed its electrical test three months ago.",
        ),
        year=2011, condition="used_checked", papers=papers("EK-7710", "0.00", "120.00", "Marktübersicht"),
    ),
    gift(
        "mikroskop-schrank", "microscopy", "zbb", "claudia-meerkamp", "Bochum",
        (
            "Fünf Mikroskope für den Unterricht",
            "Monokulare Geräte mit Glühlampe, zwei davon ohne Kondensor. Gern an Schulen oder Vereine. Kein Versand, Übergabe im Foyer.",
        ),
        None,
        year=1998, condition="parts", listed_days=-16, papers=papers("ZBB-0044", "0.00", "0.00", "Restnutzung geschätzt"),
    ),
    gift(
        "glasgeraete-kolben", "general", "htg", "lars-hoelscher", "Recklinghausen",
        (
            "Glasgeräte: Kolben, Kühler, Trichter",
            "Rund 180 Teile mit Normschliff, gespült und in Kisten. Aus der Auflösung eines Praktikums. Bitte das Ganze nehmen; Bruch liegt bei etwa fünf Prozent.",
        ),
        (
            "Glassware: flasks, condensers, funnels",
            "About 180 pieces with standard joints, washed and in boxes. From a teaching laboratory that has closed. Please take the lot; about five per cent is broken.",
        ),
        year=2005, condition="used_checked", papers=papers("HTG-G-01", "0.00", "80.00", "Schätzung der Werkstatt"),
    ),
    gift(
        "digestorium-teile", "general", "wiab", "gregor-landwehr", "Münster",
        (
            "Abzug, zerlegt, ohne Lüftung",
            "Korpus, Frontschieber und Armaturen eines Abzugs von 1,20 m Breite, sachkundig ausgebaut und schadstofffrei geprüft. Ohne Luftkanal. Abholung mit Transporter, zwei Personen.",
        ),
        (
            "Fume cupboard, dismantled, without ventilation",
            "Body, sash and fittings of a 1.20 m fume cupboard, dismantled by experts and tested free of harmful substances. Without ducting. Bring a van and two people.",
        ),
        year=2004, condition="parts", papers=papers("WI-0311", "0.00", "0.00", "Restnutzung geschätzt"),
    ),
    gift(
        "monitore-arbeitsplatz", "office", "bildraum-medical", "carolin-haas", "Essen",
        (
            "Acht Monitore, 24 Zoll, mit Kabeln",
            "Für Auswertung und Büro, nicht mehr für die Befundung zugelassen. Alle geprüft, zwei mit einem Pixelfehler. Füße und Netzkabel liegen bei. Vorrang haben gemeinnützige Einrichtungen.",
        ),
        (
            "Eight monitors, 24 inch, with cables",
            "For analysis and office work, no longer approved for reading diagnostic images. All tested, two with a faulty pixel. Stands and mains cables are included. Charitable institutions take precedence.",
        ),
        year=2016, condition="used_checked", status="awaiting", listed_days=-2, papers=papers("BM-3316", "0.00", "200.00", "Marktübersicht"),
    ),
    gift(
        "gewaechsschrank-klima", "cooling", "emscher-biotech", "joana-silva", "Gelsenkirchen",
        (
            "Klimaschrank mit Licht, 250 Liter",
            "10 bis 40 °C, vier Leuchtstoffröhren, drei Roste. Kompressor laut, aber dicht. Abzugeben, weil eine größere Anlage gekommen ist. Zwei Personen und eine Rampe sind nötig.",
        ),
        (
            "Climate cabinet with light, 250 litres",
            "10 to 40 °C, four fluorescent tubes, three shelves. The compressor is noisy but tight. Given away because a larger system has arrived. Bring two people; a ramp is needed.",
        ),
        year=2010, status="expired", listed_days=-80, expires_days=-12, papers=papers("EB-0210", "0.00", "180.00", "Schätzung der Werkstatt"),
    ),
    gift(
        "pipetten-satz", "liquid_handling", "phoenix-proteintechnik", "felix-adomeit", "Dortmund",
        (
            "Zwölf Kolbenhubpipetten, ungeprüft",
            "2 bis 1.000 µl, mit Ständer. Kalibrierung abgelaufen, zwei Dichtungen tropfen. Für die Ausbildung oder zum Überholen. Die erste Anfrage erhält den Zuschlag.",
        ),
        (
            "Twelve piston pipettes, untested",
            "2 to 1,000 µl, with stand. Calibration has run out, two seals drip. For training or for overhaul. Goes to the first who asks.",
        ),
        year=2012, condition="used", status="expired", listed_days=-70, expires_days=-20, papers=papers("PP-003", "0.00", "60.00", "Schätzung der Werkstatt"),
    ),
]
# fmt: on
