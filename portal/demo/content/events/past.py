"""Events that have taken place, most of them with a report."""

from portal.demo.content.events.rows import event

# fmt: off
PAST = [
    event(
        "auftakt-klic-2-go", "conference", "bioindustry medecon-ruhr bio-security hshl", "hshl",
        (
            "Auftakt KLIC.2.go",
            "Vier Partner stellen ihr gemeinsames Vorhaben vor.",
            ["Die Veranstaltung eröffnet das Projekt, das auf KLIC.Ruhr aufbaut. Im Mittelpunkt stehen die beiden Kataster, die klinischen Partnerschaften und die Laborgerätebörse."],
        ),
        (
            "Launch of KLIC.2.go",
            "Four partners present their joint project.",
            ["The event opens the project that builds on KLIC.Ruhr. The two registers, the clinical partnerships and the equipment exchange are at its centre."],
        ),
        ("network", 61), state="past", days=-150, at="10:00", hours=5, capacity=90, registrations=13, project="klic-2-go", contact="miriam-osthoff", speakers=["miriam-osthoff", "johanna-brinkmann", "annika-wessel", "petra-lohmann"],
        target_groups=["startup", "sme", "university", "clinic", "public_body"],
        report_de=[
            "Der Hörsaal war voll, die Fragen waren konkret. Wie wird freie Zeit gemeldet? Wer haftet? Und warum zwei Kataster statt eines? Die Antwort darauf fiel knapp aus: Wer einen Fermenter sucht, fragt nach Liter und Organismus; wer eine Analyse braucht, nach Probe und Nachweis.",
            "Aus dem Publikum kam der Wunsch, auch Räume aufzunehmen. Das haben wir getan: Labore und Büros stehen inzwischen im Marktplatz.",
        ],
        report_en=[
            "The lecture hall was full and the questions were specific. How is free time reported? Who is liable? And why two registers and not one? The answer to that was brief: people who want a fermenter ask for litres and organism; people who need an analysis ask for sample and evidence.",
            "From the audience came the wish to include rooms. We did: laboratories and offices are now on the marketplace.",
        ],
    ),
    event(
        "clubabend-clustermanagement-2005", "talk", "marketing-club-bochum", "bochum-club",
        (
            "Clubabend: Clustermanagement und Networking",
            "Ein Vortrag über eine Region, die zusammenwächst, aus dem Jahr 2005.",
            ["Der Geschäftsführer von Life Technologies Ruhr e.V. spricht vor dem Marketing-Club Bochum über Medizintechnik, Bioindustrie und die Frage, was ein Cluster einer Region bringt. Vom Bergbau und seinen Kliniken spannt er den Bogen zu den kleinen und mittleren Unternehmen von heute."],
        ),
        (
            "Club evening: cluster management and networking",
            "A talk from 2005 about a region growing together.",
            ["The managing director of Life Technologies Ruhr e.V. speaks at the Marketing-Club Bochum on medical technology, the bio-industry and what a cluster brings to a region. He draws a line from mining and its hospitals to today’s small and medium-sized companies."],
        ),
        ("skyline_ruhr", 62), state="past", date="2005-11-24", at="19:00", hours=2.5, speakers=[], contact=None, target_groups=["sme", "other"],
        accessibility_de="Zur Barrierefreiheit liegen keine Angaben mehr vor.", accessibility_en="No information on accessibility has been kept.",
        report_de=[
            "Für viele Clubmitglieder war das Thema neu, und genau deshalb blieb es bis spät am Abend lebhaft. Der Referent begann bei Kohle und Stahl: Sie haben der Region ihre Kliniken hinterlassen, vom Bergmannsheil bis zur Bundesknappschaft. Heute gehe es nicht mehr um einen großen Zusammenschluss, sondern um bewegliche Verbünde des Mittelstands.",
            "Stärken sah er zwischen Essen, Bochum und Dortmund in Mikrotechnologie, Bildgebung, Molekularmedizin und medizinischer IT, außerdem im Vertrieb und im großen Absatzmarkt. Schwächer seien Produktion und unternehmerische Umsetzung; der Weg aus der Wissenschaft in die Betriebe brauche Pflege.",
            "Offen blieb, wie sich eine Region als Cluster vermarkten lässt. Diskutiert wurde ein Dreieck der Biomedizin zwischen Bochum, Witten und Dortmund. Der Verein zählte damals 70 Unternehmen und rund 100 Mitglieder.",
        ],
        report_en=[
            "For many club members the subject was new, which is why the evening stayed lively until late. The speaker began with coal and steel: they left the region its hospitals, from Bergmannsheil to the miners’ health insurance fund. Today, he said, it was no longer about one large merger but about nimble alliances of medium-sized companies.",
            "He saw strengths between Essen, Bochum and Dortmund in microtechnology, imaging, molecular medicine and medical IT, and also in distribution and the large market. Production and entrepreneurial follow-through were weaker; the path from science into companies needed care.",
            "It remained open how a region can market itself as a cluster. A biomedical triangle between Bochum, Witten and Dortmund was discussed. At that time the association counted 70 companies and about 100 members.",
        ],
    ),
    event(
        "sektionsgruendung-medizintechnik", "networking", "medecon-ruhr", "essen",
        (
            "Gründungstreffen der Sektion Medizintechnik",
            "Die Themengruppe trifft sich zum ersten Mal und wählt ihren Vorsitz.",
            ["Vertreterinnen und Vertreter aus Industrie und Wissenschaft legen fest, woran die Sektion im ersten Jahr arbeitet."],
        ),
        (
            "Founding meeting of the medical technology section",
            "The theme group meets for the first time and elects its chair.",
            ["Representatives of industry and science settle what the section will work on in its first year."],
        ),
        ("chip", 63), state="past", days=-62, at="14:00", hours=3, capacity=35, registrations=10, section="medizintechnik", contact="david-okafor", speakers=["thomas-ridder", "carolin-haas"], target_groups=["sme", "clinic", "university"],
        report_de=[
            "Nach einer Stunde war klar, womit die Gruppe beginnt: mit dem Stromverbrauch der Reinräume, weil er alle betrifft, und mit einem Treffen für Menschen, die noch nicht dabei sind.",
            "Gewählt wurden Dr.-Ing. Thomas Ridder als Vorsitzender und Carolin Haas als seine Stellvertreterin.",
        ],
        report_en=[
            "After an hour it was clear where the group would begin: with the electricity consumption of cleanrooms, because it concerns everyone, and with a gathering for people who are not yet on board.",
            "Dr.-Ing. Thomas Ridder was elected chair and Carolin Haas his deputy.",
        ],
    ),
    event(
        "matching-industrie-sucht-wissenschaft", "matching", "bioindustry tz-dortmund", "tz-dortmund",
        (
            "Matching: Industrie sucht Wissenschaft",
            "Sieben Betriebe nennen ihr Problem, zwanzig Forschende hören zu.",
            ["Diesmal ist die Reihenfolge umgekehrt: Zuerst spricht die Industrie. Jede Fragestellung hat fünf Minuten, danach folgen Gespräche an Tischen."],
        ),
        (
            "Matching: industry seeks science",
            "Seven companies state their problem, twenty researchers listen.",
            ["This time the order is reversed: industry speaks first. Each question has five minutes, followed by conversations at tables."],
        ),
        ("people", 64), state="past", days=-40, at="13:30", hours=4, capacity=45, registrations=12, project="klic-2-go", contact="emre-yildirim", speakers=["emre-yildirim", "leyla-aksoy"], target_groups=["sme", "large_firm", "university"],
        report_de=[
            "Aus sieben Fragen wurden vier Verabredungen, eine davon mit einem Prototyp im Gepäck. Am häufigsten gesucht: eine schonende Methode, Exosomen anzureichern, und jemand, der Sensordaten lesen kann.",
            "Gefehlt haben, so die Rückmeldung, Menschen aus den Kliniken. Der nächste Matching-Tag holt sie dazu.",
        ],
        report_en=[
            "Seven questions became four appointments, one of them with a prototype in the bag. Most wanted: a gentle method to enrich exosomes, and somebody who can read sensor data.",
            "What was missing, people told us, were those from the hospitals. The next matching day brings them in.",
        ],
    ),
    event(
        "coaching-foerderlotse", "coaching", "wirtschaftsfoerderung-hellweg", "online",
        (
            "Coaching: Welche Förderung passt zu uns?",
            "Einzelgespräche mit der Förderlotsin der Hellweg-Region.",
            ["Von der Gründungsprämie bis zur Verbundforschung: In 25 Minuten klären wir, welches Programm passt, was es verlangt und wann ein Antrag Sinn hat."],
        ),
        (
            "Coaching: which funding suits us?",
            "Individual conversations with the funding guide of the Hellweg region.",
            ["From start-up grants to joint research: in 25 minutes we clear up which programme fits, what it asks for and when it makes sense to apply."],
        ),
        ("people", 65), state="past", days=-15, at="09:00", hours=4, capacity=8, registrations=7, contact="tanja-overbeck", speakers=["tanja-overbeck"], target_groups=["startup", "sme"],
    ),
]
# fmt: on
