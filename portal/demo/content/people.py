"""Invented persons: speakers, contacts, chairs, experts.

Keys: slug, title, first_name, last_name, institution (slug), function_de, function_en, email, phone,
contact (bool: the institution's public contact).
"""


def _row(slug, name, institution, function_de, function_en, contact=True, extension="11"):
    """One person; `name` is "title | first | last", the title may be empty."""
    title, first, last = (part.strip() for part in name.split("|"))
    return {
        "slug": slug,
        "title": title,
        "first_name": first,
        "last_name": last,
        "institution": institution,
        "function_de": function_de,
        "function_en": function_en,
        "email": f"{slug.replace('-', '.')}@{institution}.example",
        "phone": f"+49 234 00559-{extension}",
        "contact": contact,
    }


# fmt: off
PEOPLE = [
    _row("miriam-osthoff", "Dr. | Miriam | Osthoff", "bioindustry", "Geschäftsführerin, Leitung KLIC.2.go", "Managing director, head of KLIC.2.go"),
    _row("emre-yildirim", "Dr. | Emre | Yıldırım", "bioindustry", "Transfermanager, Sharingplattform", "Transfer manager, sharing platform", True, "12"),
    _row("johanna-brinkmann", "Dr. | Johanna | Brinkmann", "medecon-ruhr", "Projektleitung klinische Partnerschaften", "Project lead, clinical partnerships", True, "21"),
    _row("david-okafor", " | David | Okafor", "medecon-ruhr", "Clustermanager Medizintechnik", "Cluster manager, medical technology", True, "22"),
    _row("annika-wessel", "Dr. | Annika | Wessel", "bio-security", "Leitung Biologische Sicherheit", "Head of biosafety", True, "31"),
    _row("tariq-hamidi", "Dr. | Tariq | Hamidi", "bio-security", "Leitung Technikum", "Head of the pilot hall", False, "32"),
    _row("petra-lohmann", "Prof. Dr. | Petra | Lohmann", "hshl", "Professorin für Biomedizinische Analytik", "Professor of biomedical analytics", True, "41"),
    _row("jonas-vehring", " | Jonas | Vehring", "hshl", "Laboringenieur Zellkultur", "Laboratory engineer, cell culture", False, "42"),
    _row("sabine-krol", " | Sabine | Król", "tz-bochum", "Centermanagerin", "Centre manager", True, "51"),
    _row("rolf-temming", " | Rolf | Temming", "tz-boenen", "Centermanager", "Centre manager", True, "52"),
    _row("leyla-aksoy", " | Leyla | Aksoy", "tz-dortmund", "Leitung Labor- und Reinraumflächen", "Head of laboratory and cleanroom space", True, "53"),
    _row("henrik-stute", " | Henrik | Stute", "tz-witten", "Centermanager", "Centre manager", True, "54"),
    _row("claudia-meerkamp", "Dr. | Claudia | Meerkamp", "zbb", "Leitung Lichtmikroskopie", "Head of light microscopy", True, "61"),
    _row("minh-tran", "Dr. | Minh | Trần", "zbb", "Elektronenmikroskopie", "Electron microscopy", False, "62"),
    _row("gregor-landwehr", "Prof. Dr. | Gregor | Landwehr", "wiab", "Institutsleitung", "Director", False, "71"),
    _row("nadine-scholz", "Dr. | Nadine | Scholz", "wiab", "Leitung Massenspektrometrie", "Head of mass spectrometry", True, "72"),
    _row("stefan-budde", "Prof. Dr. | Stefan | Budde", "ibv", "Institutsleitung", "Director", False, "81"),
    _row("katarzyna-nowak", "Dr. | Katarzyna | Nowak", "ibv", "Leitung Technikum", "Head of the pilot hall", True, "82"),
    _row("lars-hoelscher", " | Lars | Hölscher", "htg", "Laborkoordination", "Laboratory co-ordination", True, "91"),
    _row("svenja-rahe", "Dr. | Svenja | Rahe", "zentrum-zelltechnik", "Leitung Durchflusszytometrie", "Head of flow cytometry", True, "92"),
    _row("martin-ellerbrock", "Dr. med. | Martin | Ellerbrock", "hellweg-klinikum", "Leitung Zentrallabor", "Head of the central laboratory", True, "101"),
    _row("aylin-demir", "PD Dr. med. | Aylin | Demir", "kliniken-ruhrhoehen", "Leitung Biobank und Studienzentrum", "Head of biobank and study centre", True, "102"),
    _row("christoph-pieper", "Dr. med. | Christoph | Pieper", "herzzentrum-herne", "Leitung Trainingszentrum", "Head of the training centre", True, "103"),
    _row("birgit-kaminski", " | Birgit | Kaminski", "emscher-klinikum", "Leitung Zentralsterilisation", "Head of sterile supply", True, "104"),
    _row("ulrike-tegethoff", "Dr. | Ulrike | Tegethoff", "glueckauf-diagnostics", "Geschäftsführerin", "Managing director", True, "111"),
    _row("thomas-ridder", "Dr.-Ing. | Thomas | Ridder", "ruhrfluss-mikrosysteme", "Geschäftsführer", "Managing director", True, "112"),
    _row("samira-el-amrani", " | Samira | El Amrani", "zellschmiede", "Gründerin und Geschäftsführerin", "Founder and managing director", True, "113"),
    _row("dirk-westermann", " | Dirk | Westermann", "hellweg-fermentation", "Leitung Produktion", "Head of production", True, "114"),
    _row("inga-brune", "Dr. | Inga | Brune", "lippe-enzymtechnik", "Leitung Entwicklung", "Head of development", True, "115"),
    _row("felix-adomeit", "Dr. | Felix | Adomeit", "phoenix-proteintechnik", "Gründer", "Founder", True, "116"),
    _row("carolin-haas", " | Carolin | Haas", "bildraum-medical", "Leitung Regulatorik", "Head of regulatory affairs", True, "117"),
    _row("pawel-zielinski", " | Paweł | Zieliński", "sensoria-ruhr", "Gründer", "Founder", True, "118"),
    _row("renate-voss", "Dr. | Renate | Voß", "muensterland-pharmaservice", "Leitung Qualitätskontrolle", "Head of quality control", True, "119"),
    _row("marco-fiedler", " | Marco | Fiedler", "aseptik-hagen", "Reinraumplanung", "Cleanroom planning", True, "120"),
    _row("heike-lindner", " | Heike | Lindner", "hafenlabor-duisburg", "Laborleitung", "Laboratory manager", True, "121"),
    _row("joana-silva", "Dr. | Joana | Silva", "emscher-biotech", "Technische Leitung", "Chief technical officer", True, "122"),
    _row("bernd-kuhlmann", " | Bernd | Kuhlmann", "gruenderwerk-oberhausen", "Parkmanager", "Park manager", True, "123"),
    _row("vera-holtkamp", "Dr. jur. | Vera | Holtkamp", "patentagentur-westfalen", "Patentanwältin", "Patent attorney", True, "124"),
    _row("moritz-grewe", " | Moritz | Grewe", "kammer-ruhr-lippe", "Gründungsberatung", "Start-up adviser", True, "125"),
    _row("tanja-overbeck", " | Tanja | Overbeck", "wirtschaftsfoerderung-hellweg", "Förderlotsin", "Funding guide", True, "126"),
]
# fmt: on
