"""Bookings and orders: what the members of the demo did with the listings.

Keys: listing (slug), user (key of a user, see users.py), days, at, hours (None where the order is for good or a
request without a period), note, state (requested, accepted, declined, cancelled, completed, lapsed),
target_group (startup, sme, large_firm, university, clinic, public_body, other), placed_days (when it was placed),
decided_days (when it was accepted, declined or cancelled, or None), reason (words of the one who declined or
cancelled, or None).

Rows that hold a listing at the same time never overlap, whichever weekday today is.
"""

NO_TIME = (None, None, None)


def _order(listing, user, when, state, note, decision, target_group="startup", reason=None):
    """One order; `when` is (days, at, hours), `decision` (placed_days, decided_days)."""
    days, at, hours = when
    placed_days, decided_days = decision
    return {
        "listing": listing,
        "user": user,
        "days": days,
        "at": at,
        "hours": hours,
        "state": state,
        "note": note,
        "placed_days": placed_days,
        "decided_days": decided_days,
        "target_group": target_group,
        "reason": reason,
    }


# fmt: off
ORDERS = [
    # The canonical device has a past, a present and a future
    _order("parallelbioreaktor-4x1l", "institution_b", (-70, "08:00", 10), "completed", "Vorversuch mit E. coli, vier Temperaturen.", (-78, -77)),
    _order("parallelbioreaktor-4x1l", "sensoria-ruhr", (-35, "09:00", 8), "completed", "Abgleich unserer Glukosesonde bei 37 °C.", (-41, -40)),
    _order("parallelbioreaktor-4x1l", "institution_b", (5, "08:00", 4), "accepted", "Fortsetzung der Temperaturreihe.", (-3, -3)),
    _order("parallelbioreaktor-4x1l", "hellweg-fermentation", (12, "13:00", 6), "accepted", "Medienscreening für einen neuen Stamm.", (-2, -2), "sme"),
    _order("parallelbioreaktor-4x1l", "emscher-biotech", (22, "09:00", 9), "cancelled", "Wachstumskurven Chlorella, Vergleich.", (-9, -4), reason="Stamm kommt eine Woche später."),
    # Devices that are asked for
    _order("pilotfermenter-300-liter", "phoenix-proteintechnik", (33, "08:00", 80), "requested", "Produktionslauf mit Hefe, 180 Liter, Ernte über Separator.", (-1, None)),
    _order("pilotfermenter-300-liter", "lippe-enzymtechnik", (-48, "08:00", 80), "completed", "Erster Lauf mit dem neuen Stamm.", (-75, -72), "sme"),
    _order("wellenbioreaktor-25-liter", "institution_b", (20, "09:00", 72), "requested", "Vorkultur für Hautmodelle, 8 Liter.", (-2, None)),
    _order("querstromfiltration-anlage", "institution_a", (10, "09:00", 6), "accepted", "Umpuffern nach der Fermentation, 15 Liter.", (-5, -4), "university"),
    _order("konfokales-laser-scanning-mikroskop", "institution_b", (6, "10:00", 4), "accepted", "Lebend-Tot-Färbung an Hautmodellen.", (-4, -3)),
    _order("konfokales-laser-scanning-mikroskop", "glueckauf-diagnostics", (8, "14:00", 3), "declined", "Aufnahme von Teststreifen im Querschnitt.", (-6, -5), "sme", "Für Kunststoffstreifen ist das Rasterelektronenmikroskop besser geeignet, bitte dort anfragen."),
    _order("analyse-durchflusszytometer", "institution_b", (4, "13:00", 4), "accepted", "Reinheitskontrolle der Spenderzellen.", (-1, -1)),
    _order("zellsortierer", "zellschmiede", (-12, "09:00", 4), "completed", "Stammzellen anreichern, zwei Populationen.", (-30, -28)),
    _order("tischsequenzierer", "wiab", (18, "08:00", 30), "requested", "Amplikons für eine Vergleichsstudie, Forschungsdaten.", (-1, None), "university"),
    _order("orbitrap-nano-lc", "phoenix-proteintechnik", (14, "08:00", 8), "accepted", "Reinheitsprüfung von zwei Membranproteinen.", (-8, -6)),
    _order("maldi-tof-identifizierung", "lippe-enzymtechnik", (3, "18:00", 3), "accepted", "Identifizierung von Lebensmittelisolaten.", (-7, -6), "sme"),
    _order("maldi-tof-identifizierung", "visitor", (15, "18:00", 2), "declined", "First trial with environmental isolates.", (-10, -9), "other", "Bitte buchen Sie über eine Einrichtung; Privatpersonen dürfen wir nicht zulassen."),
    _order("gefriertrockner-6-stellplatten", "institution_b", (25, "09:00", 48), "requested", "Probelauf mit Zellmatrix, 20 Fläschchen.", (-1, None)),
    _order("lichtblattmikroskop", "hshl", (-90, "09:00", 5), "lapsed", "Geklärte Organoide.", (-110, None), "university"),
    _order("reinraumzelle-hagen", "glueckauf-diagnostics", (40, "08:00", 24), "accepted", "Musterfertigung für die Leistungsbewertung.", (-12, -10), "sme"),
    # Services
    _order("proteom-analyse", "institution_b", NO_TIME, "accepted", "Zwölf Proben Hautmodell, behandelt und unbehandelt.", (-20, -18)),
    _order("beratung-biologische-sicherheit", "emscher-biotech", NO_TIME, "completed", "Einstufung der Abwasserkultur.", (-66, -64)),
    # Sale, loan and gift
    _order("hplc-anlage-2013", "glueckauf-diagnostics", NO_TIME, "cancelled", "Wäre eine Abholung am Freitag möglich?", (-9, -7), "sme", "Wir haben ein Gerät mit Fluoreszenzdetektor gefunden."),
    _order("bioreaktor-5-liter-leihgabe", "institution_b", (16, "09:00", 2184), "requested", "Prozess im eigenen Labor zeigen, drei Monate.", (-2, None)),
    _order("kuehlschrank-labor", "institution_b", NO_TIME, "accepted", "Wird am Donnerstag abgeholt.", (-4, -3)),
]
# fmt: on
