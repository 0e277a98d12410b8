"""For people whom the other pages do not reach."""

from portal.demo.content.pages.rows import bullets, heading, page, paragraph

# fmt: off
ACCESS = [
    page(
        "leichte-sprache", "easy-language",
        (
            "Leichte Sprache",
            "Was Sie auf dieser Internet-Seite finden. In einfachen Worten.",
            [
                heading("Worum geht es hier?"),
                paragraph("Diese Internet-Seite heißt: Transfer-Portal Ruhr."),
                paragraph("Hier arbeiten viele zusammen: Hochschulen, Kranken-Häuser und Firmen."),
                paragraph("Sie arbeiten an Medizin und an der Natur. Das Fach-Wort dafür ist: Lebens-Wissenschaften."),
                heading("Was können Sie hier machen?"),
                bullets("Sie können Neues lesen. Das steht unter: Aktuelles.", "Sie können zu Treffen kommen. Das steht unter: Veranstaltungen.", "Sie können Geräte leihen oder kaufen. Das steht unter: Marktplatz.", "Sie können Hilfe bekommen, wenn Sie eine Firma gründen."),
                heading("So finden Sie sich zurecht"),
                paragraph("Ganz oben ist das Menü. Dort stehen die Namen der Seiten. Klicken Sie auf einen Namen. Dann öffnet sich die Seite."),
                paragraph("Oben ist auch eine Suche. Schreiben Sie ein Wort hinein. Drücken Sie dann auf: Suchen."),
                paragraph("Sie können die Seite auch ohne Maus bedienen. Dafür brauchen Sie nur die Tastatur."),
                heading("Können alle die Seite gut benutzen?"),
                paragraph("Wir haben die Seite geprüft. Das meiste geht gut. Manche Dateien kann man noch nicht gut vorlesen lassen."),
                heading("Etwas geht nicht? Sagen Sie es uns."),
                paragraph("Schreiben Sie uns. Unten auf jeder Seite steht: Barriere melden. Oder rufen Sie an. Die Telefon-Nummer ist: 0234 00555-110. Wir antworten in 10 Tagen."),
                paragraph("Wir antworten nicht? Oder die Antwort hilft Ihnen nicht? Dann hilft die Ombuds-Stelle. Die Ombuds-Stelle ist beim Land Nordrhein-Westfalen. Die Hilfe kostet nichts."),
            ],
        ),
        (
            "Easy language",
            "What you find on this website. In simple words.",
            [
                heading("What is this about?"),
                paragraph("This website is called Transfer Portal Ruhr."),
                paragraph("Many work together here: universities, hospitals and companies."),
                paragraph("They work on medicine and on nature. The word for this is: life sciences."),
                heading("What can you do here?"),
                bullets("You can read what is new. Look under: News.", "You can come to meetings. Look under: Events.", "You can borrow or buy devices. Look under: Marketplace.", "You can get help when you start a company."),
                heading("How to find your way"),
                paragraph("The menu is at the top. It shows the names of the pages. Click on a name. Then the page opens."),
                paragraph("There is a search, too. Write a word. Then press: Search."),
                paragraph("You can use the website without a mouse. You only need the keyboard."),
                heading("Can everybody use the website?"),
                paragraph("We have checked the website. Most of it works well. Some files cannot be read aloud well yet."),
                heading("Something does not work? Tell us."),
                paragraph("Write to us. At the bottom of every page you find: Report a barrier. Or call us. The number is: +49 234 00555-110. We answer within 10 days."),
                paragraph("We do not answer? Or the answer does not help you? Then the ombudsman’s office helps. It belongs to the State of North Rhine-Westphalia. The help is free."),
            ],
        ),
    ),
    page(
        "barriere-melden", "report-a-barrier",
        (
            "Barriere melden",
            "Sie konnten etwas nicht lesen, hören oder bedienen? Sagen Sie es uns.",
            [paragraph("Wir antworten binnen zehn Werktagen. Eine E-Mail-Adresse brauchen wir nur, wenn Sie eine Antwort wünschen.")],
        ),
        (
            "Report a barrier",
            "Was there something you could not read, hear or use? Please tell us.",
            [paragraph("We answer within ten working days. We need an email address only if you would like an answer.")],
        ),
    ),
]
# fmt: on
