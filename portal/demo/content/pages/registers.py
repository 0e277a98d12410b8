"""The introductions of the two registers."""

from portal.demo.content.pages.rows import paragraph

# fmt: off
REGISTER_PAGES = [
    {
        "register": "bioprocess",
        "title_de": "Kataster Bioprozesstechnik",
        "title_en": "Bioprocess engineering register",
        "lead_de": "Fermenter, Zellkultursysteme und Aufarbeitung in Ruhr und Westfalen: das Kataster ist im Aufbau.",
        "lead_en": "Fermenters, cell-culture systems and downstream processing in Ruhr and Westphalia: the register is being built.",
        "body_de": [
            paragraph("Das Kataster entsteht gerade: Die Einrichtungen tragen zusammen, welche Anlagen es gibt, welche Organismen sie verarbeiten dürfen und unter welchen Bedingungen andere Zugang haben."),
            paragraph("Was schon gebucht oder angefragt werden kann, steht auf dem Marktplatz. Suchen Sie etwas, das Sie dort nicht finden? Fragen Sie die Geschäftsstelle; sie kennt die Häuser."),
        ],
        "body_en": [
            paragraph("The register is being built: the institutions are collecting which plants there are, which organisms they may handle and on what terms others have access."),
            paragraph("What can be booked or asked for already is on the marketplace. Are you looking for something that you do not find there? Ask the office; it knows the institutions."),
        ],
        "picture": ("fermenter", 74),
    },
    {
        "register": "analytics",
        "title_de": "Kataster Biomedizinische Analytik",
        "title_en": "Biomedical analytics register",
        "lead_de": "Von der Sequenzierung bis zum Massenspektrum: Geräte und Verfahren; das Kataster ist im Aufbau.",
        "lead_en": "From sequencing to the mass spectrum: instruments and methods; the register is being built.",
        "body_de": [
            paragraph("Das Kataster entsteht gerade: Hochschulen, Kliniken und Unternehmen tragen zusammen, was sie messen können, an welchen Proben und mit welchem Nachweis der Qualität. Diagnostik für Patientinnen und Patienten wird über dieses Portal nicht vermittelt."),
            paragraph("Was schon gebucht oder angefragt werden kann, steht auf dem Marktplatz. Suchen Sie etwas, das Sie dort nicht finden? Fragen Sie die Geschäftsstelle; sie kennt die Labore."),
        ],
        "body_en": [
            paragraph("The register is being built: universities, hospitals and companies are collecting what they can measure, in which samples and with which evidence of quality. Diagnostics for patients are not arranged through this portal."),
            paragraph("What can be booked or asked for already is on the marketplace. Are you looking for something that you do not find there? Ask the office; it knows the laboratories."),
        ],
        "picture": ("spectrum", 75),
    },
]
# fmt: on
