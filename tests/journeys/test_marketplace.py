"""Listing, release, booking and buying, each by the person who does it."""

import re
from datetime import datetime, timedelta

import psycopg

from tests.journeys import filling


def test_an_institution_lists_a_moderator_releases_and_everybody_finds_it(open_window, demo, log_in):
    seller = open_window(390, 844)
    log_in(seller, "institution_a")
    seller.goto(demo.base_url + "/de/angebot-einstellen/?kind=sale")
    seller.fill("input[name=title]", "Rotationsverdampfer mit Wasserbad")
    seller.fill("textarea[name=description]", "Läuft ruhig, Glassatz vollständig, Kühler mit kleinem Chip.")
    seller.select_option("select[name=category]", index=1)
    seller.fill("input[name=price]", "1.234,50")
    filling.press(seller, "Speichern und weiter")
    filling.press(seller, "Speichern und weiter")
    seller.select_option("select[name=condition]", index=1)
    filling.press(seller, "Speichern und weiter")
    filling.press(seller, "Speichern und weiter")
    seller.fill("input[name=inventory_number]", "IBV-2009-77")
    seller.fill("input[name=book_value]", "0")
    seller.fill("input[name=market_value]", "1300")
    seller.fill("input[name=market_value_source]", "Gebrauchtmarkt, drei Anzeigen")
    seller.check("input[name=not_needed]")
    seller.fill("input[name=decontaminated_on]", (datetime.now() - timedelta(days=3)).date().isoformat())
    filling.press(seller, "Speichern und weiter")
    filling.press(seller, "Zur Freigabe senden")
    assert seller.get_by_text("Rotationsverdampfer").first.is_visible()

    stranger = open_window(390, 844)
    stranger.goto(demo.story["pages"]["market"] + "?q=rotationsverdampfer")
    assert stranger.get_by_role("link", name="Rotationsverdampfer mit Wasserbad").count() == 0

    moderator = open_window(1280, 900)
    log_in(moderator, "moderator")
    note = demo.wait_for_mail("kontakt@", "Rotationsverdampfer")
    moderator.goto(filling.links(note)[0])
    filling.press(moderator, "Rotationsverdampfer mit Wasserbad")
    assert "IBV-2009-77" in moderator.locator("main").inner_text()
    moderator.locator("main form button").first.click()
    moderator.wait_for_load_state()

    stranger.reload()
    filling.press(stranger, "Rotationsverdampfer mit Wasserbad")
    assert "1.234,50" in stranger.locator("main").inner_text()
    stranger.goto(demo.story["pages"]["search"] + "?q=rotationsverdampfer")
    assert stranger.get_by_role("link", name="Rotationsverdampfer mit Wasserbad").count() == 1


def _hours(days: int, first: int, last: int) -> tuple[str, str]:
    """A time on a working day, as the form wants it."""
    day = datetime.now() + timedelta(days=days)
    while day.weekday() > 4:
        day += timedelta(days=1)
    return tuple(f"{day:%Y-%m-%d}T{hour:02}:00" for hour in (first, last))


def _book(page, device: dict, start: str, end: str):
    page.goto(device["url"])
    page.fill("input[name=start]", start)
    page.fill("input[name=end]", end)
    return filling.send(page)


def test_a_device_is_booked_once_and_the_second_is_told_beside_the_field(open_window, demo, log_in):
    device = demo.story["listings"]["device"]
    start, end = _hours(45, 9, 12)
    guest = open_window(390, 844)
    log_in(guest, "institution_b")
    assert _book(guest, device, start, end).status == 200
    assert "meine-bestellungen" in guest.url
    demo.wait_for_mail(demo.story["users"]["institution_b"]["email"], "Parallelbioreaktor")

    second = open_window(390, 844)
    log_in(second, "moderator")
    answer = _book(second, device, start, end)
    assert answer.status == 422
    field = second.locator("input[name=start]")
    assert field.get_attribute("aria-invalid") == "true"
    message = second.locator("#" + field.get_attribute("aria-describedby").split()[-1])
    assert message.is_visible()
    assert field.input_value() == start
    assert second.locator("#errors a[href='#id_start']").is_visible()


def test_a_request_is_accepted_by_the_other_side(open_window, demo, log_in):
    loan = demo.story["listings"]["loan"]
    guest = open_window(390, 844)
    log_in(guest, "institution_b")
    start, end = _hours(300, 9, 12)
    assert _book(guest, loan, start, end).status == 200
    order = guest.url.split("#")[0]
    assert guest.get_by_text("angefragt").first.is_visible()

    owner = open_window(390, 844)
    log_in(owner, _manager_of(demo, loan["id"]))
    owner.goto(order)
    filling.press(owner, "Anfrage annehmen")
    guest.goto(order)
    assert guest.get_by_text("bestätigt").first.is_visible()


def _manager_of(demo, listing: int) -> str:
    """Email address of somebody who manages the institution of the listing."""
    query = (
        "select email from accounts_user u join accounts_membership m on m.user_id = u.id"
        " join marketplace_listing l on l.institution_id = m.institution_id"
        " where l.id = %s and m.role = 'manager' order by u.id limit 1"
    )
    with psycopg.connect(demo.database_url) as database:
        return database.execute(query, [listing]).fetchone()[0]


def test_a_purchase_is_ordered_and_paid_and_the_seller_sees_it(open_window, demo, log_in):
    sale = demo.story["listings"]["sale"]
    buyer = open_window(390, 844, locale="en-GB")
    log_in(buyer, "member_a")
    buyer.goto(sale["url"])
    buyer.goto(buyer.locator("nav.lang a[lang=en]").evaluate("link => link.href"))
    filling.send(buyer)
    assert "€4,200" in buyer.locator("main").inner_text()
    order = buyer.get_by_role("link", name="To your order").evaluate("link => link.href")
    told = buyer.locator("main").inner_text()
    assert re.search(r"IBAN\s+DE\d{20}", told), told
    assert buyer.locator(".giro-code svg").is_visible()

    seller = open_window(1280, 900)
    log_in(seller, _manager_of(demo, sale["id"]))
    seller.goto(demo.base_url + "/de/meine-bestellungen/")
    assert seller.locator("table").first.get_by_text("HPLC-Anlage").first.is_visible()
    seller.goto(order.replace("/en/my-orders/", "/de/meine-bestellungen/"))
    filling.press(seller, "Das Geld ist eingegangen")
    demo.wait_for_mail(demo.story["users"]["member_a"]["email"], "HPLC")
    buyer.goto(order)
    assert buyer.get_by_text("confirmed").first.is_visible()


def test_another_time_is_proposed_and_confirmed(open_window, demo, log_in):
    loan = demo.story["listings"]["loan"]
    guest, owner = open_window(390, 844), open_window(390, 844)
    log_in(guest, "institution_b")
    assert _book(guest, loan, *_hours(320, 9, 12)).status == 200
    order = guest.url.split("#")[0]

    log_in(owner, _manager_of(demo, loan["id"]))
    owner.goto(order)
    owner.get_by_text("Andere Zeit oder Preis vorschlagen").click()
    start, end = _hours(327, 10, 14)
    owner.fill("input[name=start]", start)
    owner.fill("input[name=end]", end)
    owner.fill("textarea[name=message]", "Vorher ist es beim Kalibrieren.")
    filling.press(owner, "Vorschlag senden")

    guest.goto(order)
    assert "Vorher ist es beim Kalibrieren." in guest.locator("main").inner_text()
    filling.press(guest, "Vorschlag bestätigen")
    assert guest.get_by_text("bestätigt").first.is_visible()
    filling.press(guest, "Bestellung stornieren")
    assert "Die Stornierung kostet Sie nichts" in guest.locator("main").inner_text()
    filling.press(guest, "Ja, Bestellung stornieren")
    assert guest.get_by_text("storniert").first.is_visible()


def _let_its_day_come(demo, order: str) -> None:
    """A day later: nothing can be ordered for a time that has begun, and just before midnight not for today either."""
    number = re.search(r"/(\d+)/", order)[1]
    earlier = "set period = tstzrange(lower(period) - interval '1 day', upper(period))"
    with psycopg.connect(demo.database_url) as database:
        database.execute(f"update marketplace_order {earlier} where id = %s", [number])
        database.execute(f"update marketplace_hold {earlier} where order_id = %s", [number])


def test_what_is_lent_goes_out_and_comes_back(open_window, demo, log_in):
    loan = demo.story["listings"]["loan"]
    guest, owner = open_window(390, 844), open_window(390, 844)
    log_in(guest, "institution_b")
    tomorrow = datetime.now().date() + timedelta(days=1)
    assert _book(guest, loan, f"{tomorrow}T09:00", f"{tomorrow + timedelta(days=2)}T09:00").status == 200
    order = guest.url.split("#")[0]

    log_in(owner, _manager_of(demo, loan["id"]))
    owner.goto(order)
    filling.press(owner, "Anfrage annehmen")
    _let_its_day_come(demo, order)
    owner.reload()
    filling.press(owner, "Es ist ausgegeben")
    guest.goto(order)
    told = guest.locator("main").inner_text()
    assert "Bitte wenden Sie sich an" in told
    assert guest.get_by_role("link", name="Bestellung stornieren").count() == 0
    filling.press(owner, "Es ist zurück")
    assert owner.get_by_text("zurückgegeben").first.is_visible()
