"""Who cannot be reached, of what the house itself says: people, institutions, forms, links in pages."""

from collections.abc import Iterator
from urllib.parse import unquote

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry, Page

from home.answers.page import JoinPage
from home.checks import contents
from home.checks.contacts import Trouble, edit, no_address, nobody_answers
from home.models import Office, Person, Section
from portal.accounts.kinds import Role
from portal.accounts.models import Institution, Membership
from portal.language.mailbox import reachable, same_mailbox
from portal.letters import failed


def troubles() -> Iterator[Trouble]:
    yield from _undeliverable()
    yield from _people()
    yield from _institutions()
    yield from _forms()
    yield from _mail_links()


def _undeliverable() -> Iterator[Trouble]:
    """Whose letters came back for good."""
    dead = {same_mailbox(letter.to) for letter in failed.letters() if letter.to}
    for model in (Person, Institution):
        for row in model.objects.exclude(email=""):
            if same_mailbox(row.email) in dead:
                message = _("Mail to %(address)s cannot be delivered.") % {"address": row.email}
                yield Trouble(str(row), str(model._meta.verbose_name), message, edit(row))


def _people() -> Iterator[Trouble]:
    for section in Section.objects.select_related("contact"):
        if section.contact is None:
            yield Trouble(
                section.name, str(Section._meta.verbose_name), _("Nobody is named as contact."), edit(section)
            )
        elif nobody_answers(section.contact):
            kind = str(Section._meta.verbose_name)
            yield Trouble(section.name, kind, no_address(section.contact), edit(section.contact))
    acting = Person.objects.filter(email="", section_roles__isnull=False).distinct()
    for person in acting.exclude(pk__in=Section.objects.exclude(contact=None).values("contact")):
        message = _("Acts in a section, but has no email address.")
        yield Trouble(str(person), str(Person._meta.verbose_name), message, edit(person))


def _institutions() -> Iterator[Trouble]:
    kind = str(Institution._meta.verbose_name)
    for house in Institution.objects.visible().filter(email="", phone="", website=""):
        message = _("Listed in the directory without email address, phone or website.")
        yield Trouble(house.name, kind, message, edit(house))
    for house in _without_manager():
        yield Trouble(
            house.name, kind, _("Nobody manages this institution any more. Please appoint somebody."), edit(house)
        )
    named = Q(project_roles__isnull=False) | Q(section_roles__isnull=False)
    for house in Institution.objects.filter(named, is_visible=False).distinct():
        yield Trouble(house.name, kind, _("Is named on pages, but is not shown in the directory."), edit(house))


def _without_manager() -> list[Institution]:
    """Houses for which somebody acted, and whose managers were erased, deleted or locked since."""
    managers = Membership.objects.filter(institution=OuterRef("pk"), role=Role.MANAGER, user__is_active=True)
    kind = ContentType.objects.get_for_model(Institution)
    deeds = ModelLogEntry.objects.filter(content_type=kind, action__startswith="accounts.")
    acted = set(deeds.values_list("object_id", flat=True).distinct())
    left = Institution.objects.filter(~Exists(managers)).annotate(members_left=Count("memberships"))
    return [house for house in left if house.members_left or str(house.pk) in acted]


def _forms() -> Iterator[Trouble]:
    office = Office.here()
    if not office.email:
        settings_page = reverse("wagtailsettings:edit", args=["home", "office", office.site_id]) if office.pk else ""
        yield Trouble(office.name, str(Office._meta.verbose_name), _("The office has no email address."), settings_page)
    for page in JoinPage.objects.live().filter(to_address="", section__isnull=False).select_related("section__contact"):
        if not (page.section.contact and page.section.contact.email):
            message = _("Answers were meant for the contact of the section, but go to the office.")
            yield Trouble(page.title, str(page.page_type_display_name), message, _page(page))


def _mail_links() -> Iterator[Trouble]:
    for page in Page.objects.live().filter(depth__gt=1, alias_of=None).order_by("path").specific():
        for link in contents.links(page):
            if link.href.startswith("mailto:") and not _is_address(link.href):
                message = _("The link “%(text)s” leads to no email address: %(address)s")
                told = message % {"text": link.text, "address": link.href.removeprefix("mailto:")}
                yield Trouble(page.title, str(page.page_type_display_name), told, _page(page))


def _is_address(href: str) -> bool:
    try:
        reachable(unquote(href.removeprefix("mailto:").split("?")[0]))
    except ValidationError:
        return False
    return True


def _page(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])
