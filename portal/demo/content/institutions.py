"""Forty institutions: some named by the region's own history, most of them invented.

Keys: slug, name, kind (university, clinic, research_institute, technology_centre, company, startup, association,
chamber, public_body, cluster, agency, park), category (full, supporting, partner, none), street, postal_code, city,
ags (official key of the NRW district or city, None outside NRW), website, email, phone, description_de,
description_en, fields (slugs).
"""


def _at(address, ags, phone):
    """Where an institution is reached; `address` is "street, postal code city"."""
    street, place = address.rsplit(", ", 1)
    postal_code, city = place.split(" ", 1)
    return {"street": street, "postal_code": postal_code, "city": city, "ags": ags, "phone": phone}


def _row(slug, name, kind, category, at, de, en, fields):
    return {
        "slug": slug,
        "name": name,
        "kind": kind,
        "category": category,
        **at,
        "website": f"https://{slug}.example",
        "email": f"info@{slug}.example",
        "description_de": de,
        "description_en": en,
        "fields": fields.split(),
    }


# fmt: off
INSTITUTIONS = [
    # The consortium and the technology centres of the two projects
    _row(
        "bioindustry", "BioIndustry e.V.", "association", "full", _at("Am Wissenschaftspark 12, 44801 Bochum", "05911", "+49 234 00555-110"),
        "Der Verein verbindet Biotechnologie-Unternehmen, Hochschulen und Gründungszentren zwischen Ruhr und Lippe. Er hat das Projekt KLIC.Ruhr verantwortet und führt das Konsortium von KLIC.2.go.",
        "The association links biotechnology companies, universities and start-up centres between the Ruhr and the Lippe. It was responsible for the KLIC.Ruhr project and leads the KLIC.2.go consortium.",
        "bioprocess-engineering founding intellectual-property",
    ),
    _row(
        "medecon-ruhr", "MedEcon Ruhr GmbH", "cluster", "full", _at("Gesundheitscampus 30, 44801 Bochum", "05911", "+49 234 00555-210"),
        "MedEcon Ruhr bringt die Gesundheitswirtschaft der Region an einen Tisch. In KLIC.2.go steht das Unternehmen für die Frage ein, wie Kliniken und Industrie Laborkapazitäten gemeinsam nutzen können.",
        "MedEcon Ruhr brings the region’s health economy to one table. In KLIC.2.go the company takes charge of the question of how hospitals and industry can use laboratory capacity together.",
        "diagnostics medical-it medical-devices",
    ),
    _row(
        "bio-security", "Kompetenzzentrum Bio-Security", "research_institute", "full", _at("Rudolf-Diesel-Straße 8, 59199 Bönen", "05978", "+49 2383 00555-30"),
        "Das Kompetenzzentrum in Bönen arbeitet an biologischer Sicherheit, Bioprozessen und deren Aufarbeitung. Labore und Technikum stehen nach Absprache auch jungen Unternehmen offen.",
        "The centre in Bönen works on biosafety, bioprocesses and downstream processing. By arrangement its laboratories and pilot hall are open to young companies, too.",
        "biosafety bioprocess-engineering downstream-processing",
    ),
    _row(
        "hshl", "Hochschule Hamm-Lippstadt", "university", "full", _at("Campusallee 76, 59063 Hamm", "05915", "+49 2381 00555-0"),
        "Die Hochschule bringt ihre biomedizinische Analytik und ihre Gerätetechnik in KLIC.2.go ein. Mess- und Zellkulturlabore an beiden Standorten können außerhalb der Vorlesungszeit gebucht werden.",
        "The university contributes its biomedical analytics and instrument technology to KLIC.2.go. Measuring and cell-culture laboratories on both campuses can be booked outside term time.",
        "biomedical-analytics medical-devices medical-microtechnology",
    ),
    _row(
        "tz-bochum", "Technologiezentrum Bochum", "technology_centre", "full", _at("Innovationsring 5, 44799 Bochum", "05911", "+49 234 00555-310"),
        "Labor- und Bürofläche für Ausgründungen aus Medizin und Medizintechnik, mit kurzen Wegen zu Hochschule und Klinik. Das Zentrum war Partner in KLIC.Ruhr.",
        "Laboratory and office space for spin-offs in medicine and medical technology, a short walk from university and hospital. The centre was a partner in KLIC.Ruhr.",
        "founding medical-devices",
    ),
    _row(
        "tz-boenen", "Technologiezentrum Bönen", "technology_centre", "full", _at("Rudolf-Diesel-Straße 2, 59199 Bönen", "05978", "+49 2383 00555-10"),
        "Technikumshallen und Labore bis Schutzstufe 2 für Biotechnologie und Lebensmitteltechnik. Das Zentrum war Partner in KLIC.Ruhr.",
        "Pilot halls and laboratories up to biosafety level 2 for biotechnology and food technology. The centre was a partner in KLIC.Ruhr.",
        "founding bioprocess-engineering",
    ),
    _row(
        "tz-dortmund", "Technologiezentrum Dortmund", "technology_centre", "full", _at("Emil-Figge-Ring 20, 44227 Dortmund", "05913", "+49 231 00555-400"),
        "Auf dem Campus finden Biomedizin, Mikrotechnik und Wirkstoffforschung fertig ausgebaute Labore und Reinräume. Das Zentrum war Partner in KLIC.Ruhr.",
        "On this campus biomedicine, microtechnology and drug research find fully fitted laboratories and cleanrooms. The centre was a partner in KLIC.Ruhr.",
        "founding medical-microtechnology molecular-medicine",
    ),
    _row(
        "tz-witten", "Technologiezentrum Witten", "technology_centre", "full", _at("Stockumer Höhe 14, 58453 Witten", "05954", "+49 2302 00555-50"),
        "Ein Gründerzentrum mit Schwerpunkt Zahnmedizin und Biomaterialien, Tür an Tür mit der Hochschule. Das Zentrum war Partner in KLIC.Ruhr.",
        "A start-up centre with a focus on dentistry and biomaterials, next door to the university. The centre was a partner in KLIC.Ruhr.",
        "founding biomaterials",
    ),
    # Friends elsewhere, known from news and events
    _row(
        "biosaxony", "biosaxony e.V.", "cluster", "partner", _at("Elbufer 3, 01307 Dresden", None, "+49 351 00555-56"),
        "Der sächsische Verband für Biotechnologie und Medizintechnik. Er gehört zu den Gründungspartnern der Projektgruppe „Life Sciences Mitteldeutschland“ und hat eine eigene Sektion Medizintechnik.",
        "The Saxon association for biotechnology and medical technology. It is a founding partner of the working group “Life Sciences Mitteldeutschland” and has a medical technology section of its own.",
        "medical-devices molecular-medicine",
    ),
    _row(
        "tgz-halle", "TGZ Technologie- und Gründerzentrum Halle GmbH", "technology_centre", "none", _at("Weinbergplatz 3, 06120 Halle (Saale)", None, "+49 345 00555-60"),
        "Betreiberin von Gründer- und Laborflächen in Halle, verbunden mit der Bio-Zentrum Halle GmbH. Gründungspartnerin der Projektgruppe „Life Sciences Mitteldeutschland“.",
        "Runs start-up and laboratory premises in Halle, together with Bio-Zentrum Halle GmbH. Founding partner of the working group “Life Sciences Mitteldeutschland”.",
        "founding",
    ),
    _row(
        "infectognostics", "InfectoGnostics Forschungscampus Jena e.V.", "research_institute", "partner", _at("Saaleblick 9, 07745 Jena", None, "+49 3641 00555-70"),
        "Forschungscampus für die Diagnostik von Infektionen, getragen von Wissenschaft, Klinik und Wirtschaft. Gründungspartner der Projektgruppe „Life Sciences Mitteldeutschland“.",
        "A research campus for infection diagnostics, carried by science, hospital and industry. Founding partner of the working group “Life Sciences Mitteldeutschland”.",
        "diagnostics medical-microtechnology",
    ),
    _row(
        "metropolregion-mitteldeutschland", "Metropolregion Mitteldeutschland Management GmbH", "agency", "none", _at("Ringpromenade 1, 04109 Leipzig", None, "+49 341 00555-80"),
        "Unter dem Dach der Metropolregion arbeitet die Projektgruppe „Life Sciences Mitteldeutschland“ über drei Landesgrenzen hinweg zusammen.",
        "The metropolitan region is the roof under which the working group “Life Sciences Mitteldeutschland” co-operates across three state borders.",
        "founding",
    ),
    _row(
        "weinberg-campus", "Technologiepark weinberg campus", "park", "none", _at("Weinbergplatz 1, 06120 Halle (Saale)", None, "+49 345 00555-90"),
        "Technologiepark in Halle an der Saale mit Instituten, Gründerzentren und Unternehmen der Lebenswissenschaften.",
        "A technology park in Halle an der Saale with institutes, start-up centres and life-science companies.",
        "founding molecular-medicine",
    ),
    _row(
        "bioregio-stern", "BioRegio STERN Management GmbH", "cluster", "none", _at("Neckarhang 22, 70190 Stuttgart", None, "+49 711 00555-20"),
        "Clustermanagement für die Lebenswissenschaften in der Region Stuttgart. Hat gemeinsam mit biosaxony gezeigt, was zwei Cluster voneinander lernen können.",
        "Cluster management for the life sciences in the Stuttgart region. Showed together with biosaxony what two clusters can learn from each other.",
        "medical-devices",
    ),
    _row(
        "marketing-club-bochum", "Marketing-Club Bochum", "association", "none", _at("Ringstraße 40, 44787 Bochum", "05911", "+49 234 00555-600"),
        "Der Club lädt zu Abenden mit Menschen ein, die die Region wirtschaftlich prägen. Schon 2005 stand dort das Clustermanagement der Gesundheitswirtschaft auf dem Programm.",
        "The club invites guests to evenings with people who shape the region’s economy. Cluster management in the health economy was on its programme as early as 2005.",
        "founding",
    ),
    # Research institutes and universities
    _row(
        "zbb", "Zentrum für Biomedizinische Bildgebung Bochum", "research_institute", "full", _at("Kemnader Straße 210, 44797 Bochum", "05911", "+49 234 00555-700"),
        "Das Zentrum betreibt Licht- und Elektronenmikroskope sowie Kleintierbildgebung als gemeinsam genutzte Einheit. Fachleute weisen ein, messen mit oder werten aus.",
        "The centre runs light and electron microscopes as well as preclinical imaging as a shared facility. Specialists give briefings, measure with you or analyse for you.",
        "medical-imaging molecular-medicine",
    ),
    _row(
        "wiab", "Westfälisches Institut für Angewandte Bioanalytik", "research_institute", "full", _at("Coesfelder Kreuz 18, 48149 Münster", "05515", "+49 251 00555-120"),
        "Massenspektrometrie, Chromatografie und Spektroskopie für Proteine, Metabolite und Wirkstoffe. Das Prüflabor ist nach ISO/IEC 17025 akkreditiert.",
        "Mass spectrometry, chromatography and spectroscopy for proteins, metabolites and active substances. The test laboratory is accredited to ISO/IEC 17025.",
        "biomedical-analytics diagnostics",
    ),
    _row(
        "ibv", "Institut für Bioverfahrenstechnik Dortmund", "research_institute", "full", _at("Hauert 31, 44227 Dortmund", "05913", "+49 231 00555-510"),
        "Vom Schüttelkolben bis zum 300-Liter-Fermenter: Das Institut entwickelt mikrobielle und zellbasierte Prozesse und begleitet sie bis in den Pilotmaßstab.",
        "From the shake flask to the 300-litre fermenter: the institute develops microbial and cell-based processes and accompanies them up to pilot scale.",
        "bioprocess-engineering downstream-processing",
    ),
    _row(
        "htg", "Hochschule für Technik und Gesundheit Recklinghausen", "university", "full", _at("Blumenthalstraße 60, 45665 Recklinghausen", "05562", "+49 2361 00555-0"),
        "Angewandte Forschung zu Sensorik, Laborautomation und Molekularbiologie. Die Hochschule öffnet ihre Praktikumslabore in der vorlesungsfreien Zeit für Betriebe.",
        "Applied research in sensors, laboratory automation and molecular biology. The university opens its teaching laboratories to companies outside term time.",
        "medical-microtechnology molecular-medicine biomedical-analytics",
    ),
    _row(
        "zentrum-zelltechnik", "Zentrum für Zelltechnik Bielefeld", "university", "supporting", _at("Konsequenz 41, 33615 Bielefeld", "05711", "+49 521 00555-33"),
        "Eine gemeinsame Einrichtung mehrerer Fakultäten für Zellkultur, Durchflusszytometrie und Einzelzellanalyse. Externe Gruppen arbeiten hier nach Einweisung selbstständig.",
        "A joint facility of several faculties for cell culture, flow cytometry and single-cell analysis. External groups work here on their own after a briefing.",
        "cell-culture molecular-medicine",
    ),
    # Clinics
    _row(
        "hellweg-klinikum", "Hellweg-Klinikum Unna", "clinic", "full", _at("Obere Husemannallee 2, 59423 Unna", "05978", "+49 2303 00555-0"),
        "Schwerpunktkrankenhaus mit Zentrallabor und Pathologie. Das Zentrallabor gibt nachts und am Wochenende freie Analysezeit für Partner aus der Industrie frei.",
        "A specialist hospital with a central laboratory and a pathology department. At night and on weekends the central laboratory releases free analyser time for partners from industry.",
        "diagnostics biomedical-analytics",
    ),
    _row(
        "kliniken-ruhrhoehen", "Kliniken Ruhrhöhen Essen", "clinic", "full", _at("Heisinger Weg 99, 45134 Essen", "05113", "+49 201 00555-0"),
        "Verbund aus drei Häusern mit Onkologie, Radiologie und eigener Biobank. Das Studienzentrum berät bei Leistungsbewertungen von Diagnostika.",
        "A group of three hospitals with oncology, radiology and its own biobank. The study centre advises on performance studies of in-vitro diagnostics.",
        "diagnostics medical-imaging molecular-medicine",
    ),
    _row(
        "herzzentrum-herne", "Herz- und Gefäßzentrum Herne", "clinic", "supporting", _at("Am Schlosspark 7, 44628 Herne", "05916", "+49 2323 00555-0"),
        "Fachklinik für Herz und Gefäße mit Katheterlaboren und einem Trainingszentrum, in dem Medizinprodukte unter realen Bedingungen erprobt werden.",
        "A specialist hospital for heart and vessels with catheter laboratories and a training centre where medical devices are tried under realistic conditions.",
        "medical-devices medical-imaging",
    ),
    _row(
        "emscher-klinikum", "Emscher-Klinikum Gelsenkirchen", "clinic", "supporting", _at("Bulmker Allee 115, 45888 Gelsenkirchen", "05513", "+49 209 00555-0"),
        "Haus der Maximalversorgung im nördlichen Ruhrgebiet mit Mikrobiologie, Transfusionsmedizin und einer Zentralsterilisation mit freien Chargen.",
        "A tertiary hospital in the northern Ruhr area with microbiology, transfusion medicine and a sterile supply department that has spare loads.",
        "diagnostics biosafety",
    ),
    # Companies
    _row(
        "glueckauf-diagnostics", "Glückauf Diagnostics GmbH", "company", "full", _at("Lothringer Zeche 4, 44805 Bochum", "05911", "+49 234 00555-820"),
        "Das Unternehmen entwickelt und fertigt Schnelltests für Infektionen und Entzündungen. Eigene Streifenlinie, eigene Antikörperreinigung, 58 Beschäftigte.",
        "The company develops and makes rapid tests for infections and inflammation. It has its own strip line, its own antibody purification and a staff of 58.",
        "diagnostics biomedical-analytics",
    ),
    _row(
        "ruhrfluss-mikrosysteme", "Ruhrfluss Mikrosysteme GmbH", "company", "full", _at("Wiesenstraße 51, 45473 Mülheim an der Ruhr", "05117", "+49 208 00555-140"),
        "Mikrofluidik aus Kunststoff und Glas: vom Chip-Entwurf über den Formenbau bis zur Kleinserie im Reinraum.",
        "Microfluidics in polymer and glass: from chip design and mould making to small series in the cleanroom.",
        "medical-microtechnology medical-devices",
    ),
    _row(
        "zellschmiede", "Zellschmiede Dortmund GmbH", "startup", "full", _at("Hauert 12, 44227 Dortmund", "05913", "+49 231 00555-640"),
        "Das junge Team züchtet Hautmodelle, an denen sich Wirkstoffe ohne Tierversuch prüfen lassen. Gegründet aus der Hochschule, gewachsen mit geliehenen und gebuchten Geräten.",
        "The young team grows skin models on which active substances can be tested without animals. Founded out of university, grown on borrowed and booked equipment.",
        "cell-culture biomaterials",
    ),
    _row(
        "hellweg-fermentation", "Hellweg Fermentation GmbH", "company", "full", _at("Lipperbruch 17, 59558 Lippstadt", "05974", "+49 2941 00555-21"),
        "Lohnfermentation von 10 bis 1.000 Litern für Enzyme, Starterkulturen und Futtermittelzusätze. Aufarbeitung und Trocknung im eigenen Haus.",
        "Contract fermentation from 10 to 1,000 litres for enzymes, starter cultures and feed additives. Downstream processing and drying in house.",
        "bioprocess-engineering downstream-processing",
    ),
    _row(
        "lippe-enzymtechnik", "Lippe Enzymtechnik GmbH", "company", "supporting", _at("Hafenstraße 70, 59067 Hamm", "05915", "+49 2381 00555-77"),
        "Enzyme für Diagnostik und Lebensmittel, dazu Stabilitätsprüfungen und Gefriertrocknung im Auftrag.",
        "Enzymes for diagnostics and food, plus stability testing and freeze-drying on contract.",
        "downstream-processing bioprocess-engineering",
    ),
    _row(
        "phoenix-proteintechnik", "Phönix Proteintechnik GmbH", "startup", "full", _at("Hochofenstraße 8, 44263 Dortmund", "05913", "+49 231 00555-910"),
        "Die Ausgründung stellt schwer zugängliche Membranproteine her und liefert sie gereinigt und charakterisiert an die Wirkstoffforschung.",
        "The spin-off makes membrane proteins that are hard to come by and delivers them, purified and characterised, to drug research.",
        "molecular-medicine downstream-processing",
    ),
    _row(
        "bildraum-medical", "Bildraum Medical IT GmbH", "company", "full", _at("Rüttenscheider Kamp 27, 45130 Essen", "05113", "+49 201 00555-330"),
        "Software für die Auswertung von Schnittbildern und histologischen Präparaten, entwickelt nach IEC 62304 und klinisch begleitet.",
        "Software that analyses sectional images and histological slides, developed to IEC 62304 and accompanied by clinicians.",
        "medical-it medical-imaging",
    ),
    _row(
        "sensoria-ruhr", "Sensoria Ruhr GmbH", "startup", "supporting", _at("Innenhafenkai 23, 47051 Duisburg", "05112", "+49 203 00555-180"),
        "Biosensoren für die Messung direkt im Bioreaktor. Das Start-up sucht Pilotanwender aus Fermentation und Zellkultur.",
        "Biosensors for measuring right inside the bioreactor. The start-up is looking for pilot users in fermentation and cell culture.",
        "medical-microtechnology bioprocess-engineering",
    ),
    _row(
        "muensterland-pharmaservice", "Münsterland Pharmaservice GmbH", "company", "full", _at("Mendelkamp 11, 48149 Münster", "05515", "+49 251 00555-460"),
        "Analytik, Stabilitätslagerung und Freigabeprüfung für Arzneimittel unter GMP. Begleitet kleine Unternehmen bis zum Zulassungsantrag.",
        "Analytics, stability storage and release testing for medicines under GMP. Accompanies small companies up to the application for authorisation.",
        "biomedical-analytics regulatory-affairs",
    ),
    _row(
        "aseptik-hagen", "Aseptik Hagen GmbH", "company", "supporting", _at("Volmeufer 33, 58089 Hagen", "05914", "+49 2331 00555-44"),
        "Reinraumtechnik, Sterilfiltration und Sterilisation im Lohnauftrag. Vermietet eine eigene Reinraumzelle tageweise an Gründungen.",
        "Cleanroom technology, sterile filtration and contract sterilisation. Rents its own cleanroom cell to start-ups by the day.",
        "biosafety medical-devices",
    ),
    _row(
        "hafenlabor-duisburg", "Hafenlabor Duisburg GmbH", "company", "full", _at("Schifferstraße 190, 47059 Duisburg", "05112", "+49 203 00555-505"),
        "Unabhängiges Prüflabor für Umwelt, Lebensmittel und Kosmetik. Freie Messzeit wird über dieses Portal vergeben.",
        "An independent test laboratory for environment, food and cosmetics. Spare instrument time is offered through this portal.",
        "biomedical-analytics",
    ),
    _row(
        "emscher-biotech", "Emscher Biotech GmbH", "startup", "full", _at("Nordsternpark 5, 45899 Gelsenkirchen", "05513", "+49 209 00555-610"),
        "Das Start-up gewinnt Wertstoffe aus Abwasserströmen mit Mikroalgen und Bakterien. Ein Beispiel dafür, wie Abfallwirtschaft und Biotechnologie zusammenfinden.",
        "The start-up recovers valuable substances from waste water with microalgae and bacteria. An example of how waste management and biotechnology come together.",
        "bioprocess-engineering",
    ),
    # Agencies, chambers, public bodies, parks
    _row(
        "gruenderwerk-oberhausen", "Gründerwerk Oberhausen", "park", "supporting", _at("Gasometerallee 3, 46047 Oberhausen", "05119", "+49 208 00555-270"),
        "Ein Gewerbepark für junge Unternehmen mit Werkstätten, Laborzellen und Konferenzräumen auf einem früheren Zechengelände.",
        "A business park for young companies with workshops, laboratory units and conference rooms on a former colliery site.",
        "founding",
    ),
    _row(
        "patentagentur-westfalen", "Patent- und Transferagentur Westfalen", "agency", "partner", _at("Prinzipalgasse 6, 48143 Münster", "05515", "+49 251 00555-880"),
        "Prüft Erfindungen aus Hochschulen, meldet Schutzrechte an und begleitet Lizenzverträge. Hält die Patentsprechstunde auf diesem Portal.",
        "Assesses inventions from universities, applies for property rights and accompanies licence agreements. Holds the patent clinic on this portal.",
        "intellectual-property founding",
    ),
    _row(
        "kammer-ruhr-lippe", "Wirtschaftskammer Ruhr-Lippe", "chamber", "partner", _at("Ostwall 55, 44135 Dortmund", "05913", "+49 231 00555-100"),
        "Die Kammer vertritt Industrie und Handel, berät bei Gründung und Nachfolge und vermittelt Ausbildungspartnerschaften in Laborberufen.",
        "The chamber represents industry and trade, advises on founding and succession, and arranges training partnerships for laboratory occupations.",
        "founding regulatory-affairs",
    ),
    _row(
        "wirtschaftsfoerderung-hellweg", "Wirtschaftsförderung Region Hellweg", "public_body", "supporting", _at("Rathausplatz 4, 59423 Unna", "05978", "+49 2303 00555-290"),
        "Ansprechstelle für Ansiedlung, Förderprogramme und Fachkräfte in der Hellweg-Region, mit einem Lotsendienst für Unternehmen der Lebenswissenschaften.",
        "First point of contact for settlement, funding programmes and skilled staff in the Hellweg region, with a guide for life-science companies.",
        "founding",
    ),
]
# fmt: on
