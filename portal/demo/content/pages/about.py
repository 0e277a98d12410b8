"""Who we are, how it works, how to join."""

from portal.demo.content.pages.rows import bullets, heading, page, paragraph

# fmt: off
ABOUT = [
    page(
        "ueber-uns", "about",
        (
            "Über uns",
            "Der Kompetenzverbund Life Sciences.Ruhr verbindet Labore, Kliniken und Betriebe zwischen Ruhr und Lippe.",
            [
                paragraph("Die Region hat eine lange Geschichte mit Medizin: Der Bergbau brachte Unfallkliniken und Knappschaften hervor, aus denen Forschung wurde. Heute liegen Hochschulen, Kliniken und mittelständische Unternehmen so dicht beieinander wie in kaum einer anderen Gegend Europas. Ihr Austausch geschieht trotzdem nicht von selbst."),
                paragraph("Der Verbund wird vom BioIndustry e.V. getragen. Er ist aus dem Projekt KLIC.Ruhr hervorgegangen, das von 2019 bis 2023 vier Technologiezentren vernetzt hat, und setzt seine Arbeit in KLIC.2.go fort. Die Geschäftsstelle beantwortet Anfragen, baut die Kataster auf und organisiert Veranstaltungen."),
                heading("Was wir tun"),
                bullets("Freie Gerätezeit sichtbar und buchbar machen", "Gebrauchte Geräte weitergeben statt entsorgen", "Gründungen zu den richtigen Menschen bringen", "Partnerschaften zwischen Kliniken und Industrie vorbereiten"),
                {"type": "people", "people": ["miriam-osthoff", "emre-yildirim", "johanna-brinkmann"]},
                {"type": "funding", "project": "klic-2-go"},
            ],
        ),
        (
            "About us",
            "The Life Sciences.Ruhr competence network connects laboratories, hospitals and companies between the Ruhr and the Lippe.",
            [
                paragraph("The region has a long history with medicine: mining produced accident hospitals and miners’ insurance funds, and from them came research. Today universities, hospitals and medium-sized companies lie as close together as in few other parts of Europe. Even so, their exchange does not happen by itself."),
                paragraph("The network is run by BioIndustry e.V. It grew out of the KLIC.Ruhr project, which linked four technology centres from 2019 to 2023, and continues its work in KLIC.2.go. The office answers enquiries, builds the registers and organises events."),
                heading("What we do"),
                bullets("Make free equipment time visible and bookable", "Pass on used equipment instead of scrapping it", "Bring founders to the right people", "Prepare partnerships between hospitals and industry"),
                {"type": "people", "people": ["miriam-osthoff", "emre-yildirim", "johanna-brinkmann"]},
                {"type": "funding", "project": "klic-2-go"},
            ],
        ),
        "menu", picture=("skyline_ruhr", 71),
    ),
    page(
        "so-funktioniert-es", "how-it-works",
        (
            "So funktioniert es für Einrichtungen",
            "In vier Schritten vom ungenutzten Gerät zur fairen Nutzung.",
            [
                heading("1. Einrichtung anlegen"),
                paragraph("Die Geschäftsstelle prüft Ihren Antrag und richtet Ihre Einrichtung ein. Danach laden Sie selbst Kolleginnen und Kollegen ein, als Mitglied oder als Verwaltung."),
                heading("2. Angebot einstellen"),
                paragraph("Sie beschreiben, was Ihr Gerät kann und was nicht, wer es nutzen darf, ob eine Einweisung nötig ist und was die Stunde kostet. Bei Verkauf, Leihe und Schenkung kommen die Freigabepapiere hinzu. Die Geschäftsstelle liest alles einmal gegen."),
                heading("3. Anfragen beantworten"),
                paragraph("Anfragen erreichen Sie per E-Mail. Sie nehmen an oder lehnen mit einem Satz ab; was nicht beantwortet wird, verfällt. Doppelte Buchungen sind ausgeschlossen."),
                heading("4. Abrechnen"),
                paragraph("Die Rechnung stellen Sie selbst, nach Ihrer eigenen Preisliste. Verkäufe können Sie über die Zahlungsseite des Portals abwickeln. Der Verbund ist nie Vertragspartei."),
                {"type": "call_to_action", "label": "Angebot einstellen", "target": "marketplace:offer", "text": "Sie brauchen dafür einen Zugang Ihrer Einrichtung."},
            ],
        ),
        (
            "How it works for institutions",
            "Four steps from an idle device to fair use.",
            [
                heading("1. Set up your institution"),
                paragraph("The office checks your request and sets up your institution. After that you invite colleagues yourself, as members or managers."),
                heading("2. Offer something"),
                paragraph("You describe what your device can and cannot do, who may use it, whether a briefing is needed and what an hour costs. Sale, loan and gift add the release papers. The office reads everything once more."),
                heading("3. Answer requests"),
                paragraph("Requests reach you by email. You accept or decline with a sentence; what goes unanswered lapses. Double booking cannot happen."),
                heading("4. Settle accounts"),
                paragraph("You issue the invoice yourself, by your own price list. Sales can be paid through the portal’s payment page. The network is never a party to the contract."),
                {"type": "call_to_action", "label": "Offer something", "target": "marketplace:offer", "text": "You need your institution’s account for this."},
            ],
        ),
        parent="ueber-uns", place="menu", picture=("network", 72),
    ),
    page(
        "fuer-gruendungen", "for-founders",
        (
            "Gründen",
            "Von der ersten Frage bis zum ersten Labor: Wer Ihnen wobei hilft.",
            [
                paragraph("Gründungen in der Medizin brauchen Fachleute, die es in keinem Telefonbuch gibt. Nennen Sie uns Ihr Thema; wir bringen Sie binnen zwei Werktagen mit jemandem zusammen, der es schon einmal gelöst hat. Ein erstes Gespräch kostet nichts."),
                heading("Wobei wir helfen"),
                bullets(
                    "Schutzrechte: anmelden, recherchieren, verhandeln (Dr. jur. Vera Holtkamp)",
                    "Zulassung: Medizinprodukte und Diagnostika, MDR und IVDR (Carolin Haas)",
                    "Biologische Sicherheit: Einstufung, Anzeigen, Unterweisung (Dr. Annika Wessel)",
                    "Finanzierung: Förderung, Beteiligung, Finanzplan (Moritz Grewe)",
                    "Förderprogramme der Region (Tanja Overbeck)",
                    "Laborfläche: Plätze, Labore, Reinräume (Leyla Aksoy, Sabine Król)",
                ),
                {"type": "people", "people": ["vera-holtkamp", "carolin-haas", "annika-wessel", "moritz-grewe"]},
                {"type": "call_to_action", "label": "Coaching-Termin aussuchen", "text": "Eine Stunde unter vier Augen, für Gründungen kostenfrei: Schutzrechte, Finanzplan, Förderung.", "target": "coaching:slots"},
                heading("Ausstattung ohne Anschaffung"),
                paragraph("Buchen Sie Geräte stundenweise, leihen Sie für Monate oder holen Sie sich Gebrauchtes. Viele Einrichtungen räumen Gründungen Sonderkonditionen ein."),
                {"type": "newest_listings", "count": 4},
            ],
        ),
        (
            "Start-ups",
            "From the first question to the first laboratory: who helps you with what.",
            [
                paragraph("Start-ups in medicine need specialists who are in no telephone book. Name your topic, and within two working days we bring you together with someone who has solved it before. A first conversation costs nothing."),
                heading("What we help with"),
                bullets(
                    "Property rights: filing, searching, negotiating (Dr. jur. Vera Holtkamp)",
                    "Approval: medical devices and diagnostics, MDR and IVDR (Carolin Haas)",
                    "Biosafety: classification, notifications, instruction (Dr. Annika Wessel)",
                    "Finance: grants, equity, financial plan (Moritz Grewe)",
                    "The region’s funding programmes (Tanja Overbeck)",
                    "Laboratory space: benches, laboratories, cleanrooms (Leyla Aksoy, Sabine Król)",
                ),
                {"type": "people", "people": ["vera-holtkamp", "carolin-haas", "annika-wessel", "moritz-grewe"]},
                {"type": "call_to_action", "label": "Choose a coaching time", "text": "An hour in private, free of charge for founders: property rights, financial plan, funding.", "target": "coaching:slots"},
                heading("Equipment without buying"),
                paragraph("Book devices by the hour, borrow for months, or take something second-hand. Many institutions give start-ups special terms."),
                {"type": "newest_listings", "count": 4},
            ],
        ),
        "menu", picture=("microscope", 73),
    ),
    page(
        "mitmachen", "join",
        (
            "Mitmachen",
            "Werden Sie Mitglied im Verbund oder arbeiten Sie in einer Sektion mit.",
            [
                paragraph("Beantworten Sie ein paar Fragen. Ihre Angaben erreichen die Geschäftsstelle oder die Ansprechperson der gewählten Sektion; wir melden uns binnen fünf Werktagen."),
                paragraph("Als Mitglied können Sie Angebote einstellen, in Sektionen mitbestimmen und an geschlossenen Veranstaltungen teilnehmen. Über Beiträge sprechen wir nach Größe Ihrer Einrichtung."),
            ],
        ),
        (
            "Join",
            "Become a member of the network or take part in a section.",
            [
                paragraph("Please answer a few questions. Your answers go to the office or to the contact of the section you choose; we reply within five working days."),
                paragraph("Members can publish offers, have a say in sections and attend closed events. Fees depend on the size of your institution."),
            ],
        ),
        "menu",
    ),
    page(
        "kontakt", "contact",
        (
            "Kontakt",
            "Wen Sie fragen können, wann wir da sind und wie Sie zu uns kommen.",
            [
                heading("Wer Ihnen weiterhilft"),
                {"type": "people", "people": ["miriam-osthoff", "emre-yildirim", "johanna-brinkmann", "david-okafor"]},
                heading("Wann Sie uns erreichen"),
                bullets("Montag bis Donnerstag, 9:00–16:00 Uhr", "Freitag, 9:00–13:00 Uhr", "Auf E-Mails antworten wir binnen zwei Werktagen."),
                heading("So kommen Sie zu uns"),
                paragraph("Das Büro liegt am Wissenschaftspark in Bochum, Haus B, erstes Obergeschoss. Ein Aufzug und eine barrierefreie Toilette sind im Haus, die Türen öffnen sich auf Knopfdruck."),
                bullets("Mit Bahn und Bus: ab Bochum Hauptbahnhof mit der Stadtbahn in zehn Minuten, vier Minuten Fußweg von der Haltestelle", "Mit dem Rad: überdachte Ständer vor Haus B, zwei davon mit Strom", "Mit dem Auto: Parkhaus am Wissenschaftspark, die ersten zwei Stunden kostenfrei; zwei Plätze für Menschen mit Behinderung vor der Tür"),
                heading("In Gebärdensprache"),
                bullets("Über einen Vermittlungsdienst für Gehörlose unter +49 234 00555-110", "In einem Videogespräch mit Dolmetschung nach Absprache", "Für unsere Veranstaltungen bestellen wir auf Wunsch eine Dolmetscherin oder einen Dolmetscher. Schreiben Sie uns bitte drei Wochen vorher; Ihnen entstehen keine Kosten."),
                {"type": "call_to_action", "label": "Mitglied werden", "text": "Sie möchten im Verbund mitarbeiten oder etwas anbieten?", "target": "mitmachen"},
            ],
        ),
        (
            "Contact",
            "Whom you can ask, when we are here and how to get to us.",
            [
                heading("Who can help you"),
                {"type": "people", "people": ["miriam-osthoff", "emre-yildirim", "johanna-brinkmann", "david-okafor"]},
                heading("When to reach us"),
                bullets("Monday to Thursday, 9:00–16:00", "Friday, 9:00–13:00", "We reply to email within two working days."),
                heading("How to get to us"),
                paragraph("The office is at the science park in Bochum, building B, first floor. There is a lift and an accessible toilet, and the doors open at the push of a button."),
                bullets("By train and bus: ten minutes by light rail from Bochum main station, then a four-minute walk from the stop", "By bike: covered racks in front of building B, two of them with a power socket", "By car: multi-storey car park at the science park, the first two hours free of charge; two spaces for disabled visitors at the door"),
                heading("In sign language"),
                bullets("Through a relay service for deaf people at +49 234 00555-110", "In a video call with an interpreter, by appointment", "For our own events we book an interpreter on request. Please write to us three weeks ahead; it costs you nothing."),
                {"type": "call_to_action", "label": "Become a member", "text": "Would you like to work with us or offer something?", "target": "mitmachen"},
            ],
        ),
    ),
    page(
        "foerderung", "funding",
        (
            "Förderung",
            "Wer dieses Portal möglich macht.",
            [
                paragraph("Das Portal ist im Projekt KLIC.2.go entstanden. Es wird aus Mitteln des Europäischen Fonds für regionale Entwicklung und vom Land Nordrhein-Westfalen gefördert. Veranstaltungen und Angebote, die mit diesen Mitteln entstanden sind, tragen einen Hinweis."),
                {"type": "funding", "project": "klic-2-go"},
            ],
        ),
        (
            "Funding",
            "Who makes this portal possible.",
            [
                paragraph("This portal was built in the KLIC.2.go project. It is funded by the European Regional Development Fund and by the State of North Rhine-Westphalia. Events and listings that came from this money carry a note."),
                {"type": "funding", "project": "klic-2-go"},
            ],
        ),
    ),
]
# fmt: on
