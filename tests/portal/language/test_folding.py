"""One spelling for all searches: the table of the kind, and the database folds as Python does."""

import unicodedata

import pytest
from django.db import connection
from django.db.models import TextField, Value
from hypothesis import example, given, settings
from hypothesis import strategies as st

from portal.accounts.models import Institution
from portal.language import folding

# What is kept, and in how many ways people type it.
SPELLINGS = {
    "Müller": ["müller", "MÜLLER", "Mueller", "Muller", "mu\u0308ller", "mül", "mue"],
    "Mueller": ["Müller", "Muller"],
    "Straßmann": ["strassmann", "STRASSMANN", "STRAẞMANN", "straßm"],
    "Søren Ørsted": ["soren", "soeren", "Sören", "ørsted", "oersted orsted"],
    "Łukasz Wałęsa": ["lukasz", "walesa", "ŁUKASZ WAŁĘSA"],
    "Đorđe Petrović": ["dorde", "petrovic"],
    "Æthelred Lœve": ["aethelred", "athelred", "loeve", "love"],
    "Işık İnan": ["isik", "ISIK", "inan", "İNAN", "ışık"],
    "Þór Guðmundsson": ["thor", "gudmundsson"],
    "O’Brien": ["o'brien", "obrien", "O’BRIEN", "o brien", "O`Brien"],
    "O'Brien": ["o’brien", "O´Brien"],
    "Anna-Lena Meyer-Lansky": [
        "anna lena",
        "annalena",
        "Meyer‑Lansky",
        "meyer lansky",
        "meyer – lansky",
        "lansky anna",
    ],
    "Anna Lena": ["anna-lena", "Anna‐Lena"],
    "Stephan Graph": ["stefan", "graf"],
    "Zoë Noël": ["zoe", "noel", "Zoé"],
    "Bauer, Neue Quelle": ["bauer", "neue", "quelle", "quell"],
    "Σάββας": ["σαββας", "ΣΑΒΒΑΣ"],
    "Чайковский": ["чайковский", "ЧАЙКОВСКИЙ"],
    "李小龍": ["李", "小龍"],
    "ﬁrma ＡＢＣ": ["firma", "abc"],
}
CASES = [(kept, typed) for kept, all_typed in SPELLINGS.items() for typed in all_typed]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("kept", "typed"), CASES)
def test_every_spelling_is_held_by_what_is_kept(kept, typed, form):
    text = folding.fold(unicodedata.normalize(form, kept))
    assert all(word in text for word in folding.words(unicodedata.normalize(form, typed)))


@pytest.mark.parametrize(
    ("one", "other"), [("Förderung", "Forderer"), ("Meier", "Meyer"), ("李", "王"), ("Kopf", "Topf")]
)
def test_other_words_stay_other_words(one, other):
    assert folding.fold(one) not in folding.fold(other)


@pytest.mark.django_db
def test_the_database_finds_them_too():
    for number, name in enumerate(SPELLINGS):
        Institution.objects.create(name=name, slug=f"i{number}", kind="company")
    for kept, typed in CASES:
        found = folding.search(Institution.objects.all(), typed, ("name", "city"))
        assert kept in {one.name for one in found}, typed
    for typed in ("", " - ", "'"):
        assert folding.search(Institution.objects.all(), typed, ("name",)).count() == len(SPELLINGS)


MODELS = ["XZ-900", "XZ 900", "XZ900", "xz‑900"]


@pytest.mark.django_db
@pytest.mark.parametrize("kept", MODELS)
@pytest.mark.parametrize("typed", MODELS)
def test_a_model_number_is_found_however_its_parts_are_joined(kept, typed):
    for number, name in enumerate([f"Zentrifuge {kept} Plus", "Zentrifuge XZ 90", "Zentrifuge AXZ 1900", "Zebra 900"]):
        Institution.objects.create(name=name, slug=f"i{number}", kind="company", city=name)
    everything = Institution.objects.all()
    found = {one.slug for one in folding.search(everything, typed, ("name",))}
    assert ("i0" in found, "i1" in found) == (True, False)
    assert folding.mentions(everything, typed, ("name",), ()).get().slug == "i0"
    assert folding.mentions(everything, typed, (), ("city",)).get().slug == "i0"


def signs():
    """Letters of living scripts with their marks, and what stands between words."""
    latin = st.characters(min_codepoint=0x20, max_codepoint=0x24F)
    more = st.characters(min_codepoint=0x300, max_codepoint=0x4FF, exclude_categories=["Cn"])
    rest = st.sampled_from("ẞẠﬁ中あ한🧪½²–—’'`´- \u00ad\u200bÅΩ" + folding.SILENT)
    vowels = st.sampled_from(["ae", "oe", "ue", "eue", "aue", "que", "ph", "ss"])
    return st.lists(latin | more | rest | vowels, max_size=30).map("".join)


@pytest.mark.django_db
@given(signs())
@example("ΌΣΟΣ ὈΔΥΣΣΕΎΣ ς")
@example("İstanbul Iı")
@settings(max_examples=150, deadline=None)
def test_the_database_folds_as_python_does(text):
    assert _in_the_database(text) == folding.fold(text)


def _in_the_database(text: str) -> str:
    compiler = Institution.objects.all().query.get_compiler(connection=connection)
    sql, params = compiler.compile(folding.Folded(Value(text, output_field=TextField())))
    with connection.cursor() as cursor:
        cursor.execute(f"select {sql}", params)
        return cursor.fetchone()[0]
