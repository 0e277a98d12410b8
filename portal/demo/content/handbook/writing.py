"""Chapters about writing and publishing."""

from portal.demo.content.handbook.rows import chapter, says, steps, tip

# fmt: off
WRITING = [
    chapter(
        "news",
        (
            "nachricht-schreiben", "Eine Nachricht schreiben", "Von der leeren Seite bis zur Freigabe in zehn Minuten.",
            "Das Formular einer Nachricht mit Titel, Art, Datum und Anriss",
            [
                steps("Öffnen Sie <b>Inhalte → Seiten</b> und dort <b>Aktuelles</b>. Über <b>Unterseite hinzufügen</b> wählen Sie <b>Artikel</b>.", "Titel und Anriss zuerst: Der Anriss steht auf der Karte in der Übersicht. Zwei Sätze reichen, der wichtigste zuerst.", "Das Bild braucht eine Beschreibung und einen Bildnachweis. Beides tragen Sie beim Bild selbst ein, dann stimmt es überall.", "Den Text bauen Sie aus Blöcken. Für Zahlen und Zusagen gilt: Quelle nennen.", "<b>Entwurf speichern</b>, rechts in die Vorschau schauen, dann unter <b>Weitere Aktionen</b> auf <b>In Freigabe durch die Geschäftsstelle einreichen</b>."),
                says("<h2>Wenn ein Projekt dahintersteht</h2><p>Verknüpfen Sie es unter „Verwandtes“ und fügen Sie den Block <b>Förderung</b> ein. Fehlt er, erinnert Sie das Portal oben auf der Seite daran.</p>"),
                tip("Schreiben Sie nie „hier“ als Linktext. „Zum Bioprozesstag anmelden“ versteht man auch vorgelesen."),
            ],
        ),
        (
            "write-news", "Write a piece of news", "From the empty page to release in ten minutes.",
            "The form of an article with title, kind, date and teaser",
            [
                steps("Open <b>Content → Pages</b> and go to <b>News</b>. With <b>Add child page</b> choose <b>Article</b>.", "Title and teaser first: the teaser stands on the card in the overview. Two sentences will do, the more important one first.", "The image needs a description and a credit. Enter both with the image itself, then they are right everywhere.", "Build the text from blocks. For figures and promises: name the source.", "<b>Save draft</b>, look at the preview on the right, then <b>Submit to Freigabe durch die Geschäftsstelle</b> under <b>More actions</b>."),
                says("<h2>If a project stands behind it</h2><p>Link it under “Related” and add the block <b>Funding</b>. If it is missing, the portal reminds you at the top of the page.</p>"),
                tip("Never write “here” as a link. “Register for the Bioprocess Day” makes sense even when read aloud."),
            ],
        ),
    ),
    chapter(
        "translate",
        (
            "seite-uebersetzen", "Eine Seite übersetzen", "Deutsch und Englisch nebeneinander, Satz für Satz.",
            "Die Frage, in welche Sprache die Seite übersetzt wird",
            [
                steps("Öffnen Sie die deutsche Seite und wählen Sie im Menü oben <b>Diese Seite übersetzen</b>.", "Haken bei <b>Englisch</b> setzen und absenden. Sie landen in der Ansicht mit beiden Sprachen nebeneinander.", "Übersetzen Sie Absatz für Absatz. Jeder Absatz wird sofort gespeichert; Sie können jederzeit aufhören.", "Erst wenn alles grün ist, wählen Sie unten <b>Zur Freigabe einreichen</b>."),
                says("<p>Die englische Seite beginnt als Entwurf. Deutscher Text gelangt also nicht versehentlich unter /en/.</p><h2>Was fehlt oder veraltet ist</h2><p>Das sehen Sie auf der Startseite der Verwaltung und vollständig unter <b>Berichte → Seiten ohne aktuelle Übersetzung</b>. Haben Sie den deutschen Text geändert, übernehmen Sie ihn im Menü der deutschen Seite in die Übersetzung.</p>"),
                tip("Datum, Ort und Plätze einer Veranstaltung übersetzen Sie nicht: Sie stehen nur einmal da und gelten für beide Sprachen."),
            ],
        ),
        (
            "translate-a-page", "Translate a page", "German and English side by side, sentence by sentence.",
            "The question into which language the page is to be translated",
            [
                steps("Open the German page and choose <b>Translate this page</b> in the menu at the top.", "Tick <b>English</b> and submit. You arrive at a view with both languages side by side.", "Translate paragraph by paragraph. Each one is stored at once; you can stop at any time.", "Only when everything is green, press <b>Submit for release</b> at the bottom."),
                says("<p>The English page begins as a draft, so German text never gets under /en/ by mistake.</p><h2>What is missing or out of date</h2><p>You see it on the first page of the admin, and in full under <b>Reports → Pages without a current translation</b>. If you have changed the German text, take it over into the translation from the menu of the German page.</p>"),
                tip("You do not translate date, place and seats of an event: they exist only once and hold for both languages."),
            ],
        ),
    ),
    chapter(
        "publish",
        (
            "veroeffentlichen", "Veröffentlichen und zurücknehmen", "Wer darf was, und was passiert danach?",
            "Der Bericht mit den Prüfungen vor dem Veröffentlichen",
            [
                says("<p>Die Redaktion schreibt und reicht ein. Die Moderation gibt frei. Wer beides darf, sieht am unteren Rand auch <b>Veröffentlichen</b>.</p>"),
                steps("Lesen Sie den gelben Hinweis über dem Formular: Dort steht, was noch fehlt, zum Beispiel ein Bildnachweis.", "Prüfen Sie die Vorschau einmal schmal: Das Symbol mit dem Telefon hilft.", "Für später wählen Sie unter <b>Veröffentlichung</b> Tag und Stunde.", "Zurücknehmen können Sie jede Seite über <b>Veröffentlichung aufheben</b>. Ältere Fassungen liegen unter <b>Verlauf</b>."),
                says("<p>Alle offenen Punkte auf einen Blick: <b>Berichte → Prüfungen vor dem Veröffentlichen</b>.</p>"),
                tip("Ein Hinweis hindert Sie nicht am Veröffentlichen. Er sagt nur, was Leserinnen oder Fördergeber vermissen werden."),
            ],
        ),
        (
            "publish-a-page", "Publish and withdraw", "Who may do what, and what happens then?",
            "The report with the publishing checks",
            [
                says("<p>Editors write and submit. Moderators release. Whoever may do both also sees <b>Publish</b> at the bottom.</p>"),
                steps("Read the yellow note above the form: it says what is missing, such as the credit of an image.", "Look at the preview on a narrow screen as well: the icon with the phone helps.", "For later, choose day and hour under <b>Publication</b>.", "You can withdraw every page with <b>Unpublish</b>. Older versions are kept under <b>History</b>."),
                says("<p>All open points at a glance: <b>Reports → Publishing checks</b>.</p>"),
                tip("A note does not stop you from publishing. It only says what readers or funders will miss."),
            ],
        ),
    ),
    chapter(
        "event",
        (
            "veranstaltung-anlegen", "Eine Veranstaltung anlegen", "Erst die Tatsachen, dann die Worte.",
            "Die Liste der Veranstaltungen mit Datum, Ort und Plätzen",
            [
                says("<p>Eine Veranstaltung besteht aus zwei Teilen: den <i>Tatsachen</i> (wann, wo, wie viele Plätze) und der <i>Seite</i> mit Text und Bild. Die Tatsachen gelten für beide Sprachen.</p>"),
                steps("Unter <b>Veranstaltungen</b> auf <b>Veranstaltung hinzufügen</b>: Name, Format, Beginn und Ende, Ort, Plätze.", "Zur Anmeldung: Leere Plätze heißt unbegrenzt. Ein Betrag bei „Gebühr“ macht die Veranstaltung kostenpflichtig.", "Nach dem Speichern liegen die Seiten in beiden Sprachen als Entwürfe bereit, und die deutsche öffnet sich. Ergänzen Sie Anriss, Bild und Programm.", "In der Veranstaltung führt <b>Entwürfe einreichen</b> beide Seiten in einem Schritt zur Freigabe."),
                says("<h2>Verlegen oder absagen</h2><p>Ändern Sie Datum und Ort immer bei der Veranstaltung, nie im Text. Vor dem Speichern fragt das Portal: Es zeigt das Schreiben und wie viele Gäste es bekommen. Sie verlegen mit oder ohne Schreiben oder gehen zurück. Auch absagen können Sie dort; bezahlte Gebühren gehen zurück.</p>"),
            ],
        ),
        (
            "create-an-event", "Create an event", "Facts first, then words.",
            "The list of events with date, place and seats",
            [
                says("<p>An event has two parts: the <i>facts</i> (when, where, how many seats) and the <i>page</i> with text and image. The facts hold for both languages.</p>"),
                steps("Under <b>Events</b> press <b>Add event</b>: name, format, begin and end, place, seats.", "Registration: empty seats mean no limit. An amount under “fee” makes people pay.", "When you save, the pages in both languages lie ready as drafts, and the German one opens. Add teaser, image and programme.", "In the event, <b>Submit drafts</b> takes both pages to release in one step."),
                says("<h2>Move or call off</h2><p>Always change date and place with the event, never in the text. Before it saves, the portal asks: it shows the letter and how many guests will get it. You move the event with or without a letter, or go back. You call it off there as well; fees that were paid go back.</p>"),
            ],
        ),
    ),
    chapter(
        "waiting",
        (
            "warteliste", "Anmeldungen und Warteliste", "Wer kommt, wer wartet, und wer rückt nach?",
            "Die Liste der Anmeldungen mit Stand und Zahl der Plätze",
            [
                says("<p>Unter <b>Veranstaltungen → Anmeldungen</b> sehen Sie alle. Filtern Sie nach Veranstaltung und Stand.</p>"),
                steps("Ist alles belegt, kommt jede weitere Anmeldung auf die Warteliste. Die Reihenfolge ist die der Anmeldung.", "Sagt jemand ab, bietet das Portal den Platz der Reihe nach an und schreibt selbst. Wer ihn nicht in 24 Stunden annimmt, gibt ihn weiter; die Frist steht bei der Veranstaltung.", "Mehr Plätze? Erhöhen Sie die Zahl bei der Veranstaltung. Die Warteliste bewegt sich sofort.", "Für die Teilnahmeliste wählen Sie oben rechts <b>XLSX herunterladen</b> für Excel oder <b>CSV herunterladen</b> für alles andere."),
                tip("Ändern Sie Anmeldungen nicht von Hand. Die Gäste stornieren über den Link in ihrem Schreiben; so bleibt die Reihenfolge gerecht."),
            ],
        ),
        (
            "waiting-list", "Registrations and waiting list", "Who comes, who waits, and who moves up?",
            "The list of registrations with state and number of seats",
            [
                says("<p>Under <b>Events → Registrations</b> you see all of them. Filter by event and state.</p>"),
                steps("When all seats are taken, every further registration goes to the waiting list. The order is that of registration.", "If somebody cancels, the portal offers the seat in turn and writes by itself. Whoever does not accept within 24 hours passes it on; the time is set with the event.", "More seats? Raise the number with the event. The waiting list moves at once.", "For the list of participants choose <b>Download XLSX</b> at the top right for Excel, or <b>Download CSV</b> for everything else."),
                tip("Do not change registrations by hand. Guests cancel with the link in their letter; that keeps the order fair."),
            ],
        ),
    ),
    chapter(
        "letters",
        (
            "schreiben", "Schreiben: ansehen, anpassen, nachsenden", "Was das Portal verschickt, und was Sie tun, wenn es nicht ankommt.",
            "Ein Schreiben mit eigenen Worten, dem Text des Portals und Platzhaltern",
            [
                says("<p>Unter <b>Einstellungen → Schreiben</b> steht jedes Schreiben in beiden Sprachen, so wie es ankommt.</p>"),
                steps("Öffnen Sie ein Schreiben und tragen Sie Betreff, Einleitung oder Schluss in eigenen Worten ein.", "Platzhalter wie {name} setzt das Portal beim Versand ein. Möglich sind nur die aufgelisteten; Tippfehler werden gleich angezeigt.", "Mit <b>Ausprobieren, ohne zu speichern</b> sehen Sie das Ergebnis.", "Leeren Sie ein Feld, gilt wieder der Text des Portals."),
                says("<h2>Wenn ein Schreiben nicht ankommt</h2><p><b>Berichte → Unzustellbare Schreiben</b> zeigt, was der Mailserver abgelehnt hat. Berichtigen Sie die Adresse, dann <b>Noch einmal versuchen</b>. Vorübergehende Störungen brauchen Sie nicht zu kümmern: Das Portal versucht es zehnmal.</p>"),
            ],
        ),
        (
            "letters-of-the-portal", "Letters: look, adapt, send again", "What the portal sends, and what to do if it does not arrive.",
            "A letter with own words, the portal’s text and placeholders",
            [
                says("<p>Under <b>Settings → Letters</b> every letter stands in both languages, just as it arrives.</p>"),
                steps("Open a letter and enter subject, opening or closing in your own words.", "Placeholders such as {name} are filled in when the letter is sent. Only those on the list are possible; typing errors are shown at once.", "<b>Try without saving</b> shows the result.", "Empty a field, and the portal’s own text holds again."),
                says("<h2>If a letter does not arrive</h2><p><b>Reports → Failed letters</b> shows what the mail server has refused. Correct the address, then <b>Try again</b>. You need not worry about passing faults: the portal tries ten times.</p>"),
            ],
        ),
    ),
]
# fmt: on
