"""Chapters about what is not ours alone: pictures, people's data, money from the bank."""

from portal.demo.content.handbook.rows import chapter, says, steps, tip

# fmt: off
KEEPING = [
    chapter(
        "images",
        (
            "bilder-und-rechte", "Bilder und ihre Rechte", "Jedes Bild hat eine Beschreibung, einen Nachweis und jemanden, dem es gehört.",
            "Ein Bild mit Beschreibung, Bildnachweis und Fokuspunkt",
            [
                steps("Öffnen Sie <b>Inhalte → Bilder</b> und wählen Sie <b>Ein Bild hinzufügen</b>. Wählen Sie die <b>Sammlung</b>: Fotos oder Logos. Was im Handbuch liegt, wird beim Auswählen für eine Seite nicht angeboten.", "<b>Beschreibung</b>: Was ist zu sehen? Ein Satz genügt; er wird vorgelesen und sollte ohne „Bild von“ auskommen. Für Englisch gibt es ein eigenes Feld.", "<b>Bildnachweis</b>: Name und, wo nötig, Lizenz. Fragen Sie bei Fotos mit Menschen nach der Einwilligung und heben Sie sie auf.", "<b>Lizenz bis</b>: der letzte Tag, an dem wir es zeigen dürfen. Leer heißt ohne Ende.", "<b>Nur Schmuck</b> kreuzen Sie an, wenn das Bild nichts sagt, was nicht schon im Text steht.", "Der <b>Fokuspunkt (optional)</b> bleibt sichtbar, wenn das Bild für Karten und Telefone beschnitten wird."),
                says("<p>Ort und Kamera stehen oft unsichtbar in einer Fotodatei. Das Portal nimmt sie beim Hochladen heraus.</p><h2>Was abläuft, und wo es steht</h2><p><b>Berichte → Bilder: Rechte und Verwendung</b> nennt zu jedem Bild Nachweis, Lizenz und die Seiten, die es zeigen; was abgelaufen ist oder bald abläuft, steht oben. Tauschen Sie es auf diesen Seiten aus, ehe Sie es löschen.</p>"),
                tip("Ein Foto aus dem Netz ist kein freies Foto. Ohne schriftliche Erlaubnis oder Lizenz gehört es nicht ins Portal."),
            ],
        ),
        (
            "images-and-rights", "Images and their rights", "Every image has a description, a credit and somebody it belongs to.",
            "An image with description, credit and focal point",
            [
                steps("Open <b>Content → Images</b> and choose <b>Add an image</b>. Choose the <b>Collection</b>: photos (Fotos) or logos. What lies in that of the handbook is not offered when you choose an image for a page.", "<b>Description</b>: what can be seen? One sentence will do; it is read aloud and needs no “picture of”. English has a field of its own.", "<b>Credit</b>: the name and, where needed, the licence. For photos of people ask for their consent and keep it.", "<b>Licence until</b>: the last day on which we may show it. Empty means without an end.", "Tick <b>Decoration only</b> if the image says nothing that the text does not say.", "The <b>Focal point (optional)</b> stays visible when the image is cropped for cards and phones."),
                says("<p>A photo file often holds place and camera unseen. The portal takes them out when you upload.</p><h2>What expires, and where it stands</h2><p><b>Reports → Images: rights and use</b> tells the credit and licence of each image and the pages that show it; what has expired or soon will stands at the top. Replace it on these pages before you delete it.</p>"),
                tip("A photo from the web is no free photo. Without written permission or a licence it has no place on the portal."),
            ],
        ),
    ),
    chapter(
        "privacy",
        (
            "datenschutz", "Datenschutz im Alltag", "Was das Portal von selbst tut, und was Sie tun müssen.",
            "Was das Portal über eine Person weiß, und was eine Löschung mitnimmt",
            [
                says("<h2>Von selbst</h2><p>Namen von Gästen, Antworten auf Fragen und Formulare löscht das Portal, wenn ihre Zeit um ist. Die Seite <b>Datenschutz</b> nennt alle Fristen; sie entsteht aus den Regeln, die wirklich laufen. Ändern Sie eine Frist, ändert sich die Seite mit.</p><h2>Ihre Sache</h2>"),
                steps("Fragen Sie nur, was Sie brauchen. Jede Frage einer Veranstaltung nennt ihren Zweck; Angaben zu Gesundheit oder Ernährung kreuzen Sie als besondere Kategorie an, dann sind sie nach sieben Tagen weg.", "Wie lange Namen bleiben, steht in der Veranstaltung unter <b>Anmeldung</b>.", "Unter <b>Einstellungen → Geschäftsstelle und Impressum</b> stehen im Reiter <b>Fristen</b> die Tage, die für alle gelten.", "Listen mit Namen laden Sie nur herunter, wenn Sie sie brauchen, und löschen sie danach. Jeder Abruf steht im Protokoll unter <b>Berichte → Webseitenverlauf</b>."),
                says("<h2>Jemand will Auskunft oder Löschung</h2><p>Antworten Sie innerhalb eines Monats. Prüfen Sie zuerst, ob die Bitte von der Adresse kommt, um die es geht.</p>"),
                steps("Unter <b>Menschen → Daten einer Person</b> geben Sie die E-Mail-Adresse ein und drücken auf <b>Suchen</b>. Sie sehen, was das Portal über die Person weiß, was eine Löschung mitnimmt und was bleibt, warum und wie lange.", "Auskunft: Die Administration drückt auf <b>Als Datei herunterladen</b> und gibt die Datei ungelesen weiter. Darin steht alles: Konto, Anmeldungen, Buchungen, Bestellungen.", "Löschung: <b>Löschung beantragen</b>, mit dem Grund. Gelöscht wird noch nichts.", "Eine zweite Person öffnet den Antrag unter <b>Bisherige Anfragen</b>, sieht ihn durch und wählt <b>Freigeben: Daten endgültig löschen</b> oder lehnt ihn ab. Wer ihn gestellt hat, kann ihn nur zurücknehmen."),
                says("<p>Rechnungen und Zahlungen bleiben, solange das Gesetz es verlangt. Wer was getan hat, steht im Protokoll.</p>"),
                tip("Eine Panne, etwa eine Liste an die falsche Adresse? Sofort der oder dem Datenschutzbeauftragten melden: Die Frist beträgt 72 Stunden."),
            ],
        ),
        (
            "privacy", "Privacy day by day", "What the portal does by itself, and what you have to do.",
            "What the portal holds about a person, and what an erasure takes along",
            [
                says("<h2>By itself</h2><p>Names of guests, answers to questions and forms are deleted by the portal when their time is over. The page <b>Privacy</b> names all periods; it is made from the rules that really run. Change a period, and the page changes with it.</p><h2>Yours to do</h2>"),
                steps("Ask only what you need. Each question of an event names its purpose; tick details about health or diet as a special category, then they are gone after seven days.", "How long names stay is set in the event under <b>Registration</b>.", "Under <b>Settings → Office and imprint</b> the tab <b>Terms</b> has the days that hold for all.", "Download lists with names only if you need them, and delete them afterwards. Every download is logged under <b>Reports → Site history</b>."),
                says("<h2>Somebody asks for their data, or to be erased</h2><p>Answer within a month. First check whether the request comes from the address that it is about.</p>"),
                steps("Under <b>People → Data of a person</b> enter the email address and press <b>Find</b>. You see what the portal holds about the person, what an erasure takes along and what stays, why and how long.", "Their data: an administrator presses <b>Export as a file</b> and hands the file over unread. It holds everything: account, registrations, bookings, orders.", "Erasure: <b>Ask for the erasure</b>, with the reason. Nothing is erased yet.", "A second person opens the request under <b>Requests so far</b>, looks through it and chooses <b>Release: erase the person for good</b>, or declines it. Whoever made the request can only take it back."),
                says("<p>Invoices and payments stay as long as the law wants them. Who did what is logged.</p>"),
                tip("A mishap, such as a list to the wrong address? Tell the data protection officer at once: the term is 72 hours."),
            ],
        ),
    ),
    chapter(
        "transfers",
        (
            "ueberweisungen", "Überweisungen: viele auf einmal", "Mit dem Kontoauszug in fünf Minuten statt einer Stunde.",
            "Die erwarteten Überweisungen mit Feld für den Kontoauszug",
            [
                says("<p>Auf der ersten Seite der Verwaltung sehen Sie unter <b>Geld</b>, was <b>Offen</b>, überfällig und <b>Zu erstatten</b> ist, jeweils mit Summe.</p>"),
                steps("Laden Sie bei Ihrer Bank den Auszug als CAMT.053 (XML) oder CSV herunter.", "Unter <b>Zahlungen → Überweisungen</b> wählen Sie die Datei bei <b>Kontoauszug</b> und drücken auf <b>Auszug einlesen</b>. Der Auszug selbst wird nicht gespeichert; von dem, was Sie eintragen, merkt sich das Portal eine Zeit lang das Konto, damit eine Erstattung dorthin zurückfindet.", "Das Portal schlägt vor, was zusammengehört, und sagt warum: Referenz, Betrag, Name. Angekreuzt ist nur, was sicher ist. Sehen Sie sich den Rest selbst an.", "<b>Angekreuzte als eingegangen eintragen</b>. Die Wertstellung kommt aus dem Auszug, die Quittungen gehen von selbst hinaus."),
                says("<h2>Ohne Auszug</h2><p>Kreuzen Sie unter <b>Erwartet</b> an, was angekommen ist, und tragen Sie die <b>Wertstellung</b> ein.</p><h2>Versehen</h2><p>Öffnen Sie die Zahlung und wählen Sie <b>Diesen Eintrag zurücknehmen</b>. Sie nennen den Grund; wer eine Quittung bekam, erhält eine Berichtigung.</p>"),
                tip("Kam zu wenig oder zu viel an? Nicht ankreuzen, sondern nachfragen."),
            ],
        ),
        (
            "bank-transfers", "Bank transfers: many at once", "Five minutes with the bank statement instead of an hour.",
            "The awaited transfers with a field for the bank statement",
            [
                says("<p>On the first page of the admin, <b>Money</b> shows what is <b>Open</b>, overdue and <b>To be refunded</b>, each with its sum.</p>"),
                steps("Download the statement from your bank as CAMT.053 (XML) or CSV.", "Under <b>Payments → Transfers</b> choose the file at <b>Bank statement</b> and press <b>Read the statement</b>. The statement itself is not stored; of what you enter the portal keeps the account for a while, so that a refund finds its way back.", "The portal proposes what belongs together and says why: reference, amount, name. Only what is certain is ticked. Look at the rest yourself.", "<b>Enter the ticked ones as received</b>. The value date comes from the statement, the receipts go out by themselves."),
                says("<h2>Without a statement</h2><p>Tick under <b>Awaited</b> what has arrived, and enter the <b>Value date</b>.</p><h2>Mistakes</h2><p>Open the payment and choose <b>Undo this entry</b>. You give the reason; whoever had a receipt gets a correction.</p>"),
                tip("Too little or too much? Do not tick it, ask first."),
            ],
        ),
    ),
    chapter(
        "month",
        (
            "monatsabschluss", "Erstattungen und Monatsabschluss", "Zu zweit erstatten, die Datei für die Bank, der Monat am Ende.",
            "Der Arbeitsplatz der Finanzstelle mit dem, was heute wartet",
            [
                says("<p>Unter <b>Berichte → Finanzen: heute und in Zahlen</b> steht zuerst, was heute wartet, darunter, was je Monat, Projekt und Empfänger eingegangen ist. Jede Zahl führt zu ihren Zahlungen.</p><h2>Per Überweisung erstatten</h2>"),
                steps("Öffnen Sie <b>Per Überweisung erstatten</b>. Kam das Geld mit einem Kontoauszug, ist das Konto schon da; sonst wählen Sie <b>Konto eintragen</b>.", "Große Erstattungen brauchen zwei Personen: Eine schlägt vor, eine andere gibt frei. Ab welchem Betrag, sagt die Seite.", "Kreuzen Sie an, was abgehen soll, und drücken Sie auf <b>Datei für die Bank erstellen</b>. Die SEPA-Datei laden Sie bei Ihrer Bank hoch.", "Stehen die Überweisungen auf dem Auszug, bestätigen Sie die Datei. Erst dann erfahren es die Zahlenden."),
                says("<h2>Der Monat am Ende</h2>"),
                steps("Unter <b>Monate abschließen</b> sehen Sie, was bis zum Ende eines Monats noch offen ist.", "Was anzusehen ist, erledigen Sie zuerst. Muss der Monat trotzdem zu, nennen Sie den Grund.", "Danach wird darin nichts mehr eingetragen, und <b>Buchungen für die Steuerberatung</b> gibt für diesen Monat immer dieselbe Datei aus. Wieder öffnen kann ihn nur die Administration, mit Begründung."),
                tip("Was bis wann aufbewahrt wird, steht unter <b>Berichte → Archiv der Finanzstelle</b>: Belege acht Jahre, Bücher zehn."),
            ],
        ),
        (
            "month-end", "Refunds and the end of the month", "Paying back with two people, the file for the bank, closing the month.",
            "The desk of finance with what waits today",
            [
                says("<p><b>Reports → Finance: today and figures</b> shows first what waits today, then what was received per month, project and payee. Every figure leads to its payments.</p><h2>Paying back by bank transfer</h2>"),
                steps("Open <b>Pay back by bank transfer</b>. If the money came with a bank statement, the account is there already; otherwise choose <b>Enter the account</b>.", "Large refunds take two people: one proposes, another releases. The page says from which amount on.", "Tick what shall leave and press <b>Make the file for the bank</b>. Upload the SEPA file at your bank.", "When the transfers stand on the statement, confirm the file. Only then are the payers told."),
                says("<h2>The end of the month</h2>"),
                steps("<b>Close months</b> shows what is still open until the end of a month.", "Settle first what has to be looked at. If the month must be closed nevertheless, give the reason.", "After that nothing is entered in it any more, and <b>Bookings for the tax adviser</b> hands out the same file for this month every time. Only an administrator can reopen it, with a reason."),
                tip("What is kept until when stands under <b>Reports → Archive of finance</b>: vouchers eight years, books ten."),
            ],
        ),
    ),
    chapter(
        "disputes",
        (
            "rueckbuchungen", "Rückbuchungen und Unklarheiten", "Wenn eine Bank Geld zurückholt oder etwas nicht zusammenpasst.",
            "Die Liste der Zahlungen mit der Spalte „Zu prüfen“",
            [
                says("<p>Was das Portal nicht allein entscheiden kann, legt es Ihnen vor: in einem Schreiben und in der Liste unter <b>Zahlungen</b> in der Spalte <b>Zu prüfen</b>.</p>"),
                steps("Filtern Sie die Liste nach <b>zu prüfen</b> und öffnen Sie die Zahlung. Der Grund steht dabei, zum Beispiel: bestritten, anderer Betrag, zweimal bezahlt.", "Bestreitet jemand eine Zahlung, antworten Sie im Stripe-Dashboard mit Belegen: Anmeldung, Quittung, Teilnahme. Die Frist dort ist kurz, meist sieben Tage.", "Gewinnen Sie, gilt die Zahlung wieder. Verlieren Sie, ist sie zurückgeholt; der Platz bleibt, bis die Veranstaltungsleitung entscheidet.", "Ist alles geklärt, drücken Sie bei der Zahlung auf <b>Geprüft und erledigt</b>."),
                says("<p>Nachrichten, die zu keiner Zahlung gehören, stehen unter <b>Zahlungen → Nachrichten von Stripe ohne Zahlung</b>.</p>"),
                tip("Zahlen Sie eine bestrittene Zahlung nie selbst zurück: Sonst ist das Geld zweimal weg."),
            ],
        ),
        (
            "disputes", "Disputes and unclear payments", "When a bank takes money back or something does not fit.",
            "The list of payments with the column “To be looked at”",
            [
                says("<p>What the portal cannot decide by itself it puts before you: in a letter, and in the list under <b>Payments</b> in the column <b>To be looked at</b>.</p>"),
                steps("Filter the list by <b>to be looked at</b> and open the payment. It tells the reason, for example: disputed, another amount, paid twice.", "If somebody disputes a payment, answer in the dashboard of Stripe with proof: registration, receipt, attendance. The term there is short, mostly seven days.", "If you win, the payment holds again. If you lose, it is taken back; the seat stays until whoever runs the event decides.", "When all is settled, press <b>Looked at and settled</b> with the payment."),
                says("<p>Messages that belong to no payment stand under <b>Payments → Messages of Stripe without a payment</b>.</p>"),
                tip("Never pay back a disputed payment yourself: the money would be gone twice."),
            ],
        ),
    ),
]
# fmt: on
