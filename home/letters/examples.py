"""An example answer for the preview of letters; never stored."""

from home.answers.page import JoinField, JoinPage
from home.models import Answer
from portal.letters import examples

FORM = {"de": "Mitglied werden", "en": "Become a member"}
LABELS = {
    "de": {"name": "Ihr Name", "message": "Ihre Nachricht"},
    "en": {"name": "Your name", "message": "Your message"},
}
SAID = {
    "de": "Wir möchten unser Mikroskop mit anderen teilen.",
    "en": "We would like to share our microscope with others.",
}


@examples.of(Answer)
def answer(language: str):
    page = JoinPage(title=FORM[language], to_address="office@beispiel.example", pk=0)
    page.form_fields = [
        JoinField(clean_name=name, label=label, field_type="singleline") for name, label in LABELS[language].items()
    ]
    made = Answer(pk=0, form_data={"name": "Erika Beispiel", "message": SAID[language]})
    made.page = page
    return made
