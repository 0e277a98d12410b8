"""Search knows the words of its readers: the examples that visitors tried, and the rules behind them."""

from datetime import datetime, timedelta
from functools import partial

import pytest
from django.urls import reverse
from django.utils import timezone

from events import samples as events
from events.pages import EventIndexPage, EventPage
from events.staff import dates
from home.pages import NewsIndexPage, StandardPage
from marketplace.pages import MarketplacePage
from portal.accounts.models import Institution
from portal.lexicon import meanings, nearest, shipped, tasks, terms
from portal.lexicon.models import Meaning, SeenWord
from portal.search import hits, lines
from tests.kept import kept
from tests.marketplace.making import released

pytestmark = pytest.mark.django_db

SHELF = {
    "Kryostat für Gefrierschnitte": "Cryostat for frozen sections",
    "HPLC mit Diodenarray-Detektor": "HPLC with diode-array detector",
    "Pilotfermenter, 300 Liter": "Fermenter at pilot scale",
    "NMR-Spektrometer, 600 MHz, mit Messung": "NMR spectrometer",
    "Hochauflösendes Massenspektrometer": "High-resolution mass spectrometer",
    "FTIR-Mikroskop": "FTIR microscope",
    "Tischzentrifuge": "Benchtop centrifuge",
}
# What was typed, in which language, and what it finds; * before a word that was searched for instead.
EXAMPLES = [
    ("GMP", "de", {"Gute Herstellungspraxis für Zelltherapien"}),
    ("Herstellungspraxis", "de", {"Gute Herstellungspraxis für Zelltherapien"}),
    ("Gewebe schneiden", "de", {"Kryostat für Gefrierschnitte"}),
    ("tissue slicing", "de", {"Kryostat für Gefrierschnitte"}),
    ("tissue slicing", "en", {"Cryostat for frozen sections"}),
    ("cutting tissue", "en", {"Cryostat for frozen sections"}),
    ("Proteinreinheit bestimmen", "de", {"HPLC mit Diodenarray-Detektor"}),
    ("protein purity", "en", {"HPLC with diode-array detector"}),
    ("Waage", "de", set()),
    ("balance", "en", set()),
    ("Fermenter", "de", {"Pilotfermenter, 300 Liter"}),
    ("Messenspektrometer", "de", {"*Massenspektrometer", "Hochauflösendes Massenspektrometer"}),
    ("mass spectrometre", "en", {"*mass spectrometer", "High-resolution mass spectrometer"}),
    ("Zentriefuge", "de", {"*Zentrifuge", "Tischzentrifuge"}),
    ("Newsletter", "de", {"Aktuelles"}),
    ("Anfahrt", "de", {"Kontakt"}),
    ("Öffnungszeiten", "de", {"Kontakt", "Öffnungszeiten zum Fest"}),
    ("Oeffnungszeiten", "de", {"Kontakt", "Öffnungszeiten zum Fest"}),
    ("opening hours", "de", {"Kontakt"}),
    (
        "Spektrometer",
        "de",
        {"NMR-Spektrometer, 600 MHz, mit Messung", "Hochauflösendes Massenspektrometer", "FTIR-Mikroskop"},
    ),
    ("Xyzqwv", "de", set()),
    ("Zentrifuge mieten", "de", {"Tischzentrifuge"}),
    ("Wie viel kostet eine Stunde an der Zentrifuge?", "de", {"Tischzentrifuge"}),
    ("rent a centrifuge per hour", "en", {"Benchtop centrifuge"}),
    ("Wie komme ich zu Ihnen", "de", {"Kontakt"}),
    ("Termine", "de", {"Veranstaltungen"}),
    ("gebrauchte Laborgeräte", "de", {"Tischzentrifuge"}),
    ("used equipment", "de", {"Tischzentrifuge"}),
    ("Geld", "de", {"Fördermittel für Gründer"}),
    ("Eiweiß analysieren", "de", {"HPLC mit Diodenarray-Detektor", "Hochauflösendes Massenspektrometer"}),
    ("pH messen", "de", set()),
    ("Ionen", "de", set()),
    ("Gen", "de", set()),
]


@pytest.fixture
def cluster(site_tree):
    kept("cluster that is searched", partial(build_cluster, site_tree), under=site_tree.de)
    return site_tree


def build_cluster(site_tree) -> None:
    for german, english in SHELF.items():
        used = {"condition": "used"} if german == "Tischzentrifuge" else {}
        texts = {"de": (german, "Ein Gerät für alle."), "en": (english, "A device for all. It is used daily.")}
        released(title=german, texts=texts, **used)
    site_tree.de.add_child(instance=StandardPage(title="Sektionen", slug="sektionen"))
    site_tree.de.add_child(instance=StandardPage(title="Fördermittel für Gründer", slug="geld"))
    lead = "Geänderte Öffnungszeiten unseres Hauses für dieses Jahr."
    site_tree.de.add_child(instance=StandardPage(title="Öffnungszeiten zum Fest", slug="fest", lead=lead))
    site_tree.de.add_child(instance=StandardPage(title="Kontakt", slug="kontakt"))
    site_tree.de.add_child(instance=NewsIndexPage(title="Aktuelles", slug="aktuelles"))
    calendar = site_tree.de.add_child(instance=EventIndexPage(title="Veranstaltungen", slug="veranstaltungen"))
    event = events.event(city="Hagen")
    title = "Gute Herstellungspraxis für Zelltherapien"
    calendar.add_child(instance=EventPage(title=title, slug="gmp", event=event, teaser="Ein Tag."))


def found(client, typed: str, language: str = "de") -> set[str]:
    response = client.get({"de": "/de/suche/", "en": "/en/search/"}[language], {"q": typed})
    answer = response.context["found"]
    shown = {line.title for group in answer.groups for line in group.lines}
    return shown | ({f"*{answer.suggestion}"} if answer.suggestion else set())


def test_what_visitors_typed_finds_what_they_meant_and_nothing_else(client, cluster):
    answers = {(typed, language): found(client, typed, language) for typed, language, _wanted in EXAMPLES}
    wanted = {(typed, language): shown for typed, language, shown in EXAMPLES}
    for typed, shown in wanted.items():
        assert answers[typed] == shown, typed


def test_hits_show_price_place_and_words(client, cluster):
    page = client.get("/de/suche/", {"q": "HPLC"}).content.decode().replace("\xa0", " ")
    assert "40 € pro Stunde" in page
    assert "Ein Gerät für alle." in page
    assert "Hagen" in client.get("/de/suche/", {"q": "GMP"}).content.decode()


def test_a_page_of_the_portal_comes_before_texts_with_the_words(client, cluster):
    groups = client.get("/de/suche/", {"q": "Öffnungszeiten"}).context["found"].groups
    assert [line.title for line in groups[0].lines] == ["Kontakt", "Öffnungszeiten zum Fest"]


def test_a_single_letter_is_no_part_of_a_name(client, cluster):
    Institution.objects.create(name="Verein für Ofenbau", slug="x", kind="company")
    assert found(client, "pH") == set()
    assert found(client, "für Ofenbau") == {"Verein für Ofenbau"}


def test_words_that_no_title_has_any_more_are_forgotten(cluster):
    page = cluster.de.add_child(instance=StandardPage(title="Vergängliches", slug="x"))
    SeenWord.objects.update(seen_at=timezone.now() - timedelta(days=8))
    page.title = "Bleibendes"
    page.save()
    tasks.forget(0)
    words = set(SeenWord.objects.values_list("word", flat=True))
    assert "Vergängliches" not in words
    assert {"Bleibendes", "Tischzentrifuge", "Kryostat", "microtome"} <= words


def test_events_are_found_by_their_month_also_once_it_has_changed(client, cluster):
    year = timezone.localdate().year + 1
    day = timezone.make_aware(datetime(year, 3, 31, 18))
    event = events.event(starts_at=day, ends_at=day + timedelta(hours=2))
    calendar = EventIndexPage.objects.get()
    calendar.add_child(instance=EventPage(title="Stammtisch", slug="stammtisch", event=event, teaser="Ein Abend."))
    for typed in ("März", "maerz", "Mrz", "March", f"Stammtisch märz {year}"):
        assert found(client, typed) == {"Stammtisch"}, typed
    assert "Mrz" not in client.get("/de/suche/", {"q": "März"}).content.decode().split("<main")[1]
    assert [found(client, typed) for typed in (f"März {year - 1}", f"April {year}", "Mar.")] == [
        set(),
        set(),
        {"Stammtisch"},
    ]
    assert "Stammtisch" in client.get("/de/veranstaltungen/", {"q": "Mrz"}).content.decode()
    dates.move(event, starts_at=day + timedelta(days=1), ends_at=day + timedelta(days=1, hours=2))
    assert (found(client, "März"), found(client, f"April {year}")) == (set(), {"Stammtisch"})


def test_an_excerpt_has_no_commas_of_empty_fields():
    assert lines.excerpt("Wer hilft, , , Wann, wo", "Hilfe") == "Wer hilft, Wann, wo"


def test_nothing_found_leads_on(client, cluster):
    cluster.de.add_child(instance=MarketplacePage(title="Marktplatz", slug="marktplatz"))
    page = client.get("/de/suche/", {"q": "Mikroskopierung xyz"}).content.decode()
    assert 'href="/de/marktplatz/?category=microscopy"' in page


def test_the_list_of_events_heeds_the_words(client, cluster):
    other = events.event()
    calendar = EventIndexPage.objects.get()
    calendar.add_child(instance=EventPage(title="Stammtisch", slug="stammtisch", event=other, teaser="Ein Abend."))
    rows = lambda q, view: client.get("/de/veranstaltungen/", {"q": q, "view": view}).content.decode()  # noqa: E731
    assert "Stammtisch" in rows("", "list")
    assert "Stammtisch" not in rows("GMP", "list")
    assert "Gute Herstellungspraxis" in rows("GMP", "list")
    month = {"view": "month", "q": "GMP", "month": f"{timezone.localtime(other.starts_at):%Y-%m}"}
    assert "Stammtisch" not in client.get("/de/veranstaltungen/", month).content.decode()
    page = client.get("/de/veranstaltungen/", {"q": "GMP"})
    for name in ("feed", "atom", "embed"):
        address = page.context["subscribe"][name]
        assert address.endswith("?q=GMP")
        told = client.get(address.removeprefix("http://localhost:8000")).content.decode()
        assert "Gute Herstellungspraxis" in told.replace("\r\n ", "")
        assert "Stammtisch" not in told
    assert "Stammtisch" in client.get(reverse("events:atom")).content.decode()


@pytest.mark.parametrize(
    ("language", "typed", "kept", "is_found"),
    [
        ("en", "policy", "Policies", True),
        ("en", "studies", "Study", True),
        ("en", "running", "Runs", True),
        ("de", "Geräten", "Gerät", True),
        ("de", "Förderungen", "Förderung", True),
        ("en", "organization", "Organ", False),
    ],
)
def test_pages_are_stemmed_in_their_language(client, site_tree, language, typed, kept, is_found):
    getattr(site_tree, language).add_child(instance=StandardPage(title=kept, slug="x"))
    assert (kept in found(client, typed, language)) is is_found


def test_whole_words_come_before_parts_of_words(client, site_tree):
    for title in ("Messe", "Messeplatz"):
        site_tree.de.add_child(instance=StandardPage(title=title))
    assert found(client, "Messe") == {"Messe"}
    assert found(client, "Messep") == {"Messeplatz"}
    assert client.get("/de/suche/", {"q": "Messep"}).context["found"].loose


def test_staff_teach_a_word_and_it_is_found_at_once(client, cluster, admin_client):
    assert found(client, "Eisschrankdings") == set()
    device = Meaning.objects.get(words_de__startswith="Kryostat")
    form = {"kind": "task", "words_de": "Eisschrankdings", "words_en": "", "asked": "", "leads_to": [device.pk]}
    answer = admin_client.post(reverse("wagtailsnippets_lexicon_meaning:add"), form)
    assert answer.status_code == 302
    assert found(client, "Eisschrankdings") == {"Kryostat für Gefrierschnitte"}
    form = {"kind": "task", "words_de": " ", "words_en": "", "asked": ""}
    page = admin_client.post(reverse("wagtailsnippets_lexicon_meaning:add"), form)
    assert "Tragen Sie mindestens ein Wort ein." in page.content.decode()


def test_the_shipped_vocabulary_is_whole():
    assert Meaning.objects.count() == len(shipped.ROWS)
    names = [row.name for row in shipped.ROWS]
    assert len(names) == len(set(names))
    for row in shipped.ROWS:
        assert set(filter(None, row.to.split("|"))) <= set(names)


def test_a_circle_of_meanings_ends():
    one, other = (Meaning.objects.create(words_de=word) for word in ("Kreiseins", "Kreiszwei"))
    one.leads_to.add(other)
    other.leads_to.add(one)
    (understood,) = meanings.in_question(["kreiseins"])
    assert (understood.own, understood.led) == ({one.pk}, {other.pk})


def test_a_known_word_is_not_corrected():
    SeenWord.objects.all().delete()
    nearest.remember(["Zentrifuge", "Massenspektrometer"])
    assert nearest.suggestion("Zentrifugen") == ""
    assert nearest.suggestion("große Zentriefuge 5") == "große Zentrifuge 5"
    assert nearest.suggestion("Kaffee") == ""
    assert nearest.suggestion("Zentri") == ""
    assert nearest.suggestion("Zentrofuge") == "Zentrifuge"
    assert nearest.suggestion("entrifuge") == "Zentrifuge"
    assert nearest.suggestion("Bentrifuge") == ""
    assert nearest.suggestion("5 !") == ""


def test_fillers_narrow_nothing_beside_a_meaning():
    assert terms.tsquery("Proteinreinheit bestimmen") == terms.tsquery("Proteinreinheit")
    assert terms.tsquery("bestimmen") != ""


@pytest.mark.parametrize("typed", ["HPLC", "Messenspektrometer", "Xyzqwv", "GMP"])
def test_every_answer_costs_at_most_ten_queries(client, cluster, typed, django_assert_max_num_queries):
    client.get("/de/suche/", {"q": typed})
    with django_assert_max_num_queries(10):
        client.get("/de/suche/", {"q": typed})


def test_the_groups_are_named():
    assert set(hits.LOOSE) <= set(hits.GROUPS)
