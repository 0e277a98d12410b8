"""Invented guests who register for events.

Keys: name, email, institution, target_group (the portal's words), language.
"""


def _guest(name, house, group, language="de"):
    first, *_, last = name.split()
    plain = f"{first}.{last}".lower().translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ı": "i"}))
    address = "".join(sign for sign in plain if sign.isascii())
    return {
        "name": name,
        "email": f"{address}@guest.example",
        "institution": house,
        "target_group": group,
        "language": language,
    }


GUESTS = [
    _guest("Anneke Vogt", "Zellwerk Herne GmbH", "startup"),
    _guest("Jonas Petersen", "Universität an der Ruhr", "university"),
    _guest("Merve Aksoy", "Assayon UG", "startup"),
    _guest("Karsten Holtmann", "Holtmann Laborbedarf", "sme"),
    _guest("Beata Nowicka", "Klinikum Lippe-Süd", "clinic"),
    _guest("Rashid Rahmani", "Proteonova GmbH", "startup"),
    _guest("Ulla Krämer", "Stadt Hamm, Wirtschaftsförderung", "public_body"),
    _guest("Thomas Weidner", "Ruhrchemie Feinstoffe AG", "large_firm"),
    _guest("Chiara Romano", "Institut für Zellmechanik", "university", "en"),
    _guest("Lennart Schulte", "Schulte Medizintechnik", "sme"),
    _guest("Oluwaseun Adeyemi", "BioFlux Systems", "startup", "en"),
    _guest("Sabine Gerling", "Evangelisches Krankenhaus Unna", "clinic"),
    _guest("Philipp Danner", "Technologiezentrum Witten", "other"),
    _guest("Ewa Zielinska", "Analytik Hellweg GmbH", "sme"),
    _guest("Marcel Dubois", "Sensorik Essen", "startup", "en"),
    _guest("Gudrun Althoff", "IHK Mittleres Ruhrgebiet", "public_body"),
    _guest("Hanh Nguyen", "Universität Bielefeld-Senne", "university"),
    _guest("Timo Brinkhoff", "Brinkhoff Kunststofftechnik", "sme"),
    _guest("Leonie Sander", "Enzymotion GmbH", "startup"),
    _guest("Dirk Overbeck", "Overbeck Pharma GmbH", "large_firm"),
    _guest("Fatima El Amrani", "Klinik am Stadtwald", "clinic"),
    _guest("Sven Lindqvist", "Nordic Filters", "large_firm", "en"),
    _guest("Paula Heitkamp", "Hochschule Hamm-Lippstadt", "university"),
    _guest("Artur Schreiber", "Schreiber Laborautomation", "sme"),
    _guest("Nele Rademacher", "Glykon Diagnostics", "startup"),
    _guest("Yusuf Demirci", "Demirci Consulting", "other"),
    _guest("Irmgard Pohl", "Kreis Soest", "public_body"),
    _guest("Tobias Kleine", "Kleine Biogas GmbH", "sme"),
]

# Somebody without an email address, entered by staff: no letter goes out, the ticket is printed.
BY_PHONE = _guest("Hildegard Brandt", "Seniorenbeirat Bochum", "other") | {"email": "", "phone": "0234 555 0187"}
BY_PHONE |= {"event": "stammtisch-life-sciences", "note": "Kommt mit dem Rollator, bitte ein Platz am Rand."}


def _payer(does, seats, days, *guest, **billing):
    """`billing`: who gets the invoice, where one is asked for."""
    return _guest(*guest) | {"does": does, "seats": seats, "days": days, "billing": billing}


def _at(street, postal_code, city, **more):
    return {"street": street, "postal_code": postal_code, "city": city, "country": "DE"} | more


# Who writes the invoices for the portal's own events.
ISSUER = {
    "vat_id": "DE136695976",
    "tax_number": "350/5912/0042",
    "contact": "Birte Hansen",
    "phone": "+49 234 555-0100",
    "email": "rechnung@transferportal.example",
    "prefix": "TP-",
    "terms_days": 30,
    "letterhead": "Amtsgericht Bochum, VR 4711 · Vorstand: Dr. Ilse Brandt",
}


# What finance meets, all at one event with a fee; told by `telling/money.py`. `days` ago they registered.
PAID_EVENT = "biosicherheit-s2-unterweisung"
PAYERS = [
    _payer(
        "forgets to pay",
        1,
        24,
        "Hendrik Lohmann",
        "Lohmann Filtertechnik",
        "sme",
        name="Lohmann Filtertechnik",
        **_at("Hüttenstraße 9", "45525", "Hattingen"),
    ),
    _payer(
        "waits",
        1,
        46,
        "Anke Rothe",
        "Hochschule Hamm-Lippstadt",
        "university",
        name="Hochschule Hamm-Lippstadt",
        person="Zentraler Rechnungseingang",
        **_at("Marker Allee 76", "59063", "Hamm", order_number="4700018832"),
    ),
    _payer(
        "waits",
        2,
        2,
        "Verena Tigges",
        "Universität an der Ruhr",
        "university",
        name="Universität an der Ruhr",
        person="Dezernat 4, Kreditorenbuchhaltung",
        **_at("Universitätsstraße 90", "44789", "Bochum", order_number="4500077120", cost_centre="881200"),
    ),
    _payer(
        "pays",
        1,
        11,
        "Georg Wille",
        "Landesamt für Umweltschutz",
        "public_body",
        name="Landesamt für Umweltschutz",
        **_at("Leibnizstraße 10", "45659", "Recklinghausen", leitweg_id="991-01484-64"),
    ),
    _payer("pays by debit", 1, 3, "Katarzyna Wrona", "Assayon UG", "startup"),
    _payer("disputes", 1, 16, "Oskar Feldhaus", "Feldhaus Diagnostik", "sme"),
    _payer(
        "gives a seat back, refunded",
        3,
        14,
        "Miriam Stapel",
        "Universität an der Ruhr",
        "university",
        name="Universität an der Ruhr",
        person="Institut für Zellmechanik",
        **_at("Universitätsstraße 90", "44789", "Bochum", order_number="4500076544"),
    ),
    _payer("gives a seat back", 2, 9, "Aylin Dogan", "Zellwerk Herne GmbH", "startup", "en"),
    _payer("withdraws", 1, 6, "Petra Kamp", "", "other"),
    _payer("withdraws in own words", 1, 5, "Ruben Sailer", "", "other"),
]
