"""Equipment lent free of charge for some months."""

from portal.demo.content.listings.rows import loan, papers

# fmt: off
LOANS = [
    loan(
        "bioreaktor-5-liter-leihgabe", "bioreactor", "ibv", "katarzyna-nowak", "Dortmund",
        (
            "Laborbioreaktor, 5 Liter, als Leihgabe",
            "Glasgefäß mit Steuerung, pH- und pO₂-Sonde, zwei Pumpen. Wir verleihen ihn bis zu sechs Monate an Gründungsteams, die ihren Prozess im eigenen Labor zeigen wollen. Sie versichern ihn zum Neuwert von 18.000 Euro und melden Schäden sofort. Übergabe mit Protokoll und einer Stunde Einführung.",
        ),
        (
            "Laboratory bioreactor, 5 litres, on loan",
            "Glass vessel with controller, pH and pO₂ probes, two pumps. We lend it for up to six months to founding teams who want to show their process in their own laboratory. You insure it at its replacement value of 18,000 euros and report damage at once. Handed over with a record and a one-hour introduction.",
        ),
        demo_key="loan", project="klic-2-go", year=2016, access=["startup", "academic"], papers=papers("IBV-0316", "1400.00", "5200.00", "Anlagenbuch", not_needed=False, data_erased=True),
    ),
    loan(
        "photometer-mobil", "spectroscopy", "hshl", "jonas-vehring", "Hamm",
        (
            "Tragbares Photometer für den Feldeinsatz",
            "Akkubetrieb, sechs Wellenlängen, Koffer mit Küvetten und Standards. Für Studierendenprojekte, Schulen und erste Versuche vor Ort. Höchstens drei Monate, Verbrauchsmaterial bringen Sie selbst mit.",
        ),
        (
            "Portable photometer for field work",
            "Battery operation, six wavelengths, case with cuvettes and standards. For student projects, schools and first trials on site. Three months at most; bring your own consumables.",
        ),
        year=2018, loan_max_months=3, papers=papers("HS-2018-042", "380.00", "900.00", "Anlagenbuch", not_needed=False),
    ),
    loan(
        "minus-80-uebergangsschrank", "cooling", "tz-dortmund", "leyla-aksoy", "Dortmund",
        (
            "Tiefkühlschrank −80 °C für den Übergang",
            "Steht für Umzüge und Ausfälle bereit: 370 Liter, auf Rollen, mit eigenem Temperaturschreiber. Bis zu acht Wochen, im Notfall innerhalb eines Tages. Transport übernehmen Sie, aufrecht und mit Sperre.",
        ),
        (
            "−80 °C freezer for the time in between",
            "Stands by for moves and breakdowns: 370 litres, on castors, with its own temperature logger. Up to eight weeks, within a day in an emergency. You see to the transport, upright and with the lock engaged.",
        ),
        year=2019, loan_max_months=2, papers=papers("TZ-D-77", "2100.00", "3500.00", "Anlagenbuch", not_needed=False),
    ),
    loan(
        "mikroskop-koffer-schule", "microscopy", "zbb", "claudia-meerkamp", "Bochum",
        (
            "Zehn Kursmikroskope im Koffer",
            "Robuste Geräte mit LED, 40× bis 400×, dazu Dauerpräparate. Für Schülerlabore, Wissenschaftsnächte und Tage der offenen Tür. Leihdauer zwei Wochen, bitte vier Wochen vorher anfragen.",
        ),
        (
            "Ten course microscopes in a case",
            "Sturdy instruments with LED, 40× to 400×, plus prepared slides. For pupils’ laboratories, science nights and open days. Lent for two weeks; please ask four weeks ahead.",
        ),
        year=2020, condition="like_new", loan_max_months=1, papers=papers("ZBB-1204", "900.00", "1500.00", "Anlagenbuch", not_needed=False),
    ),
    loan(
        "in-line-biosensor-testgeraet", "bioreactor", "sensoria-ruhr", "pawel-zielinski", "Duisburg",
        (
            "Inline-Biosensor für Glukose und Laktat, Testgerät",
            "Passt in Standard-Stutzen mit 25 mm, misst alle 30 Sekunden, dampfsterilisierbar. Kostenfreie Erprobung für drei Monate, wenn Sie uns Ihre Erfahrungen mitteilen. Nicht für Prozesse unter GMP. Einbau und Abgleich übernehmen wir.",
        ),
        (
            "In-line biosensor for glucose and lactate, trial unit",
            "Fits standard 25 mm ports, measures every 30 seconds, can be steam-sterilised. Free trial for three months if you tell us your experience. Not for GMP processes. We install and calibrate it.",
        ),
        year=2024, condition="like_new", listed_days=-7, loan_max_months=3, papers=papers("SR-T-09", "3900.00", "4200.00", "Anlagenbuch", not_needed=False),
    ),
    loan(
        "ultraschallhomogenisator", "downstream", "lippe-enzymtechnik", "inga-brune", "Hamm",
        (
            "Ultraschall-Homogenisator mit drei Sonotroden",
            "200 Watt, Volumen 0,5 bis 200 ml, Schallschutzbox. Frei, solange wir am Umzug der Entwicklung arbeiten, also bis zum Ende des Quartals. Gehörschutz bringen Sie mit.",
        ),
        (
            "Ultrasonic homogeniser with three probes",
            "200 watts, volumes 0.5 to 200 ml, soundproof box. Free while we move our development department, that is until the end of the quarter. Bring your own ear protection.",
        ),
        year=2017, loan_max_months=3, papers=papers("LE-0141", "210.00", "1100.00", "Anlagenbuch", not_needed=False),
    ),
    loan(
        "schuettelinkubator", "cell_culture", "bio-security", "tariq-hamidi", "Bönen",
        (
            "Schüttelinkubator mit Kühlung",
            "4 bis 60 °C, 20 bis 300 Umdrehungen pro Minute, Klammern für Kolben bis 2 Liter. Für Übergangszeiten bis vier Monate. Einweisung eine halbe Stunde bei der Abholung.",
        ),
        None,
        year=2016, loan_max_months=4, status="awaiting", listed_days=-3, papers=papers("BS-0716", "300.00", "1900.00", "Anlagenbuch", not_needed=False),
    ),
    loan(
        "op-simulator", "general", "herzzentrum-herne", "christoph-pieper", "Herne",
        (
            "Simulator für Gefäßzugänge",
            "Übungstorso mit austauschbaren Einsätzen und Durchblutung, Koffer und Netzteil. Für Kurse und Bedienstudien, höchstens sechs Monate. Die Einsätze sind Verbrauchsmaterial und werden nachgekauft.",
        ),
        (
            "Vascular access simulator",
            "Practice torso with replaceable inserts and circulation, case and power supply. For courses and usability studies, six months at most. The inserts are consumables and have to be bought.",
        ),
        year=2018, status="withdrawn", listed_days=-150, papers=papers("HZ-2211", "640.00", "2400.00", "Anlagenbuch", not_needed=False),
    ),
]
# fmt: on
