"""What the law asks for."""

from portal.demo.content.pages.rows import bullets, heading, page, paragraph

# fmt: off
LEGAL = [
    page(
        "impressum", "imprint",
        (
            "Impressum",
            "Angaben nach § 5 DDG",
            [
                heading("Hinweis zur Vorführung"),
                paragraph("Alle Personen und die meisten Einrichtungen auf diesem Portal sind erfunden; die Daten dienen der Vorführung."),
                heading("Haftung für Angebote"),
                paragraph("Für Geräte, Leistungen und Abgaben ist die jeweils anbietende Einrichtung verantwortlich. Hinweise auf fehlerhafte Einträge nehmen wir entgegen und prüfen sie."),
            ],
        ),
        (
            "Imprint",
            "Information under section 5 DDG",
            [
                heading("About this demonstration"),
                paragraph("All persons and most institutions on this portal are invented; the data serve demonstration."),
                heading("Liability for listings"),
                paragraph("The institution that offers is responsible for devices, services and hand-overs. We accept and check notices of faulty entries."),
            ],
        ),
    ),
    page(
        "datenschutz", "privacy",
        (
            "Datenschutz",
            "Welche Daten wir speichern, wofür und wie lange.",
            [
                heading("Nutzung ohne Anmeldung"),
                paragraph("Zum Lesen brauchen Sie keinen Zugang und es werden keine Cookies gesetzt, die Sie wiedererkennen. Auf dem Portal sind keine Dienste Dritter eingebunden; Schriften und Bilder kommen von uns."),
                heading("Ihre Rechte"),
                paragraph("Sie können Auskunft, Berichtigung, Löschung und eine Kopie Ihrer Daten verlangen und sich bei der Aufsichtsbehörde des Landes beschweren. Schreiben Sie an kontakt@portal.example. Bitte stellen Sie niemals Patientendaten in Freitextfelder ein."),
            ],
        ),
        (
            "Privacy",
            "Which data we store, for what and how long.",
            [
                heading("Using the portal without an account"),
                paragraph("You need no account to read, and no cookies are set that would recognise you. No third-party services are embedded; fonts and pictures come from us."),
                heading("Your rights"),
                paragraph("You may ask for information, correction, erasure and a copy of your data, and complain to the state’s supervisory authority. Write to kontakt@portal.example. Please never put patient data into free text."),
            ],
        ),
    ),
    page(
        "barrierefreiheit", "accessibility",
        (
            "Erklärung zur Barrierefreiheit",
            "Stand der Vereinbarkeit mit den Anforderungen und ein Weg für Ihre Rückmeldung.",
            [
                paragraph("Diese Erklärung gilt für den öffentlichen Teil dieses Portals. Maßstab sind die Richtlinie (EU) 2016/2102, das Behindertengleichstellungsgesetz Nordrhein-Westfalen mit der BITVNRW sowie die EN 301 549, die auf die WCAG 2.1 in Stufe AA verweist. Zusätzlich richten wir uns nach den WCAG 2.2."),
                heading("Stand der Vereinbarkeit"),
                paragraph("Das Portal ist weitgehend mit den Anforderungen vereinbar. Die Prüfung erfolgte als Selbstbewertung mit automatischen Werkzeugen in beiden Sprachen, bei schmaler und breiter Anzeige sowie mit reiner Tastaturbedienung."),
                heading("Noch nicht barrierefreie Inhalte"),
                bullets("Von Einrichtungen hochgeladene PDF-Dokumente können unzureichend ausgezeichnet sein. Auf Wunsch liefern wir den Inhalt in anderer Form.", "Videos auf den Seiten anderer Veranstalter liegen außerhalb unseres Einflusses.", "Filme in Deutscher Gebärdensprache sind in Vorbereitung."),
                heading("Rückmeldung und Kontakt"),
                paragraph("Sind Ihnen Barrieren aufgefallen? Nutzen Sie das Formular „Barriere melden“ am Fuß jeder Seite, schreiben Sie an kontakt@portal.example oder rufen Sie an: +49 234 00555-110. Wir antworten in der Regel binnen zehn Werktagen."),
                heading("Durchsetzungsverfahren"),
                paragraph("Erhalten Sie innerhalb von sechs Wochen keine zufriedenstellende Antwort, können Sie sich an die Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen wenden. Das Verfahren ist kostenlos; ein Rechtsbeistand ist nicht nötig."),
                paragraph("Diese Erklärung wurde mit der Eröffnung des Portals erstellt und wird jährlich sowie bei wesentlichen Änderungen überprüft."),
            ],
        ),
        (
            "Accessibility statement",
            "How far we comply with the requirements, and a way to tell us.",
            [
                paragraph("This statement covers the public part of the portal. It is measured against Directive (EU) 2016/2102, the disability equality act of North Rhine-Westphalia with its BITVNRW regulation, and EN 301 549, which refers to WCAG 2.1 at level AA. We also follow WCAG 2.2."),
                heading("Compliance status"),
                paragraph("The portal complies with most of the requirements. This is our own assessment, made with automated tools in both languages, on narrow and wide displays and by keyboard alone."),
                heading("Content that is not yet accessible"),
                bullets("PDF documents uploaded by institutions may be tagged poorly. On request we provide the content in another form.", "Videos on the pages of other organisers are outside our control.", "Films in German Sign Language are being prepared."),
                heading("Feedback and contact"),
                paragraph("Have you come across barriers? Use the form “Report a barrier” at the foot of every page, write to kontakt@portal.example or ring +49 234 00555-110. We usually reply within ten working days."),
                heading("Enforcement procedure"),
                paragraph("If you do not get a satisfactory answer within six weeks, you may turn to the ombudsman’s office for accessible information technology of North Rhine-Westphalia. The procedure is free of charge and needs no lawyer."),
                paragraph("This statement was drawn up when the portal opened and is reviewed every year and after major changes."),
            ],
        ),
    ),
]
# fmt: on
