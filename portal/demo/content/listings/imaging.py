"""Devices that look, sort and count: microscopes, cytometers, sequencers, histology."""

from portal.demo.content.listings.rows import device

NIGHT = {"days": [0, 1, 2, 3, 4, 5], "from": "18:00", "to": "23:00"}

# fmt: off
IMAGING_DEVICES = [
    device(
        "konfokales-laser-scanning-mikroskop", "microscopy", "zbb", "claudia-meerkamp", "Bochum",
        (
            "Konfokales Laser-Scanning-Mikroskop",
            "Vier Laserlinien (405, 488, 561, 640 nm), Klimakammer für Lebendzellen, 63×-Öl- und 25×-Wasserobjektiv, Auflösung seitlich etwa 200 nm. Zeitreihen bis 24 Stunden. Gewebe dicker als 150 µm wird unscharf, dafür haben wir das Lichtblattmikroskop. Zwei Stunden Einweisung, danach selbstständiges Arbeiten; Auswertung am Rechner nebenan ohne Aufpreis.",
        ),
        (
            "Confocal laser scanning microscope",
            "Four laser lines (405, 488, 561, 640 nm), climate chamber for live cells, 63× oil and 25× water objectives, lateral resolution about 200 nm. Time series up to 24 hours. Tissue thicker than 150 µm gets blurred; our light-sheet microscope is made for that. Two-hour briefing, then you work on your own; image analysis on the computer next door at no extra charge.",
        ),
        project="klic-2-go", year=2018, hourly="38.00", daily="240.00", biosafety=2, max_hours=24, register="analytics",
        facets={"analyte": ["cell", "tissue"], "method": ["light_microscopy"], "sample": ["cells", "tissue"], "accreditation": ["research"]},
        photos=[
            (("microscope", 3), "Gezeichnetes Mikroskop auf einem Labortisch", "Drawing of a microscope on a bench"),
            (("cells", 5), "Gezeichnete Zellen, wie das Mikroskop sie zeigt", "Drawing of cells as the microscope shows them"),
            (("microscope", 40), "Gezeichnetes Mikroskop von der Seite", "Drawing of a microscope from the side"),
        ],
    ),
    device(
        "lichtblattmikroskop", "microscopy", "zbb", "claudia-meerkamp", "Bochum",
        (
            "Lichtblattmikroskop für geklärtes Gewebe",
            "Ganze Mausorgane, Organoide und Biopsien bis 12 mm in wenigen Minuten als Volumen. Wasserbasierte und organische Klärmittel sind möglich, bitte vorher angeben. Ein Datensatz umfasst 50 bis 400 GB; bringen Sie einen eigenen Datenträger oder einen Netzzugang mit. Bedienung durch unser Team.",
        ),
        (
            "Light-sheet microscope for cleared tissue",
            "Whole mouse organs, organoids and biopsies up to 12 mm as a volume within minutes. Water-based and organic clearing agents are possible; please tell us beforehand. One data set takes 50 to 400 GB; bring your own storage or network access. Operated by our team.",
        ),
        year=2020, hourly="52.00", biosafety=1, lead_days=5, register="analytics",
        facets={"analyte": ["tissue"], "method": ["light_microscopy"], "sample": ["tissue"], "accreditation": ["research"]},
    ),
    device(
        "rasterelektronenmikroskop-feldemission", "microscopy", "zbb", "minh-tran", "Bochum",
        (
            "Rasterelektronenmikroskop mit Feldemission",
            "Auflösung 1,2 nm bei 15 kV, Niederdruckmodus für unbeschichtete Proben, Elementanalyse ab Bor. Sputterbeschichtung mit Gold oder Kohlenstoff im Raum. Probenhöhe höchstens 40 mm, nichts Magnetisches und nichts Ausgasendes. Für seltene Nutzung messen wir mit Ihnen gemeinsam.",
        ),
        (
            "Field-emission scanning electron microscope",
            "Resolution 1.2 nm at 15 kV, low-vacuum mode for uncoated samples, elemental analysis from boron upwards. Sputter coating with gold or carbon in the room. Sample height 40 mm at most, nothing magnetic and nothing that outgasses. For occasional use we measure together with you.",
        ),
        year=2016, hourly="75.00", lead_days=4, register="analytics",
        facets={"analyte": ["tissue", "element"], "method": ["electron_microscopy"], "sample": ["tissue", "solid"], "accreditation": ["research"]},
    ),
    device(
        "transmissionselektronenmikroskop-120kv", "microscopy", "zbb", "minh-tran", "Bochum",
        (
            "Transmissionselektronenmikroskop, 120 kV",
            "Negativkontrast von Viren, Liposomen und Proteinen sowie Ultradünnschnitte, Kamera mit 16 Megapixeln. Kein Kryobetrieb. Einbetten und Schneiden bieten wir als Dienstleistung an, Vorlauf zwei Wochen. Selbstständige Nutzung nach drei begleiteten Terminen.",
        ),
        (
            "Transmission electron microscope, 120 kV",
            "Negative staining of viruses, liposomes and proteins as well as ultrathin sections, 16-megapixel camera. No cryo operation. Embedding and sectioning are available as a service with two weeks’ lead time. Independent use after three accompanied sessions.",
        ),
        year=2013, hourly="95.00", biosafety=2, max_hours=6, lead_days=7, register="analytics",
        facets={"analyte": ["cell", "tissue", "protein"], "method": ["electron_microscopy"], "sample": ["cells", "tissue"], "accreditation": ["research"]},
    ),
    device(
        "mikro-ct", "imaging", "zbb", "claudia-meerkamp", "Bochum",
        (
            "Mikro-Computertomograf für Proben",
            "Voxel ab 3 µm, Proben bis 85 mm Durchmesser: Knochen, Implantate, Gerüste für Gewebe, Kunststoffteile. Weichgewebe nur mit Kontrastmittel. Keine lebenden Tiere, keine Patientenproben ohne Pseudonym. Rekonstruktion inbegriffen, Messzeit je Probe 20 Minuten bis vier Stunden.",
        ),
        (
            "Micro computed tomography scanner for samples",
            "Voxels from 3 µm, samples up to 85 mm in diameter: bone, implants, tissue scaffolds, polymer parts. Soft tissue only with a contrast agent. No live animals, no patient samples unless pseudonymised. Reconstruction included, scan time per sample 20 minutes to four hours.",
        ),
        year=2019, hourly="65.00", register="analytics",
        facets={"analyte": ["tissue"], "method": ["tomography"], "sample": ["tissue", "solid"], "accreditation": ["research"]},
    ),
    device(
        "analyse-durchflusszytometer", "flow_cytometry", "zentrum-zelltechnik", "svenja-rahe", "Bielefeld",
        (
            "Durchflusszytometer mit 5 Lasern und 40 Farben",
            "Spektrale Messung, Probenlader für 96er-Platten, bis 35.000 Zellen pro Sekunde. Fixierte Proben bis Schutzstufe 2, unfixiertes Patientenmaterial nur nach Absprache. Für Partikel unter 200 nm nicht geeignet. Halbtägige Einweisung; wer ein Jahr lang nicht misst, frischt sie auf.",
        ),
        (
            "Flow cytometer with 5 lasers and 40 colours",
            "Spectral detection, loader for 96-well plates, up to 35,000 cells per second. Fixed samples up to biosafety level 2, unfixed patient material only by arrangement. Not suitable for particles below 200 nm. Half-day briefing; if you have not measured for a year, you refresh it.",
        ),
        year=2022, hourly="42.00", biosafety=2, approval="instant", register="analytics",
        facets={"analyte": ["cell"], "method": ["flow_cytometry"], "sample": ["blood", "cells"], "accreditation": ["research"]},
    ),
    device(
        "zellsortierer", "flow_cytometry", "zentrum-zelltechnik", "svenja-rahe", "Bielefeld",
        (
            "Zellsortierer in der Sicherheitswerkbank",
            "Sortiert in Röhrchen und Platten bis 384, Düsen 70, 85 und 100 µm, vier Populationen zugleich. Bedient wird ausschließlich durch unser Personal, der Stundensatz enthält die Betreuung. Klumpende Proben filtern wir vorab; weniger als 100.000 Zellen lohnen den Aufbau nicht.",
        ),
        (
            "Cell sorter inside a safety cabinet",
            "Sorts into tubes and plates up to 384 wells, nozzles of 70, 85 and 100 µm, four populations at once. Operated by our staff only; the hourly rate includes them. Clumping samples are filtered first; fewer than 100,000 cells are not worth the set-up.",
        ),
        year=2017, hourly="88.00", biosafety=2, briefing=False, min_hours=2, max_hours=6, lead_days=5, register="analytics",
        facets={"analyte": ["cell"], "method": ["flow_cytometry"], "sample": ["blood", "cells"], "accreditation": ["research"]},
    ),
    device(
        "einzelzell-plattform", "sequencing", "zentrum-zelltechnik", "svenja-rahe", "Bielefeld",
        (
            "Plattform für Einzelzell-Bibliotheken",
            "Verkapselt 500 bis 10.000 Zellen je Kanal in Tröpfchen und erzeugt Bibliotheken für Transkriptom und Chromatin. Lebensrate mindestens 80 %, sonst brechen wir vor dem teuren Schritt ab. Chemie wird nach Verbrauch berechnet, sequenziert wird andernorts. Gerät nur mit Betreuung.",
        ),
        (
            "Platform for single-cell libraries",
            "Encapsulates 500 to 10,000 cells per channel in droplets and prepares libraries for transcriptome and chromatin. Viability of at least 80 %, otherwise we stop before the costly step. Chemistry is charged as used, sequencing happens elsewhere. Supervised use only.",
        ),
        year=2021, hourly="60.00", biosafety=2, lead_days=10, register="analytics",
        facets={"analyte": ["rna", "dna", "cell"], "method": ["ngs"], "sample": ["cells", "tissue"], "accreditation": ["research"]},
    ),
    device(
        "tischsequenzierer", "sequencing", "kliniken-ruhrhoehen", "aylin-demir", "Essen",
        (
            "Tischsequenzierer, bis 120 Gigabasen pro Lauf",
            "Gezielte Panels, Exome und Amplikons; Bibliotheken bringen Sie fertig und quantifiziert mit. Ein Lauf belegt das Gerät 30 Stunden. Befunde für die Krankenversorgung entstehen hier nicht: Ergebnisse für externe Partner sind Forschungsdaten. Vorrang haben Patientenproben, Termine können sich um einen Tag verschieben.",
        ),
        (
            "Benchtop sequencer, up to 120 gigabases per run",
            "Targeted panels, exomes and amplicons; you bring libraries ready and quantified. One run occupies the instrument for 30 hours. No clinical reports are issued here: results for external partners are research data. Patient samples come first, so dates may slip by a day.",
        ),
        project="klic-2-go", year=2020, daily="310.00", biosafety=2, min_hours=24, max_hours=48, lead_days=7, register="analytics",
        facets={"analyte": ["dna", "rna"], "method": ["ngs"], "sample": ["blood", "ffpe", "cells"], "accreditation": ["iso_15189"]},
    ),
    device(
        "digitale-pcr", "pcr", "htg", "lars-hoelscher", "Recklinghausen",
        (
            "Digitale PCR mit 26.000 Partitionen",
            "Absolute Quantifizierung von Genkopien, zwei bis fünf Farben, 8 bis 96 Proben in gut zwei Stunden. Erkennt seltene Varianten bis etwa 0,1 %. Chips werden einzeln berechnet. Keine Proben aus der Schutzstufe 3, auch nicht inaktiviert. Einweisung 90 Minuten.",
        ),
        (
            "Digital PCR with 26,000 partitions",
            "Absolute quantification of gene copies, two to five colours, 8 to 96 samples in just over two hours. Detects rare variants down to about 0.1 %. Chips are charged one by one. No samples from biosafety level 3, not even inactivated. Briefing of 90 minutes.",
        ),
        year=2021, hourly="30.00", biosafety=2, register="analytics",
        facets={"analyte": ["dna", "rna"], "method": ["pcr"], "sample": ["blood", "cells", "water"], "accreditation": ["research"]},
    ),
    device(
        "realtime-pcr-384", "pcr", "htg", "lars-hoelscher", "Recklinghausen",
        (
            "Real-Time-PCR-Gerät für 384er-Platten",
            "Sechs Kanäle, Schmelzkurven, Auswertung auf zwei Arbeitsplätzen. In der Vorlesungszeit nur ab 15 Uhr frei, sonst ganztägig. Pipettierroboter im selben Raum zubuchbar. Einweisung 45 Minuten, bei Vorkenntnis per Video.",
        ),
        (
            "Real-time PCR instrument for 384-well plates",
            "Six channels, melting curves, analysis at two workstations. During term free only from 3 pm, otherwise all day. The pipetting robot in the same room can be booked with it. Briefing of 45 minutes, by video if you have experience.",
        ),
        year=2018, hourly="14.00", biosafety=1, approval="instant", register="analytics",
        facets={"analyte": ["dna", "rna"], "method": ["pcr"], "sample": ["blood", "cells"], "accreditation": ["research"]},
    ),
    device(
        "objekttraeger-scanner", "histology", "kliniken-ruhrhoehen", "aylin-demir", "Essen",
        (
            "Objektträger-Scanner, 100 Präparate je Ladung",
            "Hellfeld bei 20× und 40×, Fluoreszenz in vier Kanälen. Ein Präparat braucht im Hellfeld rund 90 Sekunden. Nur Standardformat mit trockenem Deckglas. Patientenbezogene Etiketten müssen vor der Abgabe durch Pseudonyme ersetzt sein, sonst nehmen wir die Mappe nicht an.",
        ),
        (
            "Slide scanner, 100 slides per load",
            "Bright field at 20× and 40×, fluorescence in four channels. A slide takes about 90 seconds in bright field. Standard format with a dry cover slip only. Labels that identify patients must be replaced by pseudonyms beforehand, otherwise we will not accept the tray.",
        ),
        year=2019, hourly="35.00", biosafety=1, register="analytics",
        facets={"analyte": ["tissue"], "method": ["histology", "light_microscopy"], "sample": ["ffpe", "tissue"], "accreditation": ["iso_15189"]},
    ),
    device(
        "kryostat-schnellschnitt", "histology", "hellweg-klinikum", "martin-ellerbrock", "Unna",
        (
            "Kryostat für Gefrierschnitte",
            "Schnittdicke 1 bis 60 µm, Kammer bis −35 °C, Desinfektion mit UV. Frei außerhalb der Operationszeiten, in der Regel ab 16 Uhr. Infektiöses Material ist ausgeschlossen. Klingen und Einbettmedium liegen bereit und werden nach Verbrauch berechnet.",
        ),
        None,
        year=2015, hourly="18.00", biosafety=2, max_hours=3, register="analytics",
        facets={"analyte": ["tissue"], "method": ["histology"], "sample": ["tissue"], "accreditation": ["research"]},
    ),
    device(
        "maldi-tof-identifizierung", "mass_spectrometry", "hellweg-klinikum", "martin-ellerbrock", "Unna",
        (
            "MALDI-TOF für die Keimidentifizierung, Abendfenster",
            "Identifiziert Bakterien und Hefen aus Kolonien in wenigen Minuten, 96 Positionen je Träger, Datenbank mit über 3.000 Arten. Das Zentrallabor gibt das Gerät werktags und samstags ab 18 Uhr frei. Krankenversorgung geht vor: Ein Abend kann bis 16 Uhr abgesagt werden. Keine Erreger der Risikogruppe 3.",
        ),
        (
            "MALDI-TOF for microbial identification, evening window",
            "Identifies bacteria and yeast from colonies within minutes, 96 positions per target, database of more than 3,000 species. The central laboratory releases the instrument from 6 pm, Monday to Saturday. Patient care comes first: an evening may be called off until 4 pm. No pathogens of risk group 3.",
        ),
        project="klic-2-go", year=2017, hourly="60.00", biosafety=2, opening=NIGHT, max_hours=5, lead_days=3, register="analytics",
        facets={"analyte": ["protein", "cell"], "method": ["maldi"], "sample": ["cells", "urine"], "accreditation": ["iso_15189", "rilibaek"]},
    ),
]
# fmt: on
