"""Chapters about listings, people, money and numbers."""

from portal.demo.content.handbook.rows import chapter, says, steps, tip

# fmt: off
HANDLING = [
    chapter(
        "release",
        (
            "angebot-freigeben", "Ein Angebot freigeben", "Einrichtungen stellen Geräte ein, Sie schauen einmal darüber.",
            "Die Warteschlange der Angebote, die auf Freigabe warten",
            [
                steps("Auf der Startseite der Verwaltung und unter <b>Marktplatz → Wartet auf Freigabe</b> stehen die Angebote, das dringendste zuerst.", "Sehen Sie sich die Vorschau an, so wie die Besucherinnen sie sehen werden, auf Deutsch und Englisch.", "Stimmen Titel, Preis und Ansprechperson? Bei Verkauf und Schenkung: Sind die Unterlagen vollständig, vor allem die Dekontamination?", "<b>Freigeben</b>, oder <b>Zurückgeben</b> mit einem Satz, was fehlt. Die Einrichtung bekommt ihn per Schreiben."),
                tip("Geben Sie zügig Antwort: Auch ein „noch nicht, bitte das Baujahr ergänzen“ hilft der Einrichtung weiter."),
            ],
        ),
        (
            "release-a-listing", "Release a listing", "Institutions put up devices, you take one look.",
            "The queue of listings that wait for release",
            [
                steps("On the first page of the admin and under <b>Marketplace → Waiting for release</b> you find the listings, the most urgent first.", "Look at the preview as visitors will see it, in German and English.", "Are title, price and contact right? For sales and gifts: are the papers complete, above all the decontamination?", "<b>Release</b>, or <b>Send back</b> with a sentence about what is missing. The institution gets it by letter."),
                tip("Answer quickly: even “not yet, please add the year it was built” helps the institution."),
            ],
        ),
    ),
    chapter(
        "outside",
        (
            "extern-freigeben-lassen", "Jemanden von außen um Freigabe bitten", "Für Partner, die etwas absegnen sollen, aber kein Konto haben.",
            "Die Seite eines Angebots in der Warteschlange mit dem Knopf für Externe",
            [
                steps("Öffnen Sie die Seite in der Freigabe oder das Angebot in der Warteschlange.", "Wählen Sie <b>Extern um Freigabe bitten</b>. Tragen Sie Name, E-Mail-Adresse und Sprache ein.", "Die Person bekommt einen Link zur Vorschau und kann zustimmen oder einen Kommentar schreiben. Mehr sieht sie nicht.", "Sie bekommen die Antwort per Schreiben. Der Link gilt 14 Tage, und Sie können ihn jederzeit zurückziehen."),
                tip("Die Zustimmung gibt nur frei, was Sie selbst freigeben dürften. Prüfen Sie vorher, ob die Adresse stimmt."),
            ],
        ),
        (
            "ask-somebody-outside", "Ask somebody outside for approval", "For partners who have to agree, but have no account.",
            "A listing in the queue with the button for people outside",
            [
                steps("Open the page in moderation or the listing in the queue.", "Choose <b>Ask somebody outside</b>. Enter name, email address and language.", "The person gets a link to the preview and may approve or comment. They see nothing else.", "You get the answer by letter. The link is valid for 14 days, and you can withdraw it at any time."),
                tip("The approval releases only what you may release yourself. Check the address before you send."),
            ],
        ),
    ),
    chapter(
        "institution",
        (
            "einrichtung-pruefen", "Eine Einrichtung prüfen", "Wer anbieten will, muss bekannt sein.",
            "Die Liste der Einrichtungen mit den Spalten geprüft und sichtbar",
            [
                says("<p>Trägt sich eine neue Einrichtung ein, bekommen Sie ein Schreiben. Erst wenn sie geprüft ist, kann sie Angebote einreichen.</p>"),
                steps("Öffnen Sie den Link im Schreiben oder <b>Menschen → Einrichtungen</b>.", "Gibt es die Einrichtung? Passen Website, Anschrift und die E-Mail-Adresse der Person zusammen?", "Im Zweifel rufen Sie an, und zwar unter der Nummer von der Website, nicht aus dem Formular.", "<b>Einrichtung als geprüft kennzeichnen</b>. Die Person bekommt Bescheid."),
                says("<p>Wer niemanden mehr erreicht, steht unter <b>Berichte → Kontakte, die nicht stimmen</b>.</p>"),
            ],
        ),
        (
            "verify-an-institution", "Verify an institution", "Whoever wants to offer must be known.",
            "The list of institutions with the columns verified and visible",
            [
                says("<p>When a new institution is entered, you get a letter. Only after it is verified can it submit listings.</p>"),
                steps("Open the link in the letter or <b>People → Institutions</b>.", "Does the institution exist? Do website, address and the person’s email address belong together?", "If in doubt, ring them, using the number from the website and not from the form.", "<b>Verify the institution</b>. The person is told."),
                says("<p>Contacts that reach nobody stand under <b>Reports → Broken contacts</b>.</p>"),
            ],
        ),
    ),
    chapter(
        "payment",
        (
            "zahlung-und-erstattung", "Zahlung und Erstattung", "Für die Finanzstelle: Geld, das kommt, und Geld, das zurückgeht.",
            "Die Liste der Zahlungen mit Zeichen, Betrag und Stand",
            [
                says("<p>Kartenzahlungen verbucht das Portal selbst. Bei Überweisungen helfen Sie mit.</p>"),
                steps("Suchen Sie unter <b>Zahlungen</b> nach dem Zeichen von der Überweisung, zum Beispiel TP-000123.", "Stimmt der Betrag, öffnen Sie die Zahlung und wählen <b>Die Überweisung ist eingegangen</b>. Der Platz ist damit fest, die Quittung geht hinaus.", "Ist eine Erstattung fällig, nennt die Zahlung den Weg: Kartenzahlungen gehen über Stripe zurück, Überweisungen überweisen Sie und bestätigen es dort."),
                tip("Kam weniger oder mehr an als erwartet? Dann nichts eintragen, sondern zuerst nachfragen. Ein falscher Eintrag lässt sich zurücknehmen, aber die Quittung ist dann schon unterwegs."),
            ],
        ),
        (
            "payment-and-refund", "Payment and refund", "For Finance: money that comes, and money that goes back.",
            "The list of payments with reference, amount and state",
            [
                says("<p>The portal enters card payments by itself. With bank transfers you help.</p>"),
                steps("Search <b>Payments</b> for the reference of the transfer, for example TP-000123.", "If the amount is right, open the payment and choose <b>The transfer has arrived</b>. The seat is then certain, and the receipt goes out.", "If a refund is due, the payment names the way: card payments go back through Stripe, transfers you transfer back and confirm it there."),
                tip("Less or more than expected? Then enter nothing and ask first. A wrong entry can be undone, but by then the receipt is on its way."),
            ],
        ),
    ),
    chapter(
        "withdrawal",
        (
            "widerruf", "Ein Widerruf", "Wenn eine Privatperson einen Vertrag widerruft.",
            "Die Liste der Widerrufe mit Vertrag, Name, Eingang und Stand",
            [
                says("<p>Unter „Vertrag widerrufen“ am Ende jeder Seite kann jede Privatperson 14 Tage lang widerrufen, was sie gekauft oder gebucht hat. Die Eingangsbestätigung geht sofort hinaus. Sind Nummer und E-Mail-Adresse eindeutig und läuft die Frist noch, beendet das Portal den Vertrag selbst; die Finanzstelle findet das Geld unter „Zahlungen → zu erstatten“.</p>"),
                steps("Alles andere steht auf der Startseite unter <b>Zu entscheidende Widerrufe</b>. Öffnen Sie den Widerruf.", "Welcher Vertrag ist gemeint? Steht keiner dabei, suchen Sie unter „Zahlungen“ nach Name und E-Mail-Adresse.", "Besteht das Recht, wählen Sie <b>Ausführen</b> und geben die Nummer ein. Der Vertrag endet ohne Gebühr, das Geld wird zur Erstattung fällig.", "Besteht es nicht, wählen Sie <b>Ablehnen</b> und nennen den gesetzlichen Grund. Die Person liest ihn in unserem Schreiben."),
                tip("Die Erklärung gilt ab ihrem Eingang, nicht ab Ihrer Antwort. Geld muss innerhalb von 14 Tagen zurück sein: Sehen Sie täglich nach."),
            ],
        ),
        (
            "withdrawal-from-a-contract", "A withdrawal", "When a private person withdraws from a contract.",
            "The list of withdrawals with contract, name, receipt and state",
            [
                says("<p>Under “Withdraw from the contract” at the foot of every page any private person can withdraw for 14 days from what they bought or booked. The receipt goes out at once. If number and email address are certain and the period still runs, the portal ends the contract by itself; Finance finds the money under “Payments → to be refunded”.</p>"),
                steps("Everything else stands on the first page under <b>Withdrawals to decide</b>. Open the withdrawal.", "Which contract is meant? If none is named, search “Payments” for name and email address.", "If there is the right, choose <b>Carry out</b> and enter the number. The contract ends without a fee, and the money is due to be refunded.", "If there is not, choose <b>Refuse</b> and name the reason of the law. The person reads it in our letter."),
                tip("The declaration counts from when it came, not from your answer. Money has to be back within 14 days: look every day."),
            ],
        ),
    ),
    chapter(
        "go-live",
        (
            "vor-dem-start", "Einstellungen vor dem Start", "Was gesetzlich da sein muss, bevor das Portal öffnet.",
            "Die Einstellungen der Geschäftsstelle mit dem Reiter für die Pflichtangaben",
            [
                steps("Öffnen Sie <b>Einstellungen → Geschäftsstelle und Impressum</b>.", "Unter <b>Kontakt</b>: Betreiber, Rechtsform, Anschrift, Telefon, E-Mail-Adresse.", "Unter <b>Pflichten</b>: Vertretung, Register, Umsatzsteuer-Nummer, Verantwortliche nach § 18 MStV. Wo es nichts gibt, schreiben Sie „keine“.", "Wählen Sie die vier Seiten für die Fußzeile: Impressum, Datenschutz, Barrierefreiheit, Kontakt.", "Unter <b>Fristen</b>: wie viele Tage Gäste zum Zahlen haben, Einrichtungen zum Antworten und Sie zum Freigeben. Das Portal nennt diese Zahlen selbst.", "Die Vorschau rechts zeigt Impressum und Fußzeile in beiden Sprachen."),
                says("<p>Ihre Technik prüft alles mit einem Befehl: <i>manage.py check --deploy</i>. Er nennt jedes Feld, das noch fehlt.</p>"),
            ],
        ),
        (
            "before-you-open", "Settings before you open", "What the law wants before the portal opens.",
            "The settings of the office with the tab for the duties",
            [
                steps("Open <b>Settings → Office and imprint</b>.", "Under <b>Contact</b>: operator, legal form, address, phone, email address.", "Under <b>Duties</b>: who represents you, register, VAT id, who is responsible under § 18 MStV. Where there is none, write “none”.", "Choose the four pages for the footer: imprint, privacy, accessibility, contact.", "Under <b>Terms</b>: how many days guests have to pay, institutions to answer and you to release. The portal tells these numbers by itself.", "The preview on the right shows imprint and footer in both languages."),
                says("<p>Your technicians check all of it with one command: <i>manage.py check --deploy</i>. It names every field that is missing.</p>"),
            ],
        ),
    ),
    chapter(
        "numbers",
        (
            "zahlen-und-exporte", "Zahlen für Berichte", "Was Fördergeber wissen wollen, ohne Namen herauszugeben.",
            "Der Bericht der Anmeldungen nach Veranstaltung und Zielgruppe",
            [
                steps("<b>Berichte → Anmeldungen nach Veranstaltung und Zielgruppe</b> zählt, wer gekommen ist. Wählen Sie Projekt und Zeitraum.", "Oben rechts <b>XLSX herunterladen</b> oder <b>CSV herunterladen</b>. Beides öffnet Excel ohne Nachfrage und mit richtigen Umlauten.", "Jede Liste in der Verwaltung lässt sich ebenso ausgeben: erst filtern, dann herunterladen."),
                says("<p>Nützlich sind auch <b>Bald ablaufende Angebote</b> und <b>Seiten ohne aktuelle Übersetzung</b>.</p>"),
                tip("Listen mit Namen gehören nicht in E-Mails. Löschen Sie heruntergeladene Dateien, wenn Sie fertig sind."),
            ],
        ),
        (
            "numbers-and-exports", "Numbers for reports", "What funders want to know, without giving away names.",
            "The report of registrations by event and target group",
            [
                steps("<b>Reports → Registrations by event and target group</b> counts who came. Choose project and period.", "At the top right <b>Download XLSX</b> or <b>Download CSV</b>. Excel opens both with umlauts in place.", "Every list of the admin can be exported in the same way: filter first, then download."),
                says("<p>Useful as well: <b>Listings about to expire</b> and <b>Pages without a current translation</b>.</p>"),
                tip("Lists with names do not belong into emails. Delete downloaded files when you are done."),
            ],
        ),
    ),
]
# fmt: on
