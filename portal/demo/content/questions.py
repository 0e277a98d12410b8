"""What the forms of the demo ask, and how they thank; by the slug of their page."""

THANKS = {
    "mitmachen": {
        "de": "<p>Vielen Dank. Die Geschäftsstelle meldet sich innerhalb von zwei Werktagen bei Ihnen.</p>",
        "en": "<p>Thank you. The office will get back to you within two working days.</p>",
    },
    "barriere-melden": {
        "de": "<p>Vielen Dank. Wir gehen Ihrem Hinweis nach und antworten binnen zehn Werktagen.</p>",
        "en": "<p>Thank you. We look into it and answer within ten working days.</p>",
    },
}


def _question(name: str, kind: str, de: str, en: str, *, required=True, choices=("", "")) -> dict:
    common = {"clean_name": name, "field_type": kind, "required": required}
    return {
        "de": {**common, "label": de, "choices": choices[0]},
        "en": {"label": en, "choices": choices[1]},
    }


QUESTIONS = {
    "mitmachen": [
        _question("name", "singleline", "Ihr Name", "Your name"),
        _question("email", "email", "E-Mail-Adresse", "Email address"),
        _question(
            "institution", "singleline", "Einrichtung oder Unternehmen", "Institution or company", required=False
        ),
        _question(
            "interest",
            "dropdown",
            "Worum geht es Ihnen?",
            "What is it about?",
            choices=(
                "Mitglied werden\nGeräte teilen\nCoaching\nEtwas anderes",
                "Become a member\nShare devices\nCoaching\nSomething else",
            ),
        ),
        _question("message", "multiline", "Ihre Nachricht", "Your message", required=False),
    ],
    "barriere-melden": [
        _question("barrier", "multiline", "Was hat nicht funktioniert?", "What did not work?"),
        _question("address", "singleline", "Auf welcher Seite?", "On which page?", required=False),
        _question(
            "email", "email", "E-Mail-Adresse für unsere Antwort", "Email address for our answer", required=False
        ),
    ],
}
