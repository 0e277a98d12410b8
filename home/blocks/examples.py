"""What previews of blocks show where editors would choose from the facts: invented, stored nowhere."""

from dataclasses import dataclass

from django.apps import apps
from django.utils.translation import gettext as _


@dataclass
class Paper:
    """What downloads.html needs of a document."""

    title: str
    url: str = "#"
    file_extension: str = "pdf"
    get_file_size: int = 245_760


def paper() -> Paper:
    return Paper(_("Sample agreement for shared devices"))


def person():
    words = {"function_de": "Leitung der Bildgebung", "function_en": "Head of imaging"}
    known = apps.get_model("home", "Person")
    return known(title="Dr.", first_name="Jana", last_name="Beispiel", email="jana@example.org", **words)


def project():
    words = {
        "name_de": "Europäische Union",
        "name_en": "European Union",
        "sentence_de": "Dieses Vorhaben wird von der Europäischen Union kofinanziert.",
        "sentence_en": "This project is co-funded by the European Union.",
    }
    funder = apps.get_model("home", "Funder")(emblem="eu", **words)
    made = apps.get_model("home", "Project")(acronym="Beispiel", title_de="Beispiel", title_en="Example")
    made.funding = [apps.get_model("home", "ProjectFunding")(funder=funder)]
    return made
