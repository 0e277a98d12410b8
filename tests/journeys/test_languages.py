"""The language switch leads to the same page, else to its section; the way back stays open."""

from tests.journeys import filling


def test_the_switch_leads_to_the_translation_and_back_works(phone, demo):
    phone.goto(demo.story["events"]["free"]["url"])
    german = phone.locator("h1").inner_text()
    phone.click("nav.lang a[lang=en]")
    phone.wait_for_url("**/en/events/**")
    english = phone.locator("h1").inner_text()
    assert english != german
    phone.go_back()
    assert phone.locator("h1").inner_text() == german
    phone.go_forward()
    assert phone.locator("h1").inner_text() == english
    phone.click("nav.lang a[lang=de]")
    phone.wait_for_url(demo.story["events"]["free"]["url"])


def test_a_page_without_translation_leads_to_its_section(phone, demo):
    phone.goto(demo.story["pages"]["news"])
    english = phone.locator("nav.lang a[lang=en]").evaluate("link => link.href")
    for _ in range(10):
        for link in phone.locator("main article a, main .card a").evaluate_all("links => links.map(a => a.href)"):
            phone.goto(link)
            switch = phone.locator("nav.lang a[lang=en]").evaluate("link => link.href")
            if switch == english:
                filling.press(phone, "English")
                assert phone.locator("html").get_attribute("lang") == "en"
                assert phone.locator("h1").inner_text() == "News"
                return
            phone.go_back()
        phone.goto(phone.locator("a[rel=next]").evaluate("link => link.href"))
    raise AssertionError("the demo has no news item without translation")


def test_what_was_asked_survives_the_switch(phone, demo):
    phone.goto(demo.story["pages"]["market"] + "?kind=sale&q=hplc")
    phone.click("nav.lang a[lang=en]")
    phone.wait_for_url("**/en/marketplace/**")
    assert "q=hplc" in phone.url
    assert phone.locator("main input[type=search]").input_value() == "hplc"
