"""The words of the laboratory: parts of compounds, and expressions that mean the same in German and English."""

STOP_WORDS = frozenset(
    """
    der die das den dem des ein eine einer eines einem einen und oder mit fur von vom zum zur im in am an auf aus bei
    bis ist sind wird werden nicht nach uber unter sie wir ihr ihre the a an and or of for with from to on at by is
    are be not your our you we
    """.split()  # noqa: SIM905
)

# Folded, as `german.fold` leaves them.
ATOMS = frozenset(
    """
    abluft abzug agarose alkohol analysator analyse analytik anlage antikorper apparat arbeitsplatz archiv
    array assay aufarbeitung auflicht aufschluss autoklav automat bakterien bank begasung behalter beheizt
    beutel bild bildgebung biologie bioprozess bioreaktor blut brut bruter brutschrank chip chromatograph
    chromatographie computer cytometer cytometrie daten detektor diagnostik digital dispenser dokumentation
    drehschieber druck drucker durchfluss durchlicht einweg elektronen elektronenmikroskop elektrophorese
    element emission entsorgung extraktion farbe farbung fermentation fermenter filter filtration fluoreszenz
    flussig flussigkeit fraktion gas gassensor gefrier gefrierschrank gefriertrockner gel gen genom gerat
    gewebe glas halle handschuh hefe heiz hoch hochleistung homogenisator hybridisierung infrarot inkubator
    ionen isolator kamera kammer kapillar kernspin kessel kinetik klima klimaschrank klinik kolben konfokal
    kontrast kryo kryostat kuhl kuhlschrank kuhlung kultur kulturen labor laborplatz lager lagerung lampe
    laser leistung licht linse lyse magnet manipulator masse massen massenspektrometer massenspektrometrie
    material mess messgerat messplatz messung metabolit mikro mikroben mikrofluidik mikroplatten mikroskop
    mikroskopie mikrotom misch mischer molekul monitor nahrmedien nano nuklein oberflache objekt ofen okular
    optik orbitrap partikel pathologie peptid pflanzen photo photometer pilot pilz pipette pipettier
    pipettierroboter plasma platte platten platz probe proben prozess prufstand prufung puffer pulver pumpe
    quadrupol quelle rack radio raster raum reader reagenz reaktor reinigung reinraum reinst reinstwasser
    resonanz rheometer roboter robotik rontgen rotationsverdampfer rotor ruhrer ruhrkessel sauerstoff saule
    scanner scanning schnitt schrank schuttel schuttler schutz screening sensor sequenz sequenzier
    sequenziergerat sequenzierung sicherheit sicherheitswerkbank software sortierer spektren spektrograph
    spektrometer spektrometrie spektroskop spektroskopie spulmaschine steril sterilisation sterilisator
    stickstoff stoff strahl strahlung synthese system tank technik technikum temperatur therm thermo
    thermocycler thermostat tief tiefkuhl tiefkuhlschrank tisch titration tomograph tomographie trenn trennung
    trocken trockner trocknung truhe ultra ultrafiltration ultraschall ultratief ultrazentrifuge untersuchung
    vakuum ventil verdampfer verfahren versuch viren viskosimeter waage warme warmeschrank wascher wasser
    wasserbad welle werkbank werkstatt zahler zell zelle zellen zellkultur zellzahler zentrifugation
    zentrifuge zerkleinerung zytometer zytometrie
    """.split()  # noqa: SIM905
)

# Each row is one meaning. An expression of several words counts where they stand one after the other.
SYNONYMS = [
    ("HPLC", "Hochleistungsflüssigkeitschromatographie", "high performance liquid chromatography",
     "high pressure liquid chromatography", "liquid chromatography", "Flüssigkeitschromatographie", "UHPLC", "UPLC"),
    ("FPLC", "fast protein liquid chromatography", "Proteinreinigung", "protein purification", "ÄKTA"),
    ("GC", "Gaschromatographie", "gas chromatography", "Gaschromatograph"),
    ("MS", "Massenspektrometrie", "Massenspektrometer", "mass spectrometry", "mass spectrometer", "mass spec"),
    ("LC-MS", "LCMS", "LC MS"),
    ("GC-MS", "GCMS", "GC MS"),
    ("MALDI", "MALDI-TOF", "matrix assisted laser desorption"),
    ("ICP-MS", "ICPMS", "ICP MS"),
    ("NMR", "Kernspinresonanz", "Kernresonanz", "nuclear magnetic resonance"),
    ("MRT", "MRI", "Magnetresonanztomographie", "magnetic resonance imaging", "Kernspintomographie"),
    ("CT", "Computertomographie", "computed tomography", "Mikro-CT", "micro-CT"),
    ("PET", "Positronenemissionstomographie", "positron emission tomography"),
    ("SEM", "REM", "Rasterelektronenmikroskop", "Rasterelektronenmikroskopie", "scanning electron microscope",
     "scanning electron microscopy"),
    ("TEM", "Transmissionselektronenmikroskop", "Transmissionselektronenmikroskopie",
     "transmission electron microscope", "transmission electron microscopy"),
    ("Elektronenmikroskop", "Elektronenmikroskopie", "electron microscope", "electron microscopy"),
    ("CLSM", "Konfokalmikroskop", "konfokales Mikroskop", "konfokales Laser-Scanning-Mikroskop",
     "confocal microscope", "confocal microscopy", "konfokal", "confocal", "confocal laser scanning microscope"),
    ("Mikroskop", "Mikroskopie", "microscope", "microscopy"),
    ("AFM", "Rasterkraftmikroskop", "atomic force microscope"),
    ("PCR", "Polymerase-Kettenreaktion", "polymerase chain reaction", "Thermocycler", "thermal cycler"),
    ("qPCR", "Echtzeit-PCR", "real-time PCR", "RT-PCR"),
    ("dPCR", "digitale PCR", "digital PCR", "ddPCR"),
    ("NGS", "Hochdurchsatzsequenzierung", "next generation sequencing", "Sequenzierung", "Sequenzierer",
     "sequencing", "sequencer", "Sequenziergerät"),
    ("FACS", "Durchflusszytometrie", "Durchflusszytometer", "flow cytometry", "flow cytometer", "Zellsortierer",
     "cell sorter"),
    ("ELISA", "Immunoassay", "immunoassay"),
    ("Plattenleser", "Mikroplattenlesegerät", "plate reader", "microplate reader", "Platereader"),
    ("Zentrifuge", "Zentrifugen", "centrifuge", "centrifugation", "Zentrifugation"),
    ("Ultrazentrifuge", "ultracentrifuge"),
    ("Bioreaktor", "Fermenter", "bioreactor", "fermenter", "fermentor", "Fermentation", "fermentation"),
    ("Zellkultur", "cell culture", "Zellkulturen"),
    ("Brutschrank", "Inkubator", "incubator", "CO2-Brutschrank"),
    ("Sicherheitswerkbank", "Sterilbank", "Reinraumwerkbank", "biosafety cabinet", "safety cabinet",
     "laminar flow", "clean bench", "Laminarflow"),
    ("Autoklav", "autoclave", "Dampfsterilisator", "Sterilisator", "steriliser", "sterilizer"),
    ("Kühlschrank", "refrigerator", "fridge", "Laborkühlschrank"),
    ("Tiefkühlschrank", "Gefrierschrank", "Ultratiefkühlschrank", "freezer", "ultra-low freezer", "ULT"),
    ("Gefriertrockner", "Gefriertrocknung", "Lyophilisator", "freeze dryer", "freeze drying", "lyophiliser"),
    ("Sprühtrockner", "spray dryer"),
    ("Rotationsverdampfer", "Rotavapor", "rotary evaporator"),
    ("Pipettierroboter", "Liquid-Handling", "liquid handling", "pipetting robot", "Pipettierautomat"),
    ("Pipette", "pipette", "Pipetten", "pipettes"),
    ("Waage", "Analysenwaage", "balance", "scale"),
    ("Spektralphotometer", "Photometer", "spectrophotometer", "UV-Vis", "UV/Vis"),
    ("Spektrometer", "spectrometer", "Spektroskopie", "spectroscopy"),
    ("FTIR", "Infrarotspektroskopie", "infrared spectroscopy", "IR-Spektrometer"),
    ("Mikrotom", "microtome", "Kryostat", "cryostat"),
    ("Histologie", "histology", "Gewebeschnitte", "tissue sections"),
    ("Schüttler", "Schüttelinkubator", "shaker", "shaking incubator"),
    ("Abzug", "fume hood", "Digestorium"),
    ("Wasserbad", "water bath"),
    ("Elektrophorese", "electrophoresis", "Gelelektrophorese", "gel electrophoresis"),
    ("Geldokumentation", "gel documentation", "gel imager"),
    ("TFF", "Tangentialflussfiltration", "tangential flow filtration", "Querstromfiltration", "crossflow filtration"),
    ("Laborfläche", "lab space", "Laborraum", "laboratory space"),
    ("Reinraum", "clean room", "cleanroom"),
    ("Büro", "office", "Büroraum"),
    ("Schulung", "Einweisung", "training", "briefing"),
    ("gebraucht", "second-hand", "used"),
    ("kostenlos", "geschenkt", "free of charge", "gift", "zu verschenken"),
    ("S2", "Schutzstufe 2", "biosafety level 2", "BSL-2", "BSL2"),
]  # fmt: skip
