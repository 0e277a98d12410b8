"""What happened to offers that wait for their release: due days, comments of the office, questions to people outside.

Keys: listing (slug), due_days (from today; negative: overdue), comments ((user key, words) in the order of writing),
ask (name, email, language and message of a question that is still open, or None).
"""

# fmt: off
RELEASES = [
    {
        "listing": "laborspuelmaschine", "due_days": -1,
        "comments": [
            ("moderator", "Der Anschlusswert fehlt noch in der Beschreibung. Ich habe am Donnerstag nachgefragt."),
            ("editor", "Laut Handbuch 9 kW, Drehstrom. Trägt die Einrichtung heute nach."),
        ],
        "ask": None,
    },
    {
        "listing": "pipettierautomat-96-kopf", "due_days": 3, "comments": [],
        "ask": {"name": "Prof. Dr. Ute Brandis", "email": "ute.brandis@zelltechnik.example", "language": "de", "message": "Gibt die Arbeitsgruppe das Gerät wirklich ab, samt Köpfen und Software-Lizenz?"},
    },
]
