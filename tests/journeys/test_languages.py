"""The language switch leads to the same page, else to its section; the way back stays open."""

import psycopg

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
    phone.goto(f"{demo.story['pages']['news']}{_untranslated(demo)}/")
    assert phone.locator("nav.lang a[lang=en]").evaluate("link => link.href") == english
    filling.press(phone, "English")
    assert phone.locator("html").get_attribute("lang") == "en"
    assert phone.locator("h1").inner_text() == "News"


def _untranslated(demo) -> str:
    """The slug of a German news item that has no English page."""
    with psycopg.connect(demo.database_url) as connection:
        return connection.execute(
            """select german.slug from wagtailcore_page german join home_newspage on page_ptr_id = german.id
            join wagtailcore_locale on locale_id = wagtailcore_locale.id and language_code = 'de'
            where live and not exists (select from wagtailcore_page other
                where other.translation_key = german.translation_key and other.id <> german.id and other.live)"""
        ).fetchone()[0]


def test_what_was_asked_survives_the_switch(phone, demo):
    phone.goto(demo.story["pages"]["market"] + "?kind=sale&q=hplc")
    phone.click("nav.lang a[lang=en]")
    phone.wait_for_url("**/en/marketplace/**")
    assert "q=hplc" in phone.url
    assert phone.locator("main input[type=search]").input_value() == "hplc"
