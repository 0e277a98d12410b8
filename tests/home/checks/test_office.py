"""The office's settings: duties of the law, their preview, and the check before the portal opens."""

from functools import partial

import pytest
from django.core.checks import run_checks
from django.utils import translation

from events.coaching.booking import retention as coaching
from events.models import Event
from events.models.questions import KEPT_DAYS, KEPT_DAYS_SPECIAL
from home.checks import go_live
from home.models import Office
from home.pages import StandardPage
from portal import retention, sockets
from portal.accounts.people import enroll
from tests.home.conftest import add, translate
from tests.home.test_terms import USUAL
from tests.kept import kept

pytestmark = pytest.mark.django_db

FULL = {
    "operator": "Verein für Transfer",
    "legal_form": "Eingetragener Verein",
    "street": "Am Wissenschaftspark 12",
    "postal_code": "44801",
    "city": "Bochum",
    "phone": "+49 234 555",
    "email": "kontakt@example.org",
    "represented_by": "Dr. Miriam Osthoff",
    "register_court": "Amtsgericht Bochum",
    "register_number": "VR 1234",
    "vat_id": "keine",
    "responsible": "Deniz Kaya, ebenda",
    "authority": "–",
}


@pytest.fixture
def office(site_tree):
    return kept("office", partial(build_office, site_tree), under=site_tree.de)


def build_office(site_tree):
    pages = {
        name: add(site_tree.de, StandardPage(title=name.title(), slug=name))
        for name in ("imprint", "privacy", "accessibility", "contact")
    }
    translate(pages["imprint"], site_tree.en.locale, "Imprint", "imprint-en")
    return Office.objects.create(site=site_tree.site, **FULL, **pages)


def found() -> list[str]:
    return [message.id for message in run_checks(tags=[go_live.TAG], include_deployment_checks=True)]


def test_complete_office_passes_the_deployment_check(office):
    assert found() == []


@pytest.mark.parametrize("name", go_live.FIELDS)
def test_each_missing_field_is_named_with_an_id_of_its_own(office, name):
    Office.objects.update(**{name: " "})
    assert found() == [f"home.E{101 + go_live.FIELDS.index(name)}"]


def test_page_that_is_not_published_is_named(office):
    office.privacy.unpublish()
    Office.objects.update(contact=None)
    assert found() == ["home.E122", "home.E124"]


def test_fresh_portal_lacks_everything(site_tree):
    assert len(found()) == len(go_live.FIELDS) + len(go_live.PAGES)


def test_imprint_page_shows_the_fields_of_the_settings_in_both_languages(client, office):
    german = client.get("/de/imprint/").content.decode()
    assert all(FULL[name] in german for name in ("operator", "legal_form", "register_number", "responsible"))
    assert "keine" not in german
    assert "Aufsichtsbehörde" not in german
    english = client.get("/en/imprint-en/").content.decode()
    assert "Responsible for the content" in english


def test_other_pages_do_not_show_the_imprint(client, office):
    assert "VR 1234" not in client.get("/de/privacy/").content.decode()


@pytest.mark.parametrize(("language", "word"), [("de", "Vertreten durch"), ("en", "Represented by")])
def test_preview_shows_what_is_being_typed(client, office, language, word):
    client.force_login(enroll("root@example.org", is_superuser=True))
    address = f"/admin/settings/home/office/{office.site_id}/preview/"
    typed = {**FULL, "represented_by": "Dr. Neu", "name_de": "P", "name_en": "P", "operator": "Ein anderer Verein"}
    typed |= USUAL
    assert client.post(address, typed).json()["is_valid"]
    page = client.get(address, {"mode": language}).content.decode()
    assert word in page
    assert "Dr. Neu" in page
    assert page.count("Ein anderer Verein") == 2
    assert Office.objects.get().represented_by == "Dr. Miriam Osthoff"


def test_the_footer_links_what_is_chosen_and_marks_the_other_language(client, office, site_tree):
    easy = add(site_tree.de, StandardPage(title="Leichte Sprache", slug="leichte-sprache"))
    barriers = add(site_tree.de, StandardPage(title="Barriere melden", slug="barriere-melden"))
    translate(barriers, site_tree.en.locale, "Report a barrier", "report-a-barrier")
    Office.objects.update(plain_language=easy, barriers=barriers)
    german, english = (client.get(address).content.decode().split("<footer")[1] for address in ("/de/", "/en/"))
    assert '<a href="/de/leichte-sprache/">Leichte Sprache</a>' in german
    assert '<a href="/de/leichte-sprache/" lang="de" hreflang="de">Leichte Sprache</a>' in english
    assert '<a href="/en/report-a-barrier/">Report a barrier</a>' in english


def test_contact_page_shows_how_to_reach_the_office_and_every_page_leads_there(client, office, site_tree):
    joining = add(site_tree.de, StandardPage(title="Mitmachen", slug="mitmachen"))
    Office.objects.update(joining=joining)
    contact = client.get("/de/contact/").content.decode().split("<main")[1].split("<footer")[0]
    assert 'href="tel:+49234555"' in contact
    assert 'href="mailto:kontakt@example.org"' in contact
    head, foot = client.get("/de/").content.decode().split("<main")
    bar, drawer = head.split('id="main-menu"')
    for words in (bar, drawer):
        assert 'href="/de/mitmachen/"' in words
        assert 'href="/de/contact/"' in words
    assert "/login/" in drawer
    assert 'href="/de/mitmachen/">Mitmachen</a></li>' in foot.split("<footer")[1]


def test_privacy_page_tells_who_answers_and_the_rules_that_really_run(client, office, settings):
    settings.STRIPE_SECRET_KEY = ""
    Office.objects.update(privacy_officer="Nadja Reimers", processors_de="Rechenzentrum: Server\n\nPost: Briefe")
    page = client.get("/de/privacy/").content.decode().split("<main")[1].split("<footer")[0]
    for told in (FULL["operator"], "Nadja Reimers", "<li>Rechenzentrum: Server</li>", "<li>Post: Briefe</li>"):
        assert told in page
    assert page.count("<tr") == len(retention.kept()) + 1
    # The numbers are those by which the jobs delete.
    for days in (Event._meta.get_field("keep_days").default, KEPT_DAYS, KEPT_DAYS_SPECIAL, coaching.KEEP.days):
        assert f"{days} Tage nach" in page
    assert "Stripe" not in page
    settings.STRIPE_SECRET_KEY = "sk_test_x"  # noqa: S105
    assert "Stripe" in client.get("/de/privacy/").content.decode()


def test_every_room_that_knows_people_says_how_long():
    for language in ("de", "en"):
        with translation.override(language):
            rules = [room.kept() for room in sockets.modules("privacy")]
            assert all(rules)
            assert all(rule.what and rule.why and rule.basis and rule.until for room in rules for rule in room)
