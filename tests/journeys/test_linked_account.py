"""An institution links its own account at Stripe; a buyer pays there; its manager gives the money back."""

import re

import psycopg

from tests.journeys import filling


def test_a_manager_links_an_account_and_stripe_is_asked_on_the_way_back(phone, log_in, demo):
    log_in(phone, "institution_a")
    phone.goto(f"{demo.base_url}/de/konto/einrichtung/ibv/")
    filling.press(phone, "Online-Zahlung")
    filling.press(phone, "Bei Stripe einrichten")
    phone.locator("button[value=wait]").click()
    # The page presses its button itself, once.
    phone.get_by_text("Stripe prüft Ihre Angaben").wait_for()
    assert phone.url.endswith("/online/")
    filling.press(phone, "Weiter bei Stripe")
    phone.locator("button[value=finish]").click()
    phone.get_by_text("nimmt Zahlungen an", exact=True).wait_for()
    demo.wait_for_mail(demo.story["users"]["institution_a"]["email"], "ab jetzt online")
    filling.press(phone, "Konto trennen")
    assert phone.get_by_role("button", name="Bei Stripe einrichten").is_visible()


def test_a_buyer_pays_the_seller_itself_and_gets_the_money_back(open_window, log_in, demo):
    buyer = open_window()
    log_in(buyer, "institution_b")
    buyer.goto(demo.story["listings"]["sale"]["order_url"])
    assert "online oder per Überweisung" in buyer.locator("main").inner_text()
    filling.send(buyer)
    pay_page = buyer.url
    filling.press(buyer, "Jetzt bezahlen")
    buyer.locator("button.pay").click()
    buyer.wait_for_url(re.compile(re.escape(demo.base_url)))
    demo.wait_for_mail(demo.story["users"]["institution_b"]["email"], "Zahlung eingegangen")
    with psycopg.connect(demo.database_url) as database:
        told = "select p.session_account, p.purpose_id, i.slug, u.email from payments_payment p"
        told += (
            " join accounts_institution i on i.id = p.payee_id join accounts_membership m on m.institution_id = i.id"
        )
        told += " join accounts_user u on u.id = m.user_id where m.role = 'manager' and p.id = %s"
        number = int(re.search(r"/(\d+)-", pay_page)[1])
        account, order, slug, manager = database.execute(told, [number]).fetchone()
    assert account == "acct_demo"

    seller = open_window(390, 844)
    log_in(seller, manager)
    seller.goto(f"{demo.base_url}/de/meine-bestellungen/{order}/")
    filling.press(seller, "Bestellung stornieren")
    seller.fill("textarea[name=reason]", "Beim Abholen heruntergefallen")
    filling.send(seller)
    seller.goto(f"{demo.base_url}/de/zahlung/einrichtung/{slug}/erhalten/")
    filling.press(seller, "zurückzahlen")
    demo.wait_for_mail(demo.story["users"]["institution_b"]["email"], "Erstattet")
    buyer.goto(pay_page)
    assert "erstattet" in buyer.locator("main").inner_text()
