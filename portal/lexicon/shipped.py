"""The vocabulary that comes along: task → method → class of devices, in German and English.

Staff keep it in the administration; a migration imports it once. A row: kind; German words; English words, both divided
by `|`, the usual one first; `asked`: words of questions alone; `to`: first words of the rows that it leads to.
"""

from dataclasses import dataclass

DEVICE, METHOD, TASK, PAGE, OTHER = "device", "method", "task", "page", "other"


@dataclass(frozen=True)
class Row:
    kind: str
    german: str
    english: str
    asked: str = ""
    to: str = ""

    @property
    def name(self) -> str:
        return (self.german or self.english).partition("|")[0]


DEVICES = [
    Row(
        DEVICE,
        "HPLC|HPLC-Anlage|UHPLC|UPLC|Hochleistungsflüssigkeitschromatographie",
        "HPLC|UHPLC|UPLC|high performance liquid chromatography|high pressure liquid chromatography",
    ),
    Row(DEVICE, "FPLC|ÄKTA", "FPLC|fast protein liquid chromatography"),
    Row(DEVICE, "Gaschromatograph|Gaschromatographie|GC", "gas chromatograph|gas chromatography"),
    Row(
        DEVICE,
        "Massenspektrometer|Massenspektrometrie|MS",
        "mass spectrometer|mass spectrometry|mass spec",
        to="LC-MS|GC-MS|MALDI|ICP-MS",
    ),
    Row(DEVICE, "LC-MS|LCMS", "LC-MS"),
    Row(DEVICE, "GC-MS|GCMS", "GC-MS"),
    Row(DEVICE, "MALDI|MALDI-TOF", "matrix assisted laser desorption"),
    Row(DEVICE, "ICP-MS|ICPMS", "ICP-MS"),
    Row(DEVICE, "NMR|Kernspinresonanz|Kernresonanz", "nuclear magnetic resonance"),
    Row(DEVICE, "MRT|Magnetresonanztomographie|Kernspintomographie", "MRI|magnetic resonance imaging"),
    Row(DEVICE, "CT|Computertomographie|Mikro-CT", "micro-CT|computed tomography"),
    Row(DEVICE, "PET|Positronenemissionstomographie", "positron emission tomography"),
    Row(
        DEVICE,
        "REM|Rasterelektronenmikroskop|Rasterelektronenmikroskopie",
        "SEM|scanning electron microscope|scanning electron microscopy",
    ),
    Row(
        DEVICE,
        "TEM|Transmissionselektronenmikroskop|Transmissionselektronenmikroskopie",
        "transmission electron microscope|transmission electron microscopy",
    ),
    Row(
        DEVICE,
        "Elektronenmikroskop|Elektronenmikroskopie",
        "electron microscope|electron microscopy",
        to="REM|TEM",
    ),
    Row(
        DEVICE,
        "Konfokalmikroskop|CLSM|konfokales Mikroskop|konfokales Laser-Scanning-Mikroskop|konfokal|Konfokalmikroskopie",
        "confocal microscope|confocal microscopy|confocal|confocal laser scanning microscope",
    ),
    Row(
        DEVICE,
        "Mikroskop|Mikroskopie",
        "microscope|microscopy",
        to="Elektronenmikroskop|Konfokalmikroskop|Rasterkraftmikroskop",
    ),
    Row(DEVICE, "Rasterkraftmikroskop|AFM", "atomic force microscope"),
    Row(DEVICE, "Thermocycler|PCR-Gerät", "thermal cycler|PCR machine"),
    Row(
        DEVICE,
        "Sequenziergerät|Sequenzierer|Sequenzierung|NGS|Hochdurchsatzsequenzierung",
        "sequencer|sequencing",
        asked="sequenzieren|DNA sequenzieren|sequence DNA",
    ),
    Row(
        DEVICE,
        "Durchflusszytometer|Durchflusszytometrie|FACS|Zellsortierer",
        "flow cytometer|flow cytometry|cell sorter",
    ),
    Row(DEVICE, "Plattenleser|Mikroplattenlesegerät|Platereader", "plate reader|microplate reader"),
    Row(DEVICE, "Zentrifuge|Zentrifugation", "centrifuge|centrifugation", to="Ultrazentrifuge"),
    Row(DEVICE, "Ultrazentrifuge", "ultracentrifuge"),
    Row(DEVICE, "Bioreaktor|Fermenter|Fermentation", "bioreactor|fermenter|fermentor|fermentation"),
    Row(DEVICE, "Brutschrank|Inkubator|CO2-Brutschrank", "incubator"),
    Row(
        DEVICE,
        "Sicherheitswerkbank|Sterilbank|Reinraumwerkbank|Laminarflow",
        "biosafety cabinet|safety cabinet|laminar flow|clean bench",
    ),
    Row(DEVICE, "Autoklav|Dampfsterilisator|Sterilisator", "autoclave|steriliser|sterilizer"),
    Row(DEVICE, "Kühlschrank|Laborkühlschrank", "refrigerator|fridge"),
    Row(
        DEVICE,
        "Tiefkühlschrank|Gefrierschrank|Ultratiefkühlschrank",
        "freezer|ultra-low freezer",
        asked="ULT|Tiefkühler|Kühlschrank −80",
    ),
    Row(DEVICE, "Gefriertrockner|Gefriertrocknung|Lyophilisator", "freeze dryer|freeze drying|lyophiliser|lyophilizer"),
    Row(DEVICE, "Sprühtrockner", "spray dryer"),
    Row(DEVICE, "Rotationsverdampfer|Rotavapor", "rotary evaporator|rotovap"),
    Row(
        DEVICE,
        "Pipettierroboter|Pipettierautomat|Liquid-Handling",
        "pipetting robot|liquid handling|liquid handler",
    ),
    Row(DEVICE, "Pipette", "pipette"),
    # `scale` and `balance` alone stand in texts as pilot scale and mass balance.
    Row(
        DEVICE,
        "Waage|Analysenwaage|Laborwaage|Präzisionswaage",
        "analytical balance|laboratory balance|precision balance|weighing scale",
        asked="balance|scale|scales",
    ),
    Row(DEVICE, "Photometer|Spektralphotometer|UV-Vis", "spectrophotometer|UV-Vis"),
    Row(
        DEVICE,
        "Spektrometer|Spektroskopie",
        "spectrometer|spectroscopy",
        to="Massenspektrometer|NMR|FTIR|Photometer",
    ),
    Row(DEVICE, "FTIR|IR-Spektrometer|Infrarotspektroskopie", "FTIR|infrared spectroscopy"),
    Row(DEVICE, "Mikrotom", "microtome", to="Kryostat|Vibratom"),
    Row(DEVICE, "Kryostat", "cryostat"),
    Row(DEVICE, "Vibratom", "vibratome"),
    Row(DEVICE, "Schüttler|Schüttelinkubator", "shaker|shaking incubator"),
    Row(DEVICE, "Abzug|Digestorium", "fume hood"),
    Row(DEVICE, "Wasserbad", "water bath"),
    Row(DEVICE, "Elektrophorese|Gelelektrophorese", "electrophoresis|gel electrophoresis"),
    Row(DEVICE, "Geldokumentation", "gel documentation|gel imager"),
    Row(DEVICE, "3D-Drucker|3D-Druck", "3D printer|3D printing"),
    Row(DEVICE, "pH-Meter", "pH meter", asked="pH messen|pH-Wert|measure pH"),
    Row(DEVICE, "Homogenisator", "homogeniser|homogenizer"),
    Row(DEVICE, "Rheometer|Viskosimeter", "rheometer|viscometer"),
]

METHODS = [
    Row(METHOD, "Flüssigkeitschromatographie", "liquid chromatography", to="HPLC|FPLC|LC-MS"),
    Row(METHOD, "Chromatographie", "chromatography", to="Flüssigkeitschromatographie|Gaschromatograph|GC-MS"),
    Row(METHOD, "PCR|Polymerase-Kettenreaktion", "PCR|polymerase chain reaction", to="Thermocycler|qPCR|digitale PCR"),
    Row(METHOD, "qPCR|Echtzeit-PCR|RT-PCR", "qPCR|real-time PCR"),
    Row(METHOD, "digitale PCR|dPCR|ddPCR", "digital PCR"),
    Row(METHOD, "ELISA|Immunoassay", "ELISA|immunoassay", to="Plattenleser"),
    Row(METHOD, "Zellkultur", "cell culture", to="Brutschrank|Sicherheitswerkbank"),
    Row(
        METHOD,
        "Histologie|Gewebeschnitte|Gefrierschnitte|Schnellschnitt",
        "histology|tissue sections|frozen sections|cryosections",
        to="Mikrotom|Kryostat",
    ),
    Row(
        METHOD,
        "Tangentialflussfiltration|TFF|Querstromfiltration",
        "tangential flow filtration|crossflow filtration",
    ),
    Row(
        METHOD,
        "Proteinanalyse|Proteinanalytik|Proteomanalyse",
        "protein analysis|proteomics",
        to="Massenspektrometer|HPLC|Elektrophorese",
    ),
    Row(METHOD, "Proteinreinigung", "protein purification", to="FPLC"),
    Row(METHOD, "Bildgebung", "imaging", to="MRT|CT|PET|Mikroskop"),
]

TASKS = [
    Row(
        TASK,
        "Gewebe schneiden|Gewebeproben schneiden|Gewebeschnitte anfertigen",
        "tissue slicing|tissue sectioning|cutting tissue|slice tissue|tissue slices",
        asked="Schnitte anfertigen|dünne Schnitte",
        to="Histologie",
    ),
    Row(
        TASK,
        "Proteinreinheit|Reinheit von Proteinen|Reinheitsbestimmung",
        "protein purity|purity of proteins|purity analysis",
        asked="Protein Reinheit",
        to="HPLC|Flüssigkeitschromatographie|Elektrophorese|MALDI",
    ),
    Row(
        TASK,
        "Eiweiß analysieren|Eiweiße analysieren|Proteine analysieren",
        "analyse proteins|analyze proteins",
        to="Proteinanalyse|Proteinreinheit",
    ),
    Row(TASK, "Zellen ansehen|Zellen anschauen|Zellen beobachten", "look at cells|see cells", to="Mikroskop"),
    Row(TASK, "Proteine reinigen|Proteine aufreinigen", "purify proteins", to="Proteinreinigung"),
    Row(
        TASK,
        "Molekülmasse bestimmen|Molekulargewicht",
        "molecular mass|molecular weight",
        to="Massenspektrometer",
    ),
    Row(
        TASK,
        "Struktur aufklären|Strukturaufklärung",
        "structure elucidation",
        to="NMR|Massenspektrometer",
    ),
    Row(
        TASK,
        "Zellen zählen|Zellen sortieren|Zellzählung",
        "counting cells|sorting cells|cell counting|cell sorting",
        to="Durchflusszytometer",
    ),
    Row(TASK, "Zellen züchten|Zellen kultivieren", "growing cells|cultivating cells", to="Zellkultur"),
    Row(TASK, "DNA vervielfältigen|Gene nachweisen", "amplify DNA|detect genes", to="PCR"),
    Row(TASK, "Erbgut lesen|Genom entschlüsseln|DNA lesen", "read DNA|decode genome", to="Sequenziergerät"),
    Row(TASK, "Bakterien züchten|Hefe züchten", "growing bacteria|growing yeast", to="Bioreaktor"),
    Row(TASK, "Proben kühlen|Proben einfrieren|Proben lagern", "freeze samples|store samples", to="Tiefkühlschrank"),
    Row(TASK, "Geräte sterilisieren|Sterilisation", "sterilising|sterilization", to="Autoklav"),
    Row(TASK, "Proben trocknen", "dry samples", to="Gefriertrockner|Sprühtrockner"),
    Row(TASK, "Proben wiegen|wägen|abwiegen", "weigh samples|weighing", asked="wiegen|weigh", to="Waage"),
    Row(TASK, "Oberflächen abbilden|Oberflächen ansehen", "image surfaces", to="REM|Rasterkraftmikroskop"),
    Row(TASK, "Konzentration messen|Absorption messen", "measure concentration", to="Photometer|Plattenleser"),
    Row(TASK, "Lösungsmittel abdampfen|Lösungsmittel entfernen", "remove solvent", to="Rotationsverdampfer"),
    Row(TASK, "Proben mischen|Proben schütteln", "mix samples|shake samples", to="Schüttler"),
    Row(TASK, "Metalle nachweisen|Schwermetalle", "detect metals|heavy metals", to="ICP-MS"),
    Row(TASK, "Viskosität messen|Fließverhalten", "measure viscosity|flow behaviour", to="Rheometer"),
]

OTHERS = [
    Row(OTHER, "Protein|Eiweiß", "protein"),
    Row(OTHER, "Laborfläche|Laborraum|Laborplatz", "lab space|laboratory space|bench space", asked="Labor|lab"),
    Row(OTHER, "Reinraum", "clean room|cleanroom"),
    Row(OTHER, "Büro|Büroraum", "office space", asked="office"),
    Row(OTHER, "Schulung|Einweisung", "training|briefing"),
    Row(OTHER, "gebraucht", "second-hand", asked="used|second hand"),
    Row(OTHER, "kostenlos|geschenkt|zu verschenken", "free of charge|gift"),
    Row(OTHER, "S2|Schutzstufe 2", "biosafety level 2|BSL-2|BSL2"),
    Row(OTHER, "GMP|Gute Herstellungspraxis", "GMP|good manufacturing practice"),
    Row(OTHER, "GLP|Gute Laborpraxis", "GLP|good laboratory practice"),
    Row(OTHER, "GCP|Gute klinische Praxis", "GCP|good clinical practice"),
    Row(OTHER, "MDR|Medizinprodukteverordnung", "MDR|medical device regulation"),
    Row(OTHER, "IVDR|In-vitro-Diagnostika-Verordnung", "IVDR|in vitro diagnostics regulation"),
    Row(OTHER, "Zulassung|Regulatorik", "regulatory affairs|marketing authorisation"),
    Row(OTHER, "Qualitätsmanagement|Qualitätssicherung", "quality management|quality assurance", to="GMP|GLP"),
    Row(
        OTHER,
        "Förderung|Fördermittel|Zuschuss|Finanzierung|Investor|Wagniskapital",
        "funding|grant|financing|investor|venture capital",
        asked="Geld|money",
    ),
    Row(
        OTHER,
        "Gründung|Startup|Start-up|Existenzgründung|Gründer|gründen|Ausgründung",
        "founding|start-up|startup|founder|spin-off",
        asked="eigene Firma|my company|start a company",
    ),
    Row(OTHER, "Coaching", "coaching", asked="Beratung|beraten|advice|consulting|mentoring"),
    Row(
        OTHER,
        "Kurs|Grundkurs|Workshop|Seminar|Lehrgang|Fortbildung",
        "workshop|seminar|training course|first course|courses",
        asked="course",
    ),
    Row(OTHER, "online", "online", asked="Webinar|virtuell|Videokonferenz|webinar|virtual|remote"),
    Row(OTHER, "Künstliche Intelligenz|KI", "artificial intelligence|AI"),
    Row(
        PAGE,
        "Kontakt|Ansprechpartner|Ansprechpartnerin",
        "contact us|contact",
        asked="Anfahrt|Wegbeschreibung|Öffnungszeiten|Adresse|Telefon|Telefonnummer|Sprechzeiten|Parkplatz|parken|"
        "komme zu Ihnen|directions|opening hours|how to find us|get there|address|phone|parking",
    ),
    Row(PAGE, "Impressum|Anbieterkennzeichnung", "imprint|legal notice"),
    Row(PAGE, "Veranstaltungen|Veranstaltungskalender", "events|calendar of events", asked="Termine|Kalender|dates"),
    Row(PAGE, "Aktuelles|Neuigkeiten|Nachrichten", "news", asked="Newsletter|Rundbrief|Presse|press"),
    Row(PAGE, "Verzeichnis|Mitglieder", "directory|members", asked="Mitgliederliste|Partner"),
    Row(
        PAGE,
        "Mitglied werden|Mitgliedschaft|Mitmachen",
        "become a member|membership|join",
        asked="beitreten|Beitrag|Mitgliedsbeitrag|Mitgliedsbeiträge|membership fee|how to join",
    ),
]

ROWS = [*DEVICES, *METHODS, *TASKS, *OTHERS]


def load(model) -> None:
    """Write the rows into an empty table of meanings; `model` is the migration's or today's."""
    if model.objects.exists():
        return
    made = {
        row.name: model.objects.create(
            kind=row.kind,
            words_de=row.german.replace("|", "\n"),
            words_en=row.english.replace("|", "\n"),
            asked=row.asked.replace("|", "\n"),
        )
        for row in ROWS
    }
    for row in ROWS:
        if row.to:
            made[row.name].leads_to.set([made[name] for name in row.to.split("|")])
