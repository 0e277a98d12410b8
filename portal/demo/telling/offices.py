"""The office's own: site settings, workflows in progress."""

from wagtail.models import Locale, Page, Workflow

from home.models import Office
from home.pages import NewsPage
from portal.accounts.models import User
from portal.demo.content.home import SITE
from portal.demo.content.workflows import WORKFLOWS
from portal.demo.telling.words import Words
from portal.language.slugs import slugify

FOOTER = {
    "imprint": "impressum",
    "privacy": "datenschutz",
    "accessibility": "barrierefreiheit",
    "plain_language": "leichte-sprache",
    "barriers": "barriere-melden",
    "contact": "kontakt",
    "joining": "mitmachen",
}

IMPRINT = {
    "legal_form": "Eingetragener Verein",
    "represented_by": "Dr. Miriam Osthoff",
    "register_court": "Amtsgericht Bochum",
    "register_number": "VR 00000 (Demo)",
    "vat_id": "DE000000000",
    "responsible": "Deniz Kaya, Am Wissenschaftspark 12, 44801 Bochum",
    "privacy_officer": "Nadja Reimers, Am Wissenschaftspark 12, 44801 Bochum, datenschutz@portal.example",
    "processors_de": "Rechenzentrum der Hochschule, Bochum: Betrieb der Server\nPostfach.example, Münster: Versand der E-Mails",
    "processors_en": "Computing centre of the university, Bochum: running the servers\nPostfach.example, Münster: sending email",
    "authority": "–",
}


def tell_office(site, words: Words) -> None:
    office, _ = Office.objects.get_or_create(site=site)
    office.claim_de, office.claim_en = SITE["claim_de"], SITE["claim_en"]
    office.operator = SITE["name"]
    for field in ("street", "postal_code", "city", "phone", "email"):
        setattr(office, field, SITE[field])
    for field, value in IMPRINT.items():
        setattr(office, field, value)
    office.funded_by = words.projects["klic-2-go"]
    for field, slug in FOOTER.items():
        setattr(office, field, words.pages[slug].de)
    office.save()


def tell_workflows(words: Words, accounts: dict[str, User]) -> None:
    """Three pieces of editing under way: drafts that wait for a moderator, one sent back."""
    workflow = Workflow.objects.filter(active=True).order_by("pk").first()
    for row in WORKFLOWS:
        page = _edited(row, words)
        author = accounts[row["submitted_by"]]
        revision = page.save_revision(user=author)
        page = revision.as_object()
        state = workflow.start(page, author)
        if row["state"] == "needs_changes":
            task = state.current_task_state
            task.reject(user=accounts["moderator"], comment=row["task_comment"])


def _edited(row: dict, words: Words):
    body = words.blocks[row["language"]].stream(row["body"])
    if row["page"] == "new":
        parent = Page.objects.get(pk=words.pages["news"].in_language(row["language"]).pk)
        page = NewsPage(
            title=row["title"],
            slug=slugify(row["title"], 60),
            teaser=row["teaser"],
            body=body,
            live=False,
            locale=Locale.objects.get(language_code=row["language"]),
        )
        parent.add_child(instance=page)
        return page
    page = Page.objects.get(pk=words.pages[row["page"]].in_language(row["language"]).pk).specific
    page.title = row["title"]
    if body:
        page.body = body
    return page
