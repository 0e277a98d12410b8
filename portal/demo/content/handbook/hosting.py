"""Chapters about what goes on around an event: series, check-in, coaching."""

from portal.demo.content.handbook.rows import chapter, says, steps, tip

# fmt: off
HOSTING = [
    chapter(
        "series",
        (
            "reihe-kopieren", "Eine Reihe kopieren oder wiederholen", "Aus einem Termin werden zwölf, ohne dass Sie zwölfmal tippen.",
            "Das Formular zum Kopieren und Wiederholen einer Veranstaltung",
            [
                steps("Öffnen Sie die Veranstaltung und wählen Sie im Menü oben <b>Kopieren oder wiederholen</b>.", "Für eine einzelne Kopie tragen Sie nur den neuen <b>Beginn</b> ein. Für eine Reihe wählen Sie unter <b>Oder wiederholen</b> den Rhythmus und unter <b>Wie oft</b> die Zahl der weiteren Termine.", "Die Kopie bekommt alle Tatsachen, Fragen, Ticketarten und Programmteile, dazu die Seiten in beiden Sprachen als Entwürfe. Anmeldungen bleiben bei der alten Veranstaltung.", "Sehen Sie die Entwürfe durch und wählen Sie dann <b>Entwürfe einreichen</b>: Alle Seiten der Reihe gehen in einem Schritt zur Freigabe."),
                tip("Jeden dritten Dienstag bleibt jeden dritten Dienstag, auch über die Zeitumstellung hinweg. Feiertage prüfen Sie selbst."),
            ],
        ),
        (
            "copy-a-series", "Copy or repeat a series", "One date becomes twelve without typing twelve times.",
            "The form for copying and repeating an event",
            [
                steps("Open the event and choose <b>Copy or repeat</b> in the menu at the top.", "For a single copy just enter when it <b>Begins</b>. For a series choose the rhythm under <b>Or repeat</b> and the number of further dates under <b>How many times</b>.", "The copy gets all facts, questions, ticket types and sessions, and its pages in both languages as drafts. Registrations stay with the old event.", "Look through the drafts, then choose <b>Submit drafts</b>: all pages of the series go to release in one step."),
                tip("Every third Tuesday stays every third Tuesday, also when the clocks change. Check public holidays yourself."),
            ],
        ),
    ),
    chapter(
        "check-in",
        (
            "check-in", "Einlass: einchecken und drucken", "Am Tag der Veranstaltung: Wer ist da, und wer fehlt noch?",
            "Der Einlass einer Veranstaltung mit Suche und den erwarteten Gästen",
            [
                steps("Drucken Sie am Vortag: In der Veranstaltung unter <b>Namensschilder, Listen und Bestätigungen</b> liegen <b>Namensschilder</b>, <b>Teilnahmeliste</b> und <b>Teilnahmetabelle</b>.", "Am Einlass öffnen Sie auf dem Telefon oder Tablet in der Veranstaltung den <b>Check-in</b>.", "Mit <b>Ticket scannen</b> lesen Sie den Code mit der Kamera. Ohne Kamera suchen Sie den Namen unter <b>Gast suchen</b> und drücken auf <b>Einchecken</b>.", "Kommt jemand unangemeldet, tragen Sie die Person unter <b>Ohne Anmeldung</b> ein. Ist das Haus voll, sagt das Portal es.", "Falsch gedrückt? Neben dem Namen lässt sich das Einchecken zurücknehmen."),
                says("<p>Mehrere Telefone dürfen gleichzeitig einchecken; ein Ticket zählt trotzdem nur einmal. Nach der Veranstaltung gehören die <b>Namensschilder</b> ins Altpapier mit Schredder.</p>"),
                tip("Prüfen Sie vorher, ob das Netz im Raum reicht. Die gedruckte Teilnahmeliste hilft, wenn es ausfällt."),
            ],
        ),
        (
            "at-the-door", "At the door: check in and print", "On the day of the event: who is here, and who is missing?",
            "The check-in of an event with search and the expected guests",
            [
                steps("Print the day before: in the event under <b>Badges, lists and certificates</b> you find <b>Badges</b>, <b>Attendance list</b> and <b>Attendance table</b>.", "At the door open <b>Check-in</b> in the event, on a phone or tablet.", "With <b>Scan a ticket</b> you read the code with the camera. Without a camera, look for the name under <b>Search for a guest</b> and press <b>Check in</b>.", "Somebody comes without having registered: enter them under <b>Without registration</b>. If the house is full, the portal says so.", "Pressed the wrong one? The check-in can be undone beside the name."),
                says("<p>Several phones may check in at the same time; a ticket still counts only once. After the event, shred the <b>Badges</b>.</p>"),
                tip("Check beforehand whether the network reaches the room. The printed attendance list helps when it fails."),
            ],
        ),
    ),
    chapter(
        "coaching",
        (
            "coaching", "Coaching: Termine, Buchungen, Stunden", "Coaches stellen Zeiten ein, Start-ups buchen, Sie behalten die Stunden im Blick.",
            "Die Liste der Coaching-Buchungen mit Start-up, Termin und Status",
            [
                says("<p>Alles Weitere steht im Menü unter <b>Coaching</b>. Die Coaches pflegen ihre Zeiten selbst im Portal; dafür brauchen sie ein Konto mit der E-Mail-Adresse, die bei der Person eingetragen ist.</p>"),
                steps("<b>Coaching-Programme</b>: Legen Sie fest, welches Projekt bezahlt, wie viele <b>Stunden je Start-up</b> es gibt und wie viel eine Stunde wert ist.", "<b>Coaching-Termine</b> zeigt, was die Coaches anbieten.", "Unter <b>Coaching-Buchungen</b> stehen Anfragen zuerst. Antwortet ein Coach nicht, können Sie sie selbst <b>Bestätigen</b> oder ablehnen.", "<b>Stunden der Start-ups</b>: Öffnen Sie ein Start-up. Dort vergeben Sie unter <b>Bewilligte Stunden</b> mehr oder weniger Stunden und laden die <b>De-minimis-Bescheinigung (PDF)</b> herunter."),
                tip("Was im Gespräch gesagt wurde, schreiben Coaches in ihre eigene Notiz. Die Geschäftsstelle sieht Termin und Stunden, nicht den Inhalt."),
            ],
        ),
        (
            "coaching", "Coaching: times, bookings, hours", "Coaches offer times, start-ups book, you keep an eye on the hours.",
            "The list of coaching bookings with start-up, time and state",
            [
                says("<p>Everything stands in the menu under <b>Coaching</b>. Coaches keep their times themselves on the portal; for that they need an account with the email address that is entered with the person.</p>"),
                steps("<b>Coaching programmes</b>: say which project pays, how many <b>Hours per start-up</b> there are and what an hour is worth.", "<b>Coaching slots</b> shows what the coaches offer.", "Under <b>Coaching bookings</b> requests come first. If a coach does not answer, you can <b>Confirm</b> or decline yourself.", "<b>Hours of start-ups</b>: open a start-up. There you grant more or fewer hours under <b>Hours granted</b> and download the <b>De-minimis statement (PDF)</b>."),
                tip("What was said in the meeting, coaches write into a note of their own. The office sees time and hours, not the content."),
            ],
        ),
    ),
]
# fmt: on
