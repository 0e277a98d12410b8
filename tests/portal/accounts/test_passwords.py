"""Rules of a password in plain words, next to the field and when one is broken."""

import pytest
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError
from django.utils import translation

from portal.accounts.models import User


def test_the_rules_are_told_in_both_languages():
    for language, word in (("de", "ganzer Satz"), ("en", "whole sentence")):
        with translation.override(language):
            texts = password_validators_help_texts()
            assert len(texts) == 3
            assert any(word in text for text in texts)


@pytest.mark.parametrize(
    ("typed", "told"), [("kurz", "10 Zeichen"), ("password123", "benutzen viele"), ("ada.lovelace@", "ähnelt")]
)
def test_a_broken_rule_is_told_as_something_to_do(typed, told):
    with pytest.raises(ValidationError) as refused:
        validate_password(typed, User(email="ada.lovelace@example.org", first_name="Ada"))
    assert told in " ".join(refused.value.messages)


def test_a_whole_sentence_is_fine():
    assert validate_password("der Zug hält in Witten") is None
