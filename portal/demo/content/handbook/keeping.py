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
                steps("Öffnen Sie <b>Inhalte → Bilder</b> und wählen Sie <b>Ein Bild hinzufügen</b>.", "<b>Beschreibung</b>: Was ist zu sehen? Ein Satz genügt; er wird vorgelesen und sollte ohne „Bild von“ auskommen. Für Englisch gibt es ein eigenes Feld.", "<b>Bildnachweis</b>: Name und, wo nötig, Lizenz. Fragen Sie bei Fotos mit Menschen nach der Einwilligung und heben Sie sie auf.", "<b>Nur Schmuck</b> kreuzen Sie an, wenn das Bild nichts sagt, was nicht schon im Text steht.", "Der <b>Fokuspunkt (optional)</b> bleibt sichtbar, wenn das Bild für Karten und Telefone beschnitten wird."),
                says("<p>Ort und Kamera stehen oft unsichtbar in einer Fotodatei. Das Portal nimmt sie beim Hochladen heraus. Wo ein Bild gebraucht wird, sehen Sie beim Bild selbst; ehe Sie es löschen, tauschen Sie es dort aus.</p>"),
                tip("Ein Foto aus dem Netz ist kein freies Foto. Ohne schriftliche Erlaubnis oder Lizenz gehört es nicht ins Portal."),
            ],
        ),
        (
            "images-and-rights", "Images and their rights", "Every image has a description, a credit and somebody it belongs to.",
            "An image with description, credit and focal point",
            [
                steps("Open <b>Content → Images</b> and choose <b>Add an image</b>.", "<b>Description</b>: what can be seen? One sentence will do; it is read aloud and needs no “picture of”. English has a field of its own.", "<b>Credit</b>: the name and, where needed, the licence. For photos of people ask for their consent and keep it.", "Tick <b>Decoration only</b> if the image says nothing that the text does not say.", "The <b>Focal point (optional)</b> stays visible when the image is cropped for cards and phones."),
                says("<p>A photo file often holds place and camera unseen. The portal takes them out when you upload. Where an image is used you see with the image itself; replace it there before you delete it.</p>"),
                tip("A photo from the web is no free photo. Without written permission or a licence it has no place on the portal."),
            ],
        ),
    ),
    chapter(
        "privacy",
        (
            "datenschutz", "Datenschutz im Alltag", "Was das Portal von selbst tut, und was Sie tun müssen.",
            "Der Reiter mit den Fristen in den Einstellungen der Geschäftsstelle",
            [
                says("<h2>Von selbst</h2><p>Namen von Gästen, Antworten auf Fragen und Formulare löscht das Portal, wenn ihre Zeit um ist. Die Seite <b>Datenschutz</b> nennt alle Fristen; sie entsteht aus den Regeln, die wirklich laufen. Ändern Sie eine Frist, ändert sich die Seite mit.</p><h2>Ihre Sache</h2>"),
                steps("Fragen Sie nur, was Sie brauchen. Jede Frage einer Veranstaltung nennt ihren Zweck; Angaben zu Gesundheit oder Ernährung kreuzen Sie als besondere Kategorie an, dann sind sie nach sieben Tagen weg.", "Wie lange Namen bleiben, steht in der Veranstaltung unter <b>Anmeldung</b>.", "Unter <b>Einstellungen → Geschäftsstelle und Impressum</b> stehen im Reiter <b>Fristen</b> die Tage, die für alle gelten.", "Listen mit Namen laden Sie nur herunter, wenn Sie sie brauchen, und löschen sie danach. Jeder Abruf steht im Protokoll unter <b>Berichte → Webseitenverlauf</b>."),
                says("<h2>Jemand will Auskunft oder Löschung</h2><p>Antworten Sie innerhalb eines Monats. Prüfen Sie zuerst, ob die Bitte von der Adresse kommt, um die es geht. Auskunft und Löschung umfassen alles: Konto, Anmeldungen, Buchungen, Bestellungen. Rechnungen und Zahlungen bleiben, solange das Gesetz es verlangt.</p>"),
                tip("Eine Panne, etwa eine Liste an die falsche Adresse? Sofort der oder dem Datenschutzbeauftragten melden: Die Frist beträgt 72 Stunden."),
            ],
        ),
        (
            "privacy", "Privacy day by day", "What the portal does by itself, and what you have to do.",
            "The tab with the terms in the settings of the office",
            [
                says("<h2>By itself</h2><p>Names of guests, answers to questions and forms are deleted by the portal when their time is over. The page <b>Privacy</b> names all periods; it is made from the rules that really run. Change a period, and the page changes with it.</p><h2>Yours to do</h2>"),
                steps("Ask only what you need. Each question of an event names its purpose; tick details about health or diet as a special category, then they are gone after seven days.", "How long names stay is set in the event under <b>Registration</b>.", "Under <b>Settings → Office and imprint</b> the tab <b>Terms</b> has the days that hold for all.", "Download lists with names only if you need them, and delete them afterwards. Every download is logged under <b>Reports → Site history</b>."),
                says("<h2>Somebody asks for their data, or to be erased</h2><p>Answer within a month. First check whether the request comes from the address that it is about. Both cover everything: account, registrations, bookings, orders. Invoices and payments stay as long as the law wants them.</p>"),
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
                steps("Laden Sie bei Ihrer Bank den Auszug als CAMT.053 (XML) oder CSV herunter.", "Unter <b>Zahlungen → Überweisungen</b> wählen Sie die Datei bei <b>Kontoauszug</b> und drücken auf <b>Auszug einlesen</b>. Gespeichert wird dabei nichts.", "Das Portal schlägt vor, was zusammengehört, und sagt warum: Referenz, Betrag, Name. Angekreuzt ist nur, was sicher ist. Sehen Sie sich den Rest selbst an.", "<b>Angekreuzte als eingegangen eintragen</b>. Die Wertstellung kommt aus dem Auszug, die Quittungen gehen von selbst hinaus."),
                says("<h2>Ohne Auszug</h2><p>Kreuzen Sie unter <b>Erwartet</b> an, was angekommen ist, und tragen Sie die <b>Wertstellung</b> ein.</p><h2>Versehen</h2><p>Öffnen Sie die Zahlung und wählen Sie <b>Diesen Eintrag zurücknehmen</b>. Sie nennen den Grund; wer eine Quittung bekam, erhält eine Berichtigung.</p>"),
                tip("Kam zu wenig oder zu viel an? Nicht ankreuzen, sondern nachfragen."),
            ],
        ),
        (
            "bank-transfers", "Bank transfers: many at once", "Five minutes with the bank statement instead of an hour.",
            "The awaited transfers with a field for the bank statement",
            [
                says("<p>On the first page of the admin, <b>Money</b> shows what is <b>Open</b>, overdue and <b>To be refunded</b>, each with its sum.</p>"),
                steps("Download the statement from your bank as CAMT.053 (XML) or CSV.", "Under <b>Payments → Transfers</b> choose the file at <b>Bank statement</b> and press <b>Read the statement</b>. Nothing is stored by that.", "The portal proposes what belongs together and says why: reference, amount, name. Only what is certain is ticked. Look at the rest yourself.", "<b>Enter the ticked ones as received</b>. The value date comes from the statement, the receipts go out by themselves."),
                says("<h2>Without a statement</h2><p>Tick under <b>Awaited</b> what has arrived, and enter the <b>Value date</b>.</p><h2>Mistakes</h2><p>Open the payment and choose <b>Undo this entry</b>. You give the reason; whoever had a receipt gets a correction.</p>"),
                tip("Too little or too much? Do not tick it, ask first."),
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
