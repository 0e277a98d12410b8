"""The de-minimis statement: PDF/UA in both languages, with the hours that took place."""

from datetime import timedelta

import pytest
from django.utils import translation

from events.coaching.models import Account
from events.coaching.record import hours, statements
from tests.events.coaching.making import NOW, TUESDAY, book, make_slot

pytestmark = pytest.mark.django_db


@pytest.fixture
def account(site_tree, coach, programme) -> Account:
    one = book(make_slot(coach, programme=programme), startup="Zell #*_@ $x$ \\ schmiede")
    book(make_slot(coach, first=TUESDAY + timedelta(days=1), programme=programme), startup="Zell #*_@ $x$ \\ schmiede")
    hours.record_hours(one, minutes=50, by=coach.user, now=one.slot.ends_at)
    return Account.objects.get()


@pytest.mark.parametrize("language", ["de", "en"])
def test_statement_is_an_accessible_pdf_in_the_readers_language(account, language):
    with translation.override(language):
        paper = statements.statement(account, now=NOW)
    assert paper.startswith(b"%PDF-1.7")
    assert b"pdfuaid:part" in paper
    assert f"/Lang({language})".encode() in paper


def test_statement_counts_what_took_place_and_not_what_is_planned(account):
    with translation.override("de"):
        told = statements.told(account, now=NOW)
    assert [row[2:] for row in told["rows"]] == [["50 Minuten", "79,17\xa0€"]]
    assert told["total"].endswith("79,17\xa0€ für 50 Minuten")
    assert "2023/2831" in told["legal"]
    assert any("300.000 EUR" in sentence for sentence in told["duties"])


def test_names_that_look_like_markup_stay_text(account):
    with translation.override("en"):
        assert ["Beneficiary", "Zell #*_@ $x$ \\ schmiede"] in statements.told(account, now=NOW)["facts"]
        assert statements.statement(account, now=NOW)


def test_statement_without_hours_is_a_statement_too(site_tree, coach, programme):
    book(make_slot(coach, programme=programme))
    with translation.override("de"):
        assert statements.statement(Account.objects.get(), now=NOW)
