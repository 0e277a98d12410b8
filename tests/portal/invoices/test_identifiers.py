import pytest
from django.core.exceptions import ValidationError

from portal.invoices.identifiers import as_leitweg_id, as_vat_id


@pytest.mark.parametrize("text", ["04011000-1234512345-06", "  04011000-1234512345-06 ", "991-01484-64"])
def test_a_leitweg_id_has_its_check_digits(text):
    assert as_leitweg_id(text) == text.strip()


@pytest.mark.parametrize("text", ["04011000-1234512345-07", "04011000", "abc", "04011000-12345+-06", "٠٤-06"])
def test_anything_else_is_none(text):
    with pytest.raises(ValidationError):
        as_leitweg_id(text)


def test_a_vat_id_is_one_of_the_union():
    assert as_vat_id("DE 136 695 976") == "DE136695976"
    assert as_vat_id("") == ""
    for wrong in ("DE123456789012", "XX123", "136695976", "EU372000041", "IM3720000224"):
        with pytest.raises(ValidationError):
            as_vat_id(wrong)
