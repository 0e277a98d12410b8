import pytest

from home.models import Section
from home.reading import accents


@pytest.mark.parametrize(
    ("colour", "ink"), [("#000000", "#FFFFFF"), ("#FFFFFF", "#14272B"), ("#FFC933", "#14272B"), ("#0B5C66", "#FFFFFF")]
)
def test_ink_on_an_accent_is_the_one_that_can_be_read(colour, ink):
    assert accents.ink_on(colour) == ink


@pytest.mark.parametrize("step", range(0, 256, 15))
def test_ink_on_any_grey_reaches_the_contrast_of_large_text(step):
    grey = f"#{step:02X}{step:02X}{step:02X}"
    assert accents.contrast(grey, accents.ink_on(grey)) >= 3


@pytest.mark.django_db
def test_style_sheet_leaves_out_what_is_no_colour():
    Section.objects.create(slug="a", name_de="A", name_en="A", accent="#8A2B62")
    Section.objects.create(slug="b", name_de="B", name_en="B", accent="red;}")
    assert "accent-a" in accents.style_sheet()
    assert "accent-b" not in accents.style_sheet()
