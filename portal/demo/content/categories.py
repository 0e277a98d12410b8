"""Categories of listings; the slug is the name of the drawing too.

Keys: slug, name_de, name_en.
"""


def _row(slug, name_de, name_en):
    return {"slug": slug, "name_de": name_de, "name_en": name_en}


CATEGORIES = [
    _row("microscopy", "Mikroskopie", "Microscopy"),
    _row("mass_spectrometry", "Massenspektrometrie", "Mass spectrometry"),
    _row("chromatography", "Chromatografie", "Chromatography"),
    _row("spectroscopy", "Spektroskopie", "Spectroscopy"),
    _row("cell_culture", "Zellkultur", "Cell culture"),
    _row("bioreactor", "Bioreaktoren", "Bioreactors"),
    _row("cooling", "Kühlen und Lagern", "Cooling and storage"),
    _row("centrifuge", "Zentrifugen", "Centrifuges"),
    _row("sequencing", "Sequenzierung", "Sequencing"),
    _row("pcr", "PCR", "PCR"),
    _row("flow_cytometry", "Durchflusszytometrie", "Flow cytometry"),
    _row("imaging", "Bildgebung", "Imaging"),
    _row("sterilisation", "Sterilisation", "Sterilisation"),
    _row("liquid_handling", "Pipettieren und Dosieren", "Liquid handling"),
    _row("histology", "Histologie", "Histology"),
    _row("downstream", "Aufarbeitung", "Downstream processing"),
    _row("lab_space", "Laborflächen", "Laboratory space"),
    _row("service", "Dienstleistungen", "Services"),
    _row("office", "Büro und Seminar", "Office and seminar"),
    _row("general", "Allgemeine Ausstattung", "General equipment"),
]
