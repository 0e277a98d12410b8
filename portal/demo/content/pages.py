"""Standard pages, the introductions of the two registers and the order of the menu.

PAGES keys: slug, slug_en, title_de, title_en, lead_de, lead_en, body_de, body_en (blocks), place (menu, footer,
hidden), parent (slug or None), picture (motif, seed).
REGISTER_PAGES keys: register (slug), title_de, title_en, lead_de, lead_en, body_de, body_en (blocks), picture.
MENU: slugs in order; `news`, `events`, `marketplace`, `directory`, `projects` are index pages, the rest stand here.
"""


def _p(text):
    return {"type": "paragraph", "text": text}


def _h(text):
    return {"type": "heading", "text": text}


def _list(*items):
    return {"type": "list", "items": list(items)}


def _page(slug, slug_en, german, english, place="footer", parent=None, picture=None):
    """`german` and `english` are (title, lead, blocks)."""
    return {
        "slug": slug,
        "slug_en": slug_en,
        "title_de": german[0],
        "lead_de": german[1],
        "body_de": german[2],
        "title_en": english[0],
        "lead_en": english[1],
        "body_en": english[2],
        "place": place,
        "parent": parent,
        "picture": picture,
    }


# fmt: off
MENU = ["news", "events", "marketplace", "directory", "sections", "projects", "fuer-gruendungen", "ueber-uns"]

PAGES = [
    _page(
        "ueber-uns", "about",
        (
            "Über uns",
            "Der Kompetenzverbund Life Sciences.Ruhr verbindet Labore, Kliniken und Betriebe zwischen Ruhr und Lippe.",
            [
                _p("Die Region hat eine lange Geschichte mit Medizin: Der Bergbau brachte Unfallkliniken und Knappschaften hervor, aus denen Forschung wurde. Heute liegen Hochschulen, Kliniken und mittelständische Unternehmen so dicht beieinander wie in kaum einer anderen Gegend Europas. Ihr Austausch geschieht trotzdem nicht von selbst."),
                _p("Der Verbund wird vom BioIndustry e.V. getragen. Er ist aus dem Projekt KLIC.Ruhr hervorgegangen, das von 2019 bis 2023 vier Technologiezentren vernetzt hat, und setzt seine Arbeit in KLIC.2.go fort. Die Geschäftsstelle beantwortet Anfragen, pflegt die Kataster und organisiert Veranstaltungen."),
                _h("Was wir tun"),
                _list("Freie Gerätezeit sichtbar und buchbar machen", "Gebrauchte Geräte weitergeben statt entsorgen", "Gründungen zu den richtigen Menschen bringen", "Partnerschaften zwischen Kliniken und Industrie vorbereiten"),
                {"type": "people", "people": ["miriam-osthoff", "emre-yildirim", "johanna-brinkmann"]},
                {"type": "funding", "project": "klic-2-go"},
            ],
        ),
        (
            "About us",
            "The Life Sciences.Ruhr competence network connects laboratories, hospitals and companies between the Ruhr and the Lippe.",
            [
                _p("The region has a long history with medicine: mining produced accident hospitals and miners’ insurance funds, and from them came research. Today universities, hospitals and medium-sized companies lie as close together as in few other parts of Europe. Even so, their exchange does not happen by itself."),
                _p("The network is run by BioIndustry e.V. It grew out of the KLIC.Ruhr project, which linked four technology centres from 2019 to 2023, and continues its work in KLIC.2.go. The office answers enquiries, looks after the registers and organises events."),
                _h("What we do"),
                _list("Make free equipment time visible and bookable", "Pass on used equipment instead of scrapping it", "Bring founders to the right people", "Prepare partnerships between hospitals and industry"),
                {"type": "people", "people": ["miriam-osthoff", "emre-yildirim", "johanna-brinkmann"]},
                {"type": "funding", "project": "klic-2-go"},
            ],
        ),
        "menu", picture=("skyline_ruhr", 71),
    ),
    _page(
        "so-funktioniert-es", "how-it-works",
        (
            "So funktioniert es für Einrichtungen",
            "In vier Schritten vom ungenutzten Gerät zur fairen Nutzung.",
            [
                _h("1. Einrichtung anlegen"),
                _p("Die Geschäftsstelle prüft Ihren Antrag und richtet Ihre Einrichtung ein. Danach laden Sie selbst Kolleginnen und Kollegen ein, als Mitglied oder als Verwaltung."),
                _h("2. Angebot einstellen"),
                _p("Sie beschreiben, was Ihr Gerät kann und was nicht, wer es nutzen darf, ob eine Einweisung nötig ist und was die Stunde kostet. Bei Verkauf, Leihe und Schenkung kommen die Freigabepapiere hinzu. Die Geschäftsstelle liest alles einmal gegen."),
                _h("3. Anfragen beantworten"),
                _p("Anfragen erreichen Sie per E-Mail. Sie nehmen an oder lehnen mit einem Satz ab; was nicht beantwortet wird, verfällt. Doppelte Buchungen sind ausgeschlossen."),
                _h("4. Abrechnen"),
                _p("Die Rechnung stellen Sie selbst, nach Ihrer eigenen Preisliste. Verkäufe können Sie über die Zahlungsseite des Portals abwickeln. Der Verbund ist nie Vertragspartei."),
                {"type": "call_to_action", "label": "Angebot einstellen", "target": "marketplace:offer", "text": "Sie brauchen dafür einen Zugang Ihrer Einrichtung."},
            ],
        ),
        (
            "How it works for institutions",
            "Four steps from an idle device to fair use.",
            [
                _h("1. Set up your institution"),
                _p("The office checks your request and sets up your institution. After that you invite colleagues yourself, as members or managers."),
                _h("2. Offer something"),
                _p("You describe what your device can and cannot do, who may use it, whether a briefing is needed and what an hour costs. Sale, loan and gift add the release papers. The office reads everything once more."),
                _h("3. Answer requests"),
                _p("Requests reach you by e-mail. You accept or decline with a sentence; what goes unanswered lapses. Double booking cannot happen."),
                _h("4. Settle accounts"),
                _p("You issue the invoice yourself, by your own price list. Sales can be paid through the portal’s payment page. The network is never a party to the contract."),
                {"type": "call_to_action", "label": "Offer something", "target": "marketplace:offer", "text": "You need your institution’s account for this."},
            ],
        ),
        parent="ueber-uns", place="menu", picture=("network", 72),
    ),
    _page(
        "fuer-gruendungen", "for-founders",
        (
            "Für Gründungen",
            "Von der ersten Frage bis zum ersten Labor: Wer Ihnen wobei hilft.",
            [
                _p("Gründungen in der Medizin brauchen Fachleute, die es in keinem Telefonbuch gibt. Nennen Sie uns Ihr Thema; wir bringen Sie binnen zwei Werktagen mit jemandem zusammen, der es schon einmal gelöst hat. Ein erstes Gespräch kostet nichts."),
                _h("Wobei wir helfen"),
                _list(
                    "Schutzrechte: anmelden, recherchieren, verhandeln (Dr. jur. Vera Holtkamp)",
                    "Zulassung: Medizinprodukte und Diagnostika, MDR und IVDR (Carolin Haas)",
                    "Biologische Sicherheit: Einstufung, Anzeigen, Unterweisung (Dr. Annika Wessel)",
                    "Finanzierung: Förderung, Beteiligung, Finanzplan (Moritz Grewe)",
                    "Förderprogramme der Region (Tanja Overbeck)",
                    "Laborfläche: Plätze, Labore, Reinräume (Leyla Aksoy, Sabine Król)",
                ),
                {"type": "people", "people": ["vera-holtkamp", "carolin-haas", "annika-wessel", "moritz-grewe"]},
                _h("Ausstattung ohne Anschaffung"),
                _p("Buchen Sie Geräte stundenweise, leihen Sie für Monate oder holen Sie sich Gebrauchtes. Viele Einrichtungen räumen Gründungen Sonderkonditionen ein."),
                {"type": "newest_listings", "count": 4},
            ],
        ),
        (
            "For founders",
            "From the first question to the first laboratory: who helps you with what.",
            [
                _p("Start-ups in medicine need specialists who are in no telephone book. Name your topic, and within two working days we bring you together with someone who has solved it before. A first conversation costs nothing."),
                _h("What we help with"),
                _list(
                    "Property rights: filing, searching, negotiating (Dr. jur. Vera Holtkamp)",
                    "Approval: medical devices and diagnostics, MDR and IVDR (Carolin Haas)",
                    "Biosafety: classification, notifications, instruction (Dr. Annika Wessel)",
                    "Finance: grants, equity, financial plan (Moritz Grewe)",
                    "The region’s funding programmes (Tanja Overbeck)",
                    "Laboratory space: benches, laboratories, cleanrooms (Leyla Aksoy, Sabine Król)",
                ),
                {"type": "people", "people": ["vera-holtkamp", "carolin-haas", "annika-wessel", "moritz-grewe"]},
                _h("Equipment without buying"),
                _p("Book devices by the hour, borrow for months, or take something second-hand. Many institutions give start-ups special terms."),
                {"type": "newest_listings", "count": 4},
            ],
        ),
        "menu", picture=("microscope", 73),
    ),
    _page(
        "mitmachen", "join",
        (
            "Mitmachen",
            "Werden Sie Mitglied im Verbund oder arbeiten Sie in einer Sektion mit.",
            [
                _p("Beantworten Sie ein paar Fragen. Ihre Angaben erreichen die Geschäftsstelle oder die Ansprechperson der gewählten Sektion; wir melden uns binnen fünf Werktagen."),
                _p("Als Mitglied können Sie Angebote einstellen, in Sektionen mitbestimmen und an geschlossenen Veranstaltungen teilnehmen. Über Beiträge sprechen wir nach Größe Ihrer Einrichtung."),
            ],
        ),
        (
            "Join",
            "Become a member of the network or take part in a section.",
            [
                _p("Please answer a few questions. Your answers go to the office or to the contact of the section you choose; we reply within five working days."),
                _p("Members can publish offers, have a say in sections and attend closed events. Fees depend on the size of your institution."),
            ],
        ),
        "menu",
    ),
    _page(
        "foerderung", "funding",
        (
            "Förderung",
            "Wer dieses Portal möglich macht.",
            [
                _p("Das Portal ist im Projekt KLIC.2.go entstanden. Es wird aus Mitteln des Europäischen Fonds für regionale Entwicklung und vom Land Nordrhein-Westfalen gefördert. Veranstaltungen und Angebote, die mit diesen Mitteln entstanden sind, tragen einen Hinweis."),
                {"type": "funding", "project": "klic-2-go"},
            ],
        ),
        (
            "Funding",
            "Who makes this portal possible.",
            [
                _p("This portal was built in the KLIC.2.go project. It is funded by the European Regional Development Fund and by the State of North Rhine-Westphalia. Events and listings that came from this money carry a note."),
                {"type": "funding", "project": "klic-2-go"},
            ],
        ),
    ),
    _page(
        "impressum", "imprint",
        (
            "Impressum",
            "Angaben nach § 5 DDG",
            [
                _p("BioIndustry e.V., Am Wissenschaftspark 12, 44801 Bochum. Vertreten durch Dr. Miriam Osthoff. Telefon +49 234 00555-110, kontakt@portal.example. Registergericht: Amtsgericht Bochum (Beispielangabe). Alle Personen und die meisten Einrichtungen auf diesem Portal sind erfunden; die Daten dienen der Vorführung."),
                _h("Redaktionell verantwortlich nach § 18 MStV"),
                _p("Deniz Kaya, Anschrift wie oben."),
                _h("Haftung für Angebote"),
                _p("Für Geräte, Leistungen und Abgaben ist die jeweils anbietende Einrichtung verantwortlich. Hinweise auf fehlerhafte Einträge nehmen wir entgegen und prüfen sie."),
            ],
        ),
        (
            "Imprint",
            "Information under section 5 DDG",
            [
                _p("BioIndustry e.V., Am Wissenschaftspark 12, 44801 Bochum, Germany. Represented by Dr. Miriam Osthoff. Telephone +49 234 00555-110, kontakt@portal.example. Register court: Bochum local court (example entry). All persons and most institutions on this portal are invented; the data serve demonstration."),
                _h("Editorial responsibility under section 18 MStV"),
                _p("Deniz Kaya, address as above."),
                _h("Liability for listings"),
                _p("The institution that offers is responsible for devices, services and hand-overs. We accept and check notices of faulty entries."),
            ],
        ),
    ),
    _page(
        "datenschutz", "privacy",
        (
            "Datenschutz",
            "Welche Daten wir speichern, wofür und wie lange.",
            [
                _h("Nutzung ohne Anmeldung"),
                _p("Zum Lesen brauchen Sie keinen Zugang und es werden keine Cookies gesetzt, die Sie wiedererkennen. Auf dem Portal sind keine Dienste Dritter eingebunden; Schriften und Bilder kommen von uns."),
                _h("Anmeldungen und Buchungen"),
                _p("Für eine Anmeldung speichern wir Name, E-Mail-Adresse und Ihre Angaben zur Zielgruppe. Wir brauchen sie, um Plätze zu vergeben und gegenüber den Fördergebern nachzuweisen, wer von der Förderung profitiert hat. Nach Ablauf der Nachweisfrist werden sie gelöscht."),
                _h("Zahlungen"),
                _p("Gebühren und Kaufpreise zahlen Sie auf der Seite eines Zahlungsdienstleisters. Wir erfahren nur, dass bezahlt wurde, nicht womit."),
                _h("Ihre Rechte"),
                _p("Sie können Auskunft, Berichtigung, Löschung und eine Kopie Ihrer Daten verlangen und sich bei der Aufsichtsbehörde des Landes beschweren. Schreiben Sie an kontakt@portal.example. Bitte stellen Sie niemals Patientendaten in Freitextfelder ein."),
            ],
        ),
        (
            "Privacy",
            "Which data we store, for what and how long.",
            [
                _h("Using the portal without an account"),
                _p("You need no account to read, and no cookies are set that would recognise you. No third-party services are embedded; fonts and pictures come from us."),
                _h("Registrations and bookings"),
                _p("For a registration we store your name, e-mail address and target group. We need them to allot seats and to show our funders who has benefited. They are erased when the period for proof has run out."),
                _h("Payments"),
                _p("You pay fees and prices on the page of a payment provider. We learn only that you have paid, not how."),
                _h("Your rights"),
                _p("You may ask for information, correction, erasure and a copy of your data, and complain to the state’s supervisory authority. Write to kontakt@portal.example. Please never put patient data into free text."),
            ],
        ),
    ),
    _page(
        "barrierefreiheit", "accessibility",
        (
            "Erklärung zur Barrierefreiheit",
            "Stand der Vereinbarkeit mit den Anforderungen und ein Weg für Ihre Rückmeldung.",
            [
                _p("Diese Erklärung gilt für den öffentlichen Teil dieses Portals. Maßstab sind die Richtlinie (EU) 2016/2102, das Behindertengleichstellungsgesetz Nordrhein-Westfalen mit der BITVNRW sowie die EN 301 549, die auf die WCAG 2.1 in Stufe AA verweist. Zusätzlich richten wir uns nach den WCAG 2.2."),
                _h("Stand der Vereinbarkeit"),
                _p("Das Portal ist weitgehend mit den Anforderungen vereinbar. Die Prüfung erfolgte als Selbstbewertung mit automatischen Werkzeugen in beiden Sprachen, bei schmaler und breiter Anzeige sowie mit reiner Tastaturbedienung."),
                _h("Noch nicht barrierefreie Inhalte"),
                _list("Von Einrichtungen hochgeladene PDF-Dokumente können unzureichend ausgezeichnet sein. Auf Wunsch liefern wir den Inhalt in anderer Form.", "Videos auf den Seiten anderer Veranstalter liegen außerhalb unseres Einflusses.", "Inhalte in Leichter Sprache und Gebärdensprache sind in Vorbereitung."),
                _h("Rückmeldung und Kontakt"),
                _p("Sind Ihnen Barrieren aufgefallen? Schreiben Sie an kontakt@portal.example oder rufen Sie an: +49 234 00555-110. Wir antworten in der Regel binnen zehn Werktagen."),
                _h("Durchsetzungsverfahren"),
                _p("Erhalten Sie innerhalb von sechs Wochen keine zufriedenstellende Antwort, können Sie sich an die Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen wenden. Das Verfahren ist kostenlos; ein Rechtsbeistand ist nicht nötig."),
                _p("Diese Erklärung wurde mit der Eröffnung des Portals erstellt und wird jährlich sowie bei wesentlichen Änderungen überprüft."),
            ],
        ),
        (
            "Accessibility statement",
            "How far we comply with the requirements, and a way to tell us.",
            [
                _p("This statement covers the public part of the portal. It is measured against Directive (EU) 2016/2102, the disability equality act of North Rhine-Westphalia with its BITVNRW regulation, and EN 301 549, which refers to WCAG 2.1 at level AA. We also follow WCAG 2.2."),
                _h("Compliance status"),
                _p("The portal complies with most of the requirements. This is our own assessment, made with automated tools in both languages, on narrow and wide displays and by keyboard alone."),
                _h("Content that is not yet accessible"),
                _list("PDF documents uploaded by institutions may be tagged poorly. On request we provide the content in another form.", "Videos on the pages of other organisers are outside our control.", "Easy-to-read and sign-language content is being prepared."),
                _h("Feedback and contact"),
                _p("Have you come across barriers? Write to kontakt@portal.example or ring +49 234 00555-110. We usually reply within ten working days."),
                _h("Enforcement procedure"),
                _p("If you do not get a satisfactory answer within six weeks, you may turn to the ombudsman’s office for accessible information technology of North Rhine-Westphalia. The procedure is free of charge and needs no lawyer."),
                _p("This statement was drawn up when the portal opened and is reviewed every year and after major changes."),
            ],
        ),
    ),
]

REGISTER_PAGES = [
    {
        "register": "bioprocess",
        "title_de": "Kataster Bioprozesstechnik",
        "title_en": "Bioprocess engineering register",
        "lead_de": "Fermenter, Zellkultursysteme und Aufarbeitung in Ruhr und Westfalen: mit Volumen, Betriebsweise und Bedingungen des Zugangs.",
        "lead_en": "Fermenters, cell-culture systems and downstream processing in Ruhr and Westphalia: with volume, mode of operation and terms of access.",
        "body_de": [
            _p("Das Kataster zeigt nicht nur Anlagen, sondern auch die Menschen dahinter. Jede Einrichtung nennt, welche Organismen sie verarbeiten darf, ob Personal gestellt wird und wie lange eine Anfrage braucht. Wählen Sie zuerst den Organismus; danach grenzt das Volumen am schnellsten ein."),
            _p("Wir prüfen die Einträge zweimal im Jahr. Wenn eine Angabe nicht stimmt, sagen Sie es uns – das Kataster ist so gut wie Ihre Hinweise."),
        ],
        "body_en": [
            _p("The register shows not only plants but also the people behind them. Each institution says which organisms it may handle, whether staff is provided and how long a request takes. Choose the organism first; after that the volume narrows it down most quickly."),
            _p("We check the entries twice a year. If something is wrong, tell us – the register is as good as your hints."),
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
            _p("Suchen Sie nach Analyt, Verfahren oder Probe. Der Qualitätsnachweis sagt, ob ein Ergebnis nur der Forschung dient oder unter einer Akkreditierung entstanden ist. Diagnostik für Patientinnen und Patienten wird über dieses Portal nicht vermittelt."),
            _p("Klinische Labore geben Zeiten außerhalb der Versorgung frei. Sie können kurzfristig abgesagt werden; das ist in jedem Eintrag vermerkt."),
        ],
        "body_en": [
            _p("Search by analyte, method or sample. The quality evidence says whether a result serves research only or was produced under an accreditation. Diagnostics for patients are not arranged through this portal."),
            _p("Clinical laboratories release time outside patient care. It can be called off at short notice; every entry says so."),
        ],
        "picture": ("spectrum", 75),
    },
]
# fmt: on
