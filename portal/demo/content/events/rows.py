"""Constructor that gives every event the same keys; the package docstring lists them."""

LIFT_DE = "Stufenloser Zugang, Aufzug, barrierefreies WC. Reservierte Parkplätze am Haupteingang."
LIFT_EN = "Step-free access, lift, accessible toilet. Reserved parking at the main entrance."
ONLINE_DE = "Live-Untertitel in deutscher Sprache, Unterlagen vorab auf Wunsch."
ONLINE_EN = "Live captions in German, handouts in advance on request."

VENUES = {
    "ibv": ("Institut für Bioverfahrenstechnik, Technikum", "Hauert 31", "44227", "Dortmund", "05913"),
    "tz-dortmund": ("Technologiezentrum Dortmund, Saal 1", "Emil-Figge-Ring 20", "44227", "Dortmund", "05913"),
    "tz-bochum": ("Technologiezentrum Bochum, Forum", "Innovationsring 5", "44799", "Bochum", "05911"),
    "tz-witten": ("Technologiezentrum Witten, Atrium", "Stockumer Höhe 14", "58453", "Witten", "05954"),
    "tz-boenen": ("Technologiezentrum Bönen, Halle 2", "Rudolf-Diesel-Straße 2", "59199", "Bönen", "05978"),
    "zentrum-zelltechnik": ("Zentrum für Zelltechnik, Kursraum", "Konsequenz 41", "33615", "Bielefeld", "05711"),
    "htg": ("Hochschule Recklinghausen, Automationslabor", "Blumenthalstraße 60", "45665", "Recklinghausen", "05562"),
    "hshl": ("Hochschule Hamm-Lippstadt, Hörsaal 2", "Campusallee 76", "59063", "Hamm", "05915"),
    "aseptik-hagen": ("Aseptik Hagen, Schulungszentrum", "Volmeufer 33", "58089", "Hagen", "05914"),
    "herzzentrum": ("Herz- und Gefäßzentrum Herne, Trainingszentrum", "Am Schlosspark 7", "44628", "Herne", "05916"),
    "oberhausen": ("Gründerwerk Oberhausen, Lohnhalle", "Gasometerallee 3", "46047", "Oberhausen", "05119"),
    "essen": ("Kliniken Ruhrhöhen, Konferenzzentrum", "Heisinger Weg 99", "45134", "Essen", "05113"),
    "leipzig": ("Kongresshalle Leipzig", "", "", "Leipzig", None),
    "halle": ("Technologiepark weinberg campus", "", "", "Halle (Saale)", None),
    "duesseldorf": ("Messe Düsseldorf", "", "", "Düsseldorf", "05111"),
    "bochum-club": ("Marketing-Club Bochum, Clubraum", "", "44787", "Bochum", "05911"),
    "pilotanlage": ("Pilotanlage der Emscher Biotech", "Nordsternpark 5", "45899", "Gelsenkirchen", "05513"),
    "online": ("Online", "", "", "", None),
    None: ("", "", "", "", None),
}

BLANK = {
    "demo_key": None,
    "date": None,
    "days": None,
    "month_offset": None,
    "weekend": False,
    "at": None,
    "hours": None,
    "moved_from_days": None,
    "registration_closes_days": None,
    "mode": "on_site",
    "online_url": "",
    "accessibility_de": LIFT_DE,
    "accessibility_en": LIFT_EN,
    "capacity": None,
    "waiting_list": True,
    "fee": None,
    "project": None,
    "section": None,
    "language": "de",
    "state": "normal",
    "reason_de": "",
    "reason_en": "",
    "external_url": None,
    "co_exhibitors_de": "",
    "co_exhibitors_en": "",
    "registrations": 0,
    "target_groups": ["startup", "sme", "university"],
    "seat_names": "later",
    "speakers": [],
    "contact": "emre-yildirim",
    "agenda": [],
    "report_de": None,
    "report_en": None,
}


def slot(time, title_de, title_en, speaker=None):
    """One line of the agenda."""
    return {"time": time, "title_de": title_de, "title_en": title_en, "speaker": speaker}


def event(slug, format, hosts, venue, german, english, picture, **more):
    """`german` and `english` are (title, teaser, paragraphs of the body); `venue` is a key of VENUES."""
    name, street, postal_code, city, ags = VENUES[venue]
    online = (
        {"mode": "online", "accessibility_de": ONLINE_DE, "accessibility_en": ONLINE_EN} if venue == "online" else {}
    )
    is_online = venue == "online" or more.get("mode") == "hybrid"
    return {
        **BLANK,
        **online,
        "online_url": f"https://treffen.portal.example/{slug}" if is_online and not more.get("external_url") else "",
        "slug": slug,
        "format": format,
        "hosts": hosts.split(),
        "venue": name,
        "street": street,
        "postal_code": postal_code,
        "city": city,
        "ags": ags,
        "title_de": german[0],
        "teaser_de": german[1],
        "body_de": german[2],
        "title_en": english[0],
        "teaser_en": english[1],
        "body_en": english[2],
        "picture": picture,
        **more,
    }
