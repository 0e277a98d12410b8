"""The first pages: without them nothing can be published."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site, Task, Workflow

from home.pages import HomePage

# Stored once, in the language of the staff.
RELEASE, CHECK = "Freigabe durch die Geschäftsstelle", "Prüfung durch die Moderation"


@dataclass(frozen=True)
class Foundation:
    """The site and its two front doors."""

    site: Site
    de: HomePage
    en: HomePage


@transaction.atomic
def lay_foundation() -> Foundation:
    """Both locales, a home page for each, and the site on the German one. May be called twice.

    Wagtail finds /en/ by itself: the English home is the translation of the site's root page, beside it in the tree.
    """
    german, english = (Locale.objects.get_or_create(language_code=code)[0] for code in ("de", "en"))
    root = Page.get_first_root_node()
    de = HomePage.objects.filter(locale=german, depth=2).first()
    if de is None:
        de = HomePage(title="Startseite", slug="de", headline="Gemeinsam forschen. Geräte teilen.", locale=german)
        root.add_child(instance=de)
        de.save_revision().publish()
    en = de.get_translation_or_none(english)
    if en is None:
        en = de.copy_for_translation(english)
        en.title, en.slug, en.headline = "Home", "en", "Research together. Share devices."
        en.save_revision().publish()
        en.refresh_from_db()
    _name_workflow()
    return Foundation(site=_site_on(de), de=de, en=en)


def _name_workflow() -> None:
    """Wagtail's first workflow in the words of the staff; whoever has named it otherwise keeps their name."""
    Workflow.objects.filter(name="Moderators approval").update(name=RELEASE)
    Task.objects.filter(name="Moderators approval").update(name=CHECK)


def _site_on(home: HomePage) -> Site:
    address = urlsplit(settings.PORTAL_BASE_URL)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.hostname, site.site_name, site.root_page = address.hostname, settings.PORTAL_NAME, home
    site.port = address.port or (443 if address.scheme == "https" else 80)
    site.save()
    Page.objects.filter(slug="home", depth=2, content_type__model="page").delete()
    return site
