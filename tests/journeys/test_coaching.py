"""A founder books an hour of coaching on a phone, gets the mail with the calendar file, moves it and cancels."""

from icalendar import Calendar

from tests.journeys import filling


def _book(page, demo, email: str) -> None:
    page.goto(demo.story["pages"]["coaching"])
    free = page.locator("li.event-row", has_text="Tanja Overbeck").filter(has=page.locator(".state", has_text="frei"))
    for day in reversed(page.locator(".days a").evaluate_all("links => links.map(link => link.href)")):
        page.goto(day)
        if free.count():
            break
    page.goto(free.first.locator("a").first.evaluate("link => link.href"))
    page.fill("input[name=name]", "Ömer Gründer")
    page.fill("input[name=email]", email)
    page.fill("input[name=startup]", "Zellklar GmbH")
    page.select_option("select[name=stage]", index=1)
    page.fill("textarea[name=about]", "Wir suchen den richtigen Weg zum ersten Patent.")
    page.check("input[name=consent]")
    filling.send(page)


def test_an_hour_is_booked_moved_and_cancelled(phone, demo):
    _book(phone, demo, "oemer@visitor.example")
    mail = demo.wait_for_mail("oemer@visitor.example", "Ihr Coaching")
    files = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    assert Calendar.from_ical(files[0].get_payload(decode=True)).events

    phone.goto(filling.link(mail, "mein-coaching"))
    assert phone.get_by_text("Ihr Termin ist gebucht").first.is_visible()
    assert "Zellklar GmbH" in phone.locator("main").inner_text()
    filling.press(phone, "Anderen Termin wählen")
    phone.locator("main form[method=post] input[type=radio]").first.check()
    filling.send(phone)
    demo.wait_for_mail("oemer@visitor.example", "Neuer Termin")

    filling.press(phone, "Coaching absagen")
    filling.press(phone, "Ja, stornieren")
    mail = demo.wait_for_mail("oemer@visitor.example", "abgesagt")
    files = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    assert Calendar.from_ical(files[0].get_payload(decode=True))["METHOD"] == "CANCEL"


def test_what_is_missing_is_said_beside_the_field_and_nothing_is_lost(phone, demo):
    phone.goto(demo.story["pages"]["coaching"])
    phone.goto(phone.locator("li.event-row a").first.evaluate("link => link.href"))
    phone.fill("input[name=name]", "Ömer Gründer")
    assert filling.send(phone).status == 422
    assert phone.input_value("input[name=name]") == "Ömer Gründer"
    assert phone.locator("textarea[name=about][aria-invalid=true]").count() == 1
