"""The introductions of the two registers."""

from portal.demo.content.pages.rows import paragraph

# fmt: off
REGISTER_PAGES = [
    {
        "register": "bioprocess",
        "title_de": "Kataster Bioprozesstechnik",
        "title_en": "Bioprocess engineering register",
        "lead_de": "Fermenter, Zellkultursysteme und Aufarbeitung in Ruhr und Westfalen: mit Volumen, Betriebsweise und Bedingungen des Zugangs.",
        "lead_en": "Fermenters, cell-culture systems and downstream processing in Ruhr and Westphalia: with volume, mode of operation and terms of access.",
        "body_de": [
            paragraph("Das Kataster zeigt nicht nur Anlagen, sondern auch die Menschen dahinter. Jede Einrichtung nennt, welche Organismen sie verarbeiten darf, ob Personal gestellt wird und wie lange eine Anfrage braucht. Wählen Sie zuerst den Organismus; danach grenzt das Volumen am schnellsten ein."),
            paragraph("Wir prüfen die Einträge zweimal im Jahr. Wenn eine Angabe nicht stimmt, sagen Sie es uns – das Kataster ist so gut wie Ihre Hinweise."),
        ],
        "body_en": [
            paragraph("The register shows not only plants but also the people behind them. Each institution says which organisms it may handle, whether staff is provided and how long a request takes. Choose the organism first; after that the volume narrows it down most quickly."),
            paragraph("We check the entries twice a year. If something is wrong, tell us – the register is as good as your hints."),
        ],
        "picture": ("fermenter", 74),
    },
    {
        "register": "analytics",
        "title_de": "Kataster Biomedizinische Analytik",
        "title_en": "Biomedical analytics register",
        "lead_de": "Von der Sequenzierung bis zum Massenspektrum: Geräte, Verfahren und Nachweise, auch aus klinischen Laboren.",
        "lead_en": "From sequencing to the mass spectrum: instruments, methods and evidence, including those of clinical laboratories.",
        "body_de": [
            paragraph("Suchen Sie nach Analyt, Verfahren oder Probe. Der Qualitätsnachweis sagt, ob ein Ergebnis nur der Forschung dient oder unter einer Akkreditierung entstanden ist. Diagnostik für Patientinnen und Patienten wird über dieses Portal nicht vermittelt."),
            paragraph("Klinische Labore geben Zeiten außerhalb der Versorgung frei. Sie können kurzfristig abgesagt werden; das ist in jedem Eintrag vermerkt."),
        ],
        "body_en": [
            paragraph("Search by analyte, method or sample. The quality evidence says whether a result serves research only or was produced under an accreditation. Diagnostics for patients are not arranged through this portal."),
            paragraph("Clinical laboratories release time outside patient care. It can be called off at short notice; every entry says so."),
        ],
        "picture": ("spectrum", 75),
    },
]
# fmt: on
