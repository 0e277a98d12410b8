"""The main screens of the admin, and how staff get there. A place is a function (page, demo), as in `places`."""

import psycopg

from tests.journeys.places import address

PAGE = """
select page.id from wagtailcore_page page
join wagtailcore_locale locale on locale.id = page.locale_id
join wagtailcore_page german on german.translation_key = page.translation_key
where german.slug = %s and locale.language_code = %s
"""


def page_of(slug: str, path: str, language: str = "de"):
    """A screen of the page whose German slug is given, in `language`; `path` with `{}` for its number."""

    def go(page, demo):
        with psycopg.connect(demo.database_url) as database:
            number = database.execute(PAGE, (slug, language)).fetchone()[0]
        return page.goto(demo.base_url + path.format(number))

    return go


def event(key: str):
    def go(page, demo):
        return page.goto(f"{demo.base_url}/admin/snippets/events/event/edit/{demo.story['events'][key]['id']}/")

    return go


ADMIN = {
    "admin dashboard": address("/admin/"),
    "admin pages": page_of("aktuelles", "/admin/pages/{}/"),
    "admin page editor": page_of("kataster-eroeffnet", "/admin/pages/{}/edit/"),
    "admin translation": page_of("forum-bioprozesstechnik", "/admin/pages/{}/edit/", language="en"),
    "admin events": address("/admin/snippets/events/event/"),
    "admin event": event("free"),
    "admin registrations": address("/admin/snippets/events/registration/"),
    "admin release queue": address("/admin/marketplace/releases/"),
    "admin listings": address("/admin/snippets/marketplace/listing/"),
    "admin orders": address("/admin/snippets/marketplace/order/"),
    "admin institutions": address("/admin/snippets/accounts/institution/"),
    "admin payments": address("/admin/snippets/payments/payment/"),
    "admin open items": address("/admin/invoices/owed/"),
    "admin invoices": address("/admin/snippets/invoices/invoice/"),
    "admin letters": address("/admin/letters/failed/"),
    "admin untranslated": address("/admin/reports/untranslated/"),
    "admin settings": address("/admin/settings/home/office/"),
}
