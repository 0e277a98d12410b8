import pytest

from portal.letters.headers import clean_header


@pytest.mark.parametrize(
    "sign", ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\r\n", "\n", "\x00", "\u2028", "\u2029", "\x85"]
)
def test_clean_header_folds_every_line_breaking_sign_into_a_space(sign):
    assert clean_header(f"Hi{sign}{sign}Bcc: v@x") == "Hi Bcc: v@x"


def test_clean_header_caps_the_length():
    assert len(clean_header("a" * 10_000)) == 254
