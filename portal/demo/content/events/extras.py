"""What two events ask and sell beside a seat: ticket types, a voucher, sessions and questions.

Sessions begin `hour` hours after the event and last `length` hours. `shown_if` is the place of an earlier question.
"""

# fmt: off
TICKETS = {
    "jahresforum-life-sciences": [
        {"name_de": "Normal", "name_en": "Standard", "fee": "60.00"},
        {"name_de": "Mitglied im Netzwerk", "name_en": "Network member", "fee": "30.00", "members_only": True},
        {"name_de": "Start-up", "name_en": "Start-up", "fee": "20.00", "capacity": 15, "target_groups": ["startup"]},
        {"name_de": "Studium und Ausbildung", "name_en": "Students and trainees", "fee": "0.00", "capacity": 20},
    ],
}
VOUCHERS = {
    "jahresforum-life-sciences": [{"code": "REFERENT", "kind": "free", "max_uses": 10}],
}
SESSIONS = {
    "jahresforum-life-sciences": [
        {"title_de": "Werkstatt: Förderantrag in einer Stunde", "title_en": "Workshop: a grant application in one hour", "hour": 2, "length": 1, "capacity": 12, "room": "Raum 1"},
        {"title_de": "Rundgang durch die Lohnhalle", "title_en": "Tour of the Lohnhalle", "hour": 2, "length": 1, "capacity": 20, "room": "Foyer"},
        {"title_de": "Sprechstunde Patente", "title_en": "Patent clinic", "hour": 3, "length": 1, "capacity": 8, "room": "Raum 2"},
    ],
}
QUESTIONS = {
    "jahresforum-life-sciences": [
        {"kind": "choice", "label_de": "Bleiben Sie zum Abendessen?", "label_en": "Will you stay for dinner?", "choices_de": "Ja\nNein", "choices_en": "Yes\nNo", "required": True, "purpose_de": "Bestellung beim Caterer", "purpose_en": "order for the caterer"},
        {
            "kind": "multiple", "label_de": "Was sollen wir beim Essen beachten?", "label_en": "Anything we should know about your diet?",
            "choices_de": "vegetarisch\nvegan\nglutenfrei\nAllergie (wir fragen nach)", "choices_en": "vegetarian\nvegan\ngluten-free\nallergy (we will ask)",
            "shown_if": 0, "shown_if_answer": "Ja", "is_special_category": True, "purpose_de": "Bestellung beim Caterer", "purpose_en": "order for the caterer",
        },
        {"kind": "longtext", "label_de": "Mit wem möchten Sie ins Gespräch kommen?", "label_en": "Whom would you like to meet?", "purpose_de": "Vorbereitung der Kontakttische", "purpose_en": "preparing the meeting tables"},
        {"kind": "file", "label_de": "Poster für die Ausstellung", "label_en": "Poster for the exhibition", "help_de": "Freiwillig. Wir drucken es in A1.", "help_en": "If you like. We print it in A1.", "purpose_de": "Druck für die Ausstellung", "purpose_en": "printing for the exhibition"},
        {"kind": "consent", "label_de": "Mein Name darf auf der Liste der Teilnehmenden stehen, die alle vor Ort bekommen.", "label_en": "My name may appear on the list of participants handed out at the venue.", "purpose_de": "Kontakte unter den Gästen", "purpose_en": "contacts among the guests"},
    ],
}
# An early guest has cancelled: whoever waits first has an open offer.
OFFERS = ["werkstatt-pipettierroboter"]
# Days after the event up to which its page names those who agreed.
PARTICIPANTS = {"jahresforum-life-sciences": 30}
MATERIAL = {
    "matching-industrie-sucht-wissenschaft": {
        "de": [{"type": "downloads", "items": [{"label": "Elf Kurzvorträge: die Folien"}, {"label": "Vorlage für eine Geheimhaltungsvereinbarung"}]}],
        "en": [{"type": "downloads", "items": [{"label": "Eleven short talks: the slides"}, {"label": "Template for a confidentiality agreement"}]}],
    },
}
# What the office wrote to all guests some days after the event.
CIRCULARS = [
    {
        "event": "matching-industrie-sucht-wissenschaft",
        "days": 3,
        "subject_de": "Ihre Gespräche vom Matching",
        "subject_en": "Your conversations at the matching event",
        "text_de": "Die Folien stehen jetzt auf der Seite der Veranstaltung. Hat ein Gespräch zu einem Vorhaben geführt? Schreiben Sie uns, wir helfen beim Antrag.",
        "text_en": "The slides are now on the page of the event. Has a conversation led to a project? Write to us; we help with the application.",
    },
]
