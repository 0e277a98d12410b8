"""A coach with a phone: publishes a time, says yes to a client, and records the hour afterwards."""

from datetime import date, timedelta

import psycopg
from icalendar import Calendar

from tests.journeys import filling

COACH = "vera.holtkamp@patentagentur-westfalen.example"
CLIENT = "hatice@visitor.example"


def _publish(coach) -> None:
    filling.press(coach, "Termine veröffentlichen")
    coach.fill("input[name=day]", f"{date.today() + timedelta(days=6)}")
    coach.fill("input[name=time]", "18:30")
    coach.fill("input[name=minutes]", "45")
    coach.select_option("select[name=programme]", index=1)
    coach.fill("input[name=online_url]", "https://treffen.example/abend")
    coach.check("input[name=needs_confirmation]")
    filling.send(coach)


def _ask(client, demo) -> None:
    client.goto(demo.story["pages"]["coaching"])
    filling.press(client, "Dr. jur. Vera Holtkamp")
    client.goto(client.locator("li.event-row", has_text="18:30").locator("a").first.evaluate("link => link.href"))
    client.fill("input[name=name]", "Hatice Yıldız")
    client.fill("input[name=email]", CLIENT)
    client.fill("input[name=startup]", "Enzymwerk Witten")
    client.select_option("select[name=stage]", index=2)
    client.fill("textarea[name=about]", "Wem gehört die Erfindung aus der Promotion?")
    client.check("input[name=consent]")
    filling.send(client)


def _let_it_be_over(demo) -> None:
    """The meeting was two hours ago, for database and clock alike."""
    then = "now() - interval '2 hours'"
    until = f"{then} + interval '45 minutes'"
    with psycopg.connect(demo.database_url) as connection:
        connection.execute(
            f"update coaching_slot set starts_at = {then}, ends_at = {until}, span = tstzrange({then}, {until}) "
            "where id = (select slot_id from coaching_booking where email = %s)",
            [CLIENT],
        )


def test_a_coach_publishes_confirms_and_records(phone, open_window, demo, log_in):
    coach = open_window(390, 844, has_touch=True)
    log_in(coach, COACH)
    coach.goto("/de/coach/woche/")
    _publish(coach)
    assert coach.get_by_text("18:30–19:15").first.is_visible()

    _ask(phone, demo)
    filling.to_own_page(phone, demo, CLIENT, "mein-coaching")
    assert phone.get_by_text("Ihre Anfrage ist unterwegs").first.is_visible()
    assert "treffen.example" not in phone.content()

    coach.goto(filling.link(demo.wait_for_mail(COACH, "Anfrage"), "/coach/"))
    assert "Wem gehört die Erfindung" in coach.locator("main").inner_text()
    filling.press(coach, "Bestätigen")
    mail = demo.wait_for_mail(CLIENT, "Ihr Coaching")
    (file,) = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    assert Calendar.from_ical(file.get_payload(decode=True))["METHOD"] == "REQUEST"

    _let_it_be_over(demo)
    coach.goto("/de/coach/woche/")
    coach.goto(
        coach.locator("section[aria-labelledby=record] li.event-row :is(h2, h3, h4) a").last.evaluate(
            "link => link.href"
        )
    )
    coach.fill("input[name=minutes]", "40")
    coach.fill("input[name=outcome]", "Meldung an die Hochschule vorbereitet")
    filling.press(coach, "Erfassen")
    phone.reload()
    assert "40 Minuten" in phone.locator("main").inner_text()
    assert "Meldung an die Hochschule vorbereitet" in phone.locator("main").inner_text()
