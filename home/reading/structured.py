"""What pages say in the words of schema.org."""

from home.models import Office
from home.pages import NewsPage
from portal.accounts.models import Institution
from portal.language.mailbox import absolute


def organisation(office: Office) -> dict:
    address = {"streetAddress": office.street, "postalCode": office.postal_code, "addressLocality": office.city}
    return _filled(
        {
            "@type": "Organization",
            "name": office.operator or office.name,
            "url": absolute("/"),
            "email": office.email,
            "telephone": office.phone,
            "address": _filled({"@type": "PostalAddress", "addressCountry": "DE", **address}),
        }
    )


def institution(shown: Institution) -> dict:
    address = {"streetAddress": shown.street, "postalCode": shown.postal_code, "addressLocality": shown.city}
    return _filled(
        {
            "@type": "Organization",
            "name": shown.name,
            "url": absolute(shown.get_absolute_url()),
            "sameAs": shown.website,
            "description": shown.description,
            "address": _filled({"@type": "PostalAddress", **address}),
        }
    )


def article(page: NewsPage, office: Office) -> dict:
    return _filled(
        {
            "@type": "NewsArticle",
            "headline": page.title,
            "description": page.teaser,
            "datePublished": page.date,
            "dateModified": page.last_published_at,
            "inLanguage": page.locale.language_code,
            "mainEntityOfPage": absolute(page.url),
            "isBasedOn": page.source_url,
            "publisher": {"@type": "Organization", "name": office.operator or office.name},
        }
    )


def breadcrumb(trail) -> dict:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": step.title, "item": absolute(step.url)}
            for place, step in enumerate(trail, start=1)
        ],
    }


def _filled(data: dict) -> dict:
    return {key: value for key, value in data.items() if value}
