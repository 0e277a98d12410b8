"""The two registers of capacities and the vocabulary of their facets.

REGISTERS keys: slug, name_de, name_en, facets (facet slugs).
FACETS keys: slug, register, name_de, name_en, values (list of slug, name_de, name_en).
A listing's `facets` maps a facet slug to a list of value slugs; `working_volume` is [minimum, maximum] in litres.
"""


def _values(*rows):
    return [{"slug": slug, "name_de": de, "name_en": en} for slug, de, en in rows]


REGISTERS = [
    {
        "slug": "bioprocess",
        "name_de": "Kataster Bioprozesstechnik",
        "name_en": "Bioprocess engineering register",
        "facets": ["organism", "mode", "vessel", "downstream", "scale"],
    },
    {
        "slug": "analytics",
        "name_de": "Kataster Biomedizinische Analytik",
        "name_en": "Biomedical analytics register",
        "facets": ["analyte", "method", "sample", "accreditation"],
    },
]

FACETS = [
    {
        "slug": "organism",
        "register": "bioprocess",
        "name_de": "Organismus",
        "name_en": "Organism",
        "values": _values(
            ("bacteria", "Bakterien", "Bacteria"),
            ("yeast", "Hefen", "Yeast"),
            ("fungi", "Pilze", "Fungi"),
            ("mammalian", "Säugerzellen", "Mammalian cells"),
            ("insect", "Insektenzellen", "Insect cells"),
            ("algae", "Mikroalgen", "Microalgae"),
        ),
    },
    {
        "slug": "mode",
        "register": "bioprocess",
        "name_de": "Betriebsweise",
        "name_en": "Mode of operation",
        "values": _values(
            ("batch", "Batch", "Batch"),
            ("fed_batch", "Fed-Batch", "Fed-batch"),
            ("continuous", "Kontinuierlich", "Continuous"),
            ("perfusion", "Perfusion", "Perfusion"),
        ),
    },
    {
        "slug": "vessel",
        "register": "bioprocess",
        "name_de": "Reaktortyp",
        "name_en": "Vessel type",
        "values": _values(
            ("stirred_tank", "Rührkessel", "Stirred tank"),
            ("wave", "Wellenbewegter Beutel", "Wave-mixed bag"),
            ("single_use", "Einweg", "Single-use"),
            ("airlift", "Airlift", "Airlift"),
            ("photobioreactor", "Photobioreaktor", "Photobioreactor"),
        ),
    },
    {
        "slug": "downstream",
        "register": "bioprocess",
        "name_de": "Aufarbeitung",
        "name_en": "Downstream step",
        "values": _values(
            ("cell_separation", "Zellabtrennung", "Cell separation"),
            ("disruption", "Zellaufschluss", "Cell disruption"),
            ("filtration", "Filtration", "Filtration"),
            ("chromatography", "Chromatografie", "Chromatography"),
            ("drying", "Trocknung", "Drying"),
            ("formulation", "Formulierung", "Formulation"),
        ),
    },
    {
        "slug": "scale",
        "register": "bioprocess",
        "name_de": "Maßstab",
        "name_en": "Scale",
        "values": _values(
            ("lab", "Labor", "Laboratory"),
            ("pilot", "Technikum", "Pilot plant"),
            ("production", "Produktion", "Production"),
        ),
    },
    {
        "slug": "analyte",
        "register": "analytics",
        "name_de": "Analyt",
        "name_en": "Analyte",
        "values": _values(
            ("dna", "DNA", "DNA"),
            ("rna", "RNA", "RNA"),
            ("protein", "Proteine", "Proteins"),
            ("metabolite", "Metabolite", "Metabolites"),
            ("small_molecule", "Kleine Moleküle", "Small molecules"),
            ("element", "Elemente und Ionen", "Elements and ions"),
            ("cell", "Zellen", "Cells"),
            ("tissue", "Gewebe", "Tissue"),
        ),
    },
    {
        "slug": "method",
        "register": "analytics",
        "name_de": "Verfahren",
        "name_en": "Method",
        "values": _values(
            ("ngs", "Sequenzierung (NGS)", "Sequencing (NGS)"),
            ("pcr", "qPCR und digitale PCR", "qPCR and digital PCR"),
            ("lc_ms", "LC-MS", "LC-MS"),
            ("gc_ms", "GC-MS", "GC-MS"),
            ("maldi", "MALDI-TOF", "MALDI-TOF"),
            ("chromatography", "Chromatografie", "Chromatography"),
            ("nmr", "NMR", "NMR"),
            ("spectroscopy", "Optische Spektroskopie", "Optical spectroscopy"),
            ("immunoassay", "Immunoassay", "Immunoassay"),
            ("flow_cytometry", "Durchflusszytometrie", "Flow cytometry"),
            ("light_microscopy", "Lichtmikroskopie", "Light microscopy"),
            ("electron_microscopy", "Elektronenmikroskopie", "Electron microscopy"),
            ("tomography", "Tomografie", "Tomography"),
            ("histology", "Histologie", "Histology"),
        ),
    },
    {
        "slug": "sample",
        "register": "analytics",
        "name_de": "Probe",
        "name_en": "Sample",
        "values": _values(
            ("blood", "Blut, Serum, Plasma", "Blood, serum, plasma"),
            ("urine", "Urin", "Urine"),
            ("csf", "Liquor", "Cerebrospinal fluid"),
            ("ffpe", "Paraffinblock (FFPE)", "Paraffin block (FFPE)"),
            ("tissue", "Frischgewebe", "Fresh tissue"),
            ("cells", "Zellen", "Cells"),
            ("broth", "Kulturbrühe", "Culture broth"),
            ("solid", "Feststoff", "Solid material"),
            ("water", "Wasser", "Water"),
        ),
    },
    {
        "slug": "accreditation",
        "register": "analytics",
        "name_de": "Nachweis",
        "name_en": "Quality evidence",
        "values": _values(
            ("iso_17025", "ISO/IEC 17025", "ISO/IEC 17025"),
            ("iso_15189", "ISO 15189", "ISO 15189"),
            ("glp", "GLP", "GLP"),
            ("gmp", "GMP", "GMP"),
            ("rilibaek", "RiliBÄK", "RiliBÄK"),
            ("research", "Nur für die Forschung", "Research use only"),
        ),
    },
]
