"""Devices that measure, and the helpers around them: robots, centrifuges, sterilisers."""

from portal.demo.content.listings.rows import device

# fmt: off
ANALYTICS_DEVICES = [
    device(
        "orbitrap-nano-lc", "mass_spectrometry", "wiab", "nadine-scholz", "Münster",
        (
            "Hochauflösendes Massenspektrometer mit Nano-LC",
            "Orbitrap-Klasse, Auflösung 240.000, Nano-LC mit 90-Minuten-Gradient, rund 6.000 Proteine aus 500 ng Zelllysat. Auch Metabolomik und intakte Proteine. Bedient wird durch Fachpersonal, Proben kommen entsalzt und polymerfrei. Detergenzien zerstören die Messung; wir prüfen jede Serie mit einer Vorprobe.",
        ),
        (
            "High-resolution mass spectrometer with nano-LC",
            "Orbitrap class, resolution 240,000, nano-LC with a 90-minute gradient, about 6,000 proteins from 500 ng of cell lysate. Metabolomics and intact proteins, too. Operated by specialists; samples arrive desalted and free of polymers. Detergents ruin the measurement, so we test each series with a pilot sample.",
        ),
        project="klic-2-go", year=2021, hourly="95.00", daily="640.00", biosafety=1, lead_days=6, register="analytics",
        facets={"analyte": ["protein", "metabolite"], "method": ["lc_ms"], "sample": ["blood", "cells", "tissue"], "accreditation": ["research"]},
    ),
    device(
        "triple-quad-lc-ms", "mass_spectrometry", "wiab", "nadine-scholz", "Münster",
        (
            "Triple-Quadrupol-LC-MS/MS für die Quantifizierung",
            "Zielgerichtete Bestimmung kleiner Moleküle aus Plasma und Urin bis in den Pikogrammbereich. Validierte Verfahren für 46 Wirkstoffe liegen vor, für neue rechnen wir mit zwei Wochen Entwicklung. Akkreditiert nach ISO/IEC 17025; für Nichtzieluntersuchungen ist das Gerät das falsche.",
        ),
        (
            "Triple-quadrupole LC-MS/MS for quantification",
            "Targeted determination of small molecules in plasma and urine down to picograms. Validated methods exist for 46 substances; allow two weeks of development for a new one. Accredited to ISO/IEC 17025; for untargeted screening this is the wrong instrument.",
        ),
        year=2018, hourly="80.00", biosafety=2, lead_days=5, register="analytics",
        facets={"analyte": ["small_molecule", "metabolite"], "method": ["lc_ms"], "sample": ["blood", "urine"], "accreditation": ["iso_17025"]},
    ),
    device(
        "gc-ms-quadrupol", "mass_spectrometry", "hafenlabor-duisburg", "heike-lindner", "Duisburg",
        (
            "GC-MS mit Thermodesorption",
            "Flüchtige und halbflüchtige Stoffe aus Feststoff, Wasser und Luft, Dampfraum- und Thermodesorptionseinlass, Bibliothek mit 350.000 Spektren. Freie Messzeit meist dienstags und donnerstags. Keine Proben mit freiem Wasser direkt auf die Säule, keine chlorhaltigen Gase.",
        ),
        (
            "GC-MS with thermal desorption",
            "Volatile and semi-volatile substances from solids, water and air, headspace and thermal desorption inlet, library of 350,000 spectra. Free instrument time mostly on Tuesdays and Thursdays. No free water on the column, no gases containing chlorine.",
        ),
        year=2016, hourly="45.00", register="analytics",
        facets={"analyte": ["small_molecule", "metabolite"], "method": ["gc_ms"], "sample": ["solid", "water"], "accreditation": ["iso_17025"]},
    ),
    device(
        "icp-ms", "mass_spectrometry", "hafenlabor-duisburg", "heike-lindner", "Duisburg",
        (
            "ICP-MS für Spurenelemente",
            "Elemente von Lithium bis Uran, Nachweisgrenzen im Bereich von Nanogramm pro Liter, Kollisionszelle, Mikrowellenaufschluss im Haus. Proben mit mehr als 0,2 % gelösten Salzen verdünnen wir. Flusssäure ist nicht zugelassen. Messung mit Personal, Ergebnis mit Prüfbericht.",
        ),
        (
            "ICP-MS for trace elements",
            "Elements from lithium to uranium, detection limits in the range of nanograms per litre, collision cell, microwave digestion in house. Samples with more than 0.2 % dissolved salts are diluted. Hydrofluoric acid is not allowed. Measured by staff, results with a test report.",
        ),
        year=2019, hourly="55.00", briefing=False, lead_days=4, register="analytics",
        facets={"analyte": ["element"], "method": ["spectroscopy"], "sample": ["water", "blood", "solid"], "accreditation": ["iso_17025"]},
    ),
    device(
        "hplc-diodenarray", "chromatography", "wiab", "nadine-scholz", "Münster",
        (
            "HPLC mit Diodenarray- und Fluoreszenzdetektor",
            "Quaternäre Pumpe bis 600 bar, Säulenofen, Probengeber für 132 Fläschchen. Vier Säulen (C18, C8, HILIC, Phenyl) zur Nutzung vorhanden. Lösemittel in HPLC-Qualität bringen Sie mit. Ionenpaarreagenzien nur auf eigener Säule. Sofortbuchung nach Einweisung.",
        ),
        (
            "HPLC with diode-array and fluorescence detector",
            "Quaternary pump up to 600 bar, column oven, autosampler for 132 vials. Four columns (C18, C8, HILIC, phenyl) to use. Please bring HPLC-grade solvents. Ion-pair reagents only on your own column. Instant booking once you have been briefed.",
        ),
        year=2017, hourly="28.00", daily="170.00", approval="instant", max_hours=24, register="analytics",
        facets={"analyte": ["small_molecule", "protein"], "method": ["chromatography"], "sample": ["broth", "blood"], "accreditation": ["iso_17025"]},
    ),
    device(
        "ionenchromatograph", "chromatography", "hafenlabor-duisburg", "heike-lindner", "Duisburg",
        (
            "Ionenchromatograph für Anionen und organische Säuren",
            "Leitfähigkeitsdetektor mit Suppression, Probengeber für 60 Röhrchen, automatische Verdünnung. Besonders gefragt für Fermentationsbrühen (Acetat, Laktat, Phosphat). Proben bitte steril filtriert mit 0,2 µm. Kationen messen wir an einem anderen Gerät.",
        ),
        None,
        year=2014, hourly="25.00", register="analytics",
        facets={"analyte": ["element", "metabolite"], "method": ["chromatography"], "sample": ["water", "broth"], "accreditation": ["iso_17025"]},
    ),
    device(
        "nmr-600", "spectroscopy", "wiab", "gregor-landwehr", "Münster",
        (
            "NMR-Spektrometer, 600 MHz, mit Kryosonde",
            "Struktur kleiner Moleküle, Metabolitprofile aus Serum und Urin, Bindungsstudien. Probenwechsler für 24 Röhrchen. Feststoffe und Proteine über 30 kDa sind nicht möglich. Menschen mit Herzschrittmacher dürfen den Raum nicht betreten. Einweisung einen Tag, Messen durch uns auf Wunsch.",
        ),
        (
            "NMR spectrometer, 600 MHz, with cryoprobe",
            "Structure of small molecules, metabolite profiles from serum and urine, binding studies. Sample changer for 24 tubes. Solids and proteins above 30 kDa are not possible. People with pacemakers must not enter the room. One-day briefing; on request we measure for you.",
        ),
        year=2012, hourly="70.00", daily="420.00", max_hours=48, lead_days=5, register="analytics",
        facets={"analyte": ["small_molecule", "metabolite"], "method": ["nmr"], "sample": ["blood", "urine"], "accreditation": ["research"]},
    ),
    device(
        "ftir-mikroskop", "spectroscopy", "hshl", "petra-lohmann", "Hamm",
        (
            "FTIR-Mikroskop mit Flächendetektor",
            "Chemische Karten von Gewebeschnitten, Kunststoffen und Mikroplastik ab 6 µm, Transmission, Reflexion und ATR. Wasserhaltige Proben müssen getrocknet sein. Außerhalb der Vorlesungszeit frei verfügbar, sonst freitags. Auswertung mit offener Software.",
        ),
        (
            "FTIR microscope with array detector",
            "Chemical maps of tissue sections, polymers and microplastics from 6 µm, transmission, reflection and ATR. Samples that contain water must be dried. Freely available outside term time, otherwise on Fridays. Analysis with open-source software.",
        ),
        project="klic-2-go", year=2019, hourly="24.00", register="analytics",
        facets={"analyte": ["tissue", "small_molecule"], "method": ["spectroscopy"], "sample": ["tissue", "solid"], "accreditation": ["research"]},
    ),
    device(
        "mikroplattenleser", "spectroscopy", "hshl", "jonas-vehring", "Hamm",
        (
            "Mikroplattenleser für Absorption, Fluoreszenz, Lumineszenz",
            "6er- bis 384er-Platten, Temperatur bis 45 °C, zwei Injektoren, Kinetik über Nacht. Zeitaufgelöste Fluoreszenz ist nicht eingebaut. Wird viel in der Lehre genutzt, deshalb bitte eine Woche im Voraus planen.",
        ),
        (
            "Microplate reader for absorbance, fluorescence, luminescence",
            "6- to 384-well plates, temperature up to 45 °C, two injectors, kinetics overnight. Time-resolved fluorescence is not built in. Much used in teaching, so please plan a week ahead.",
        ),
        year=2016, hourly="15.00", approval="instant", max_hours=16, lead_days=7, register="analytics",
        facets={"analyte": ["protein", "cell"], "method": ["spectroscopy", "immunoassay"], "sample": ["cells", "broth"], "accreditation": ["research"]},
    ),
    device(
        "multiplex-immunoassay", "general", "glueckauf-diagnostics", "ulrike-tegethoff", "Bochum",
        (
            "Lesegerät für Multiplex-Immunoassays",
            "Bis zu 50 Biomarker gleichzeitig aus 25 µl Serum, 96er-Platten, Waschautomat im selben Raum. Frei an zwei Tagen je Woche. Nur gekaufte Kits mit offenem Format; keine Ergebnisse für die Patientenversorgung. Mitbewerber im Schnelltestmarkt fragen bitte vorher telefonisch an.",
        ),
        (
            "Reader for multiplex immunoassays",
            "Up to 50 biomarkers at once from 25 µl serum, 96-well plates, plate washer in the same room. Free on two days a week. Commercial kits with an open format only; no results for patient care. Competitors in the rapid-test market please ring first.",
        ),
        year=2018, hourly="40.00", biosafety=2, access=["academic", "startup"], register="analytics",
        facets={"analyte": ["protein"], "method": ["immunoassay"], "sample": ["blood", "csf"], "accreditation": ["research"]},
    ),
    device(
        "pipettierroboter", "liquid_handling", "htg", "lars-hoelscher", "Recklinghausen",
        (
            "Pipettierroboter mit acht Kanälen",
            "1 bis 1.000 µl, zwölf Plattenpositionen, Magnetmodul und Temperierblock. Vorlagen für Normalisierung, PCR-Aufbau und ELISA sind hinterlegt. Zähe Flüssigkeiten über 20 % Glycerin pipettiert er ungenau. Programmierhilfe bieten wir stundenweise an.",
        ),
        (
            "Pipetting robot with eight channels",
            "1 to 1,000 µl, twelve plate positions, magnetic module and temperature block. Templates for normalisation, PCR set-up and ELISA are stored. It is inaccurate with viscous liquids above 20 % glycerol. Help with programming is available by the hour.",
        ),
        year=2020, hourly="20.00", biosafety=1, approval="instant",
    ),
    device(
        "durchreiche-dampfsterilisator", "sterilisation", "emscher-klinikum", "birgit-kaminski", "Gelsenkirchen",
        (
            "Dampfsterilisator mit Durchreiche, acht Sterilisiereinheiten",
            "Validierte Programme bei 121 und 134 °C, Chargenprotokoll als PDF. Werktags ab 14 Uhr sind zwei Chargen frei. Keine Öle, keine Pulver, keine Abfälle aus Gentechnik. Beladung durch unser Personal, Sie liefern verpackt und beschriftet an.",
        ),
        (
            "Pass-through steam steriliser, eight sterilisation units",
            "Validated programmes at 121 and 134 °C, batch record as PDF. Two loads are free on weekdays from 2 pm. No oils, no powders, no waste from genetic engineering. Loaded by our staff; you deliver packed and labelled.",
        ),
        year=2014, hourly="36.00", briefing=False, max_hours=4, opening={"days": [0, 1, 2, 3, 4], "from": "14:00", "to": "20:00"},
    ),
    device(
        "ultrazentrifuge", "centrifuge", "phoenix-proteintechnik", "felix-adomeit", "Dortmund",
        (
            "Ultrazentrifuge, 600.000 × g, mit drei Rotoren",
            "Festwinkel-, Ausschwing- und Kleinvolumenrotor, Temperatur ab 2 °C. Für Membranen, Exosomen und Viruspartikel der Risikogruppe 1. Röhrchen nur aus unserer Liste; jeder Lauf wird im Rotorbuch eingetragen. Ohne Einweisung keine Nutzung, auch nicht in Begleitung.",
        ),
        (
            "Ultracentrifuge, 600,000 × g, with three rotors",
            "Fixed-angle, swing-out and small-volume rotor, temperature from 2 °C. For membranes, exosomes and virus particles of risk group 1. Tubes from our list only; every run goes into the rotor log. No use without a briefing, not even accompanied.",
        ),
        year=2013, hourly="18.00", biosafety=1, max_hours=20,
    ),
    device(
        "heisspraegeanlage-mikrofluidik", "general", "ruhrfluss-mikrosysteme", "thomas-ridder", "Mülheim an der Ruhr",
        (
            "Heißprägeanlage für mikrofluidische Chips",
            "Prägt Strukturen ab 5 µm in PMMA, COC und Polycarbonat, Fläche bis 120 × 120 mm, im Reinraum der Klasse ISO 7. Prägewerkzeuge aus Nickel oder Silizium bringen Sie mit oder lassen sie bei uns fertigen. Keine Elastomere. Zutritt nach Reinraumunterweisung.",
        ),
        (
            "Hot-embossing press for microfluidic chips",
            "Embosses structures from 5 µm into PMMA, COC and polycarbonate, area up to 120 × 120 mm, in an ISO class 7 cleanroom. Bring tools of nickel or silicon or have us make them. No elastomers. Access after a cleanroom briefing.",
        ),
        year=2015, hourly="58.00", daily="380.00", lead_days=5,
    ),
]
# fmt: on
