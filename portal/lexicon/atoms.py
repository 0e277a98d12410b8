"""Words of German and English that the search must know to take others apart."""

STOP_WORDS = frozenset(
    """
    der die das den dem des ein eine einer eines einem einen und oder mit fur von vom zum zur im in am an auf aus bei
    bis ist sind wird werden nicht nach uber unter sie wir ihr ihre the a an and or of for with from to on at by is
    are be not your our you we i as zu zum wo wie was man ich mein meine meinem meinen noch auch
    how where what can do my me it its this that who when which any per
    wer wann welche welcher welches wen kann konnen gibt es pro
    """.split()  # noqa: SIM905
)

# What is done with anything: these words narrow nothing where the rest of a question is understood.
FILLERS = frozenset(
    """
    bestimmen bestimmung messen messung analysieren analyse untersuchen untersuchung machen herstellen nutzen mieten
    leihen buchen suchen suche finden gesucht brauche brauchen benotige benotigen durchfuhren prufen gerat gerate
    determine determination measure measuring measurement analyse analyze analysis analysing examine make use rent
    borrow book find search looking need needed device devices instrument equipment
    """.split()  # noqa: SIM905
)

# What the reader wants to do: these words narrow nothing beside any other word.
ERRANDS = frozenset(
    """
    mieten leihen ausleihen buchen kaufen suchen suche finden gesucht brauche brauchen benotige benotigen reservieren
    viel viele kostet kosten preis preise stunde gerat gerate laborgerat laborgerate
    rent hire borrow book buy reserve find search looking need needed cost costs price prices much hour device devices
    equipment
    """.split()  # noqa: SIM905
)

# Known words that are also mere endings: Veranstaltungen are no Gen, Sektionen no Ionen, automatisch is no Tisch.
ENDINGS = frozenset("gen ionen tisch".split())  # noqa: SIM905

# Folded, as `portal.language.folding.fold` leaves them.
ATOMS = frozenset(
    """
    abluft abzug agarose alge algen alkohol analysator analyse analytik anlage antikorper apparat arbeitsplatz archiv
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
    protein proteine therapie treffen kurs forum recherche bewertung beratung regelung separator transfer
    vakuum ventil verdampfer verfahren versuch viren viskosimeter waage warme warmeschrank wascher wasser
    wasserbad welle werkbank werkstatt zahler zell zelle zellen zellkultur zellzahler zentrifugation
    zentrifuge zerkleinerung zytometer zytometrie
    """.split()  # noqa: SIM905
)
