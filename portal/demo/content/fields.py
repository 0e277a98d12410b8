"""Fields of work that institutions, people and experts choose from.

Keys: slug, name_de, name_en.
"""

FIELDS = [
    {
        "slug": "medical-microtechnology",
        "name_de": "Medizinische Mikrotechnologie",
        "name_en": "Medical microtechnology",
    },
    {"slug": "medical-imaging", "name_de": "Medizinische Bildgebung", "name_en": "Medical imaging"},
    {"slug": "molecular-medicine", "name_de": "Molekulare Medizin", "name_en": "Molecular medicine"},
    {"slug": "medical-it", "name_de": "Medizinische IT", "name_en": "Medical IT"},
    {"slug": "medical-devices", "name_de": "Medizinprodukte", "name_en": "Medical devices"},
    {"slug": "bioprocess-engineering", "name_de": "Bioprozesstechnik", "name_en": "Bioprocess engineering"},
    {
        "slug": "downstream-processing",
        "name_de": "Aufarbeitung und Reinigung",
        "name_en": "Downstream processing",
    },
    {
        "slug": "biomedical-analytics",
        "name_de": "Biomedizinische Analytik",
        "name_en": "Biomedical analytics",
    },
    {"slug": "diagnostics", "name_de": "Diagnostik", "name_en": "Diagnostics"},
    {
        "slug": "cell-culture",
        "name_de": "Zellkultur und Zelltherapie",
        "name_en": "Cell culture and cell therapy",
    },
    {"slug": "biomaterials", "name_de": "Biomaterialien", "name_en": "Biomaterials"},
    {"slug": "biosafety", "name_de": "Biologische Sicherheit", "name_en": "Biosafety"},
    {
        "slug": "intellectual-property",
        "name_de": "Schutzrechte und Patente",
        "name_en": "Intellectual property",
    },
    {"slug": "regulatory-affairs", "name_de": "Zulassung und Regulatorik", "name_en": "Regulatory affairs"},
    {"slug": "founding", "name_de": "Gründung und Finanzierung", "name_en": "Founding and finance"},
]
