"""Sums of an invoice: no cent lost, none made."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.invoices import sums
from portal.invoices.charges import Charge
from portal.invoices.kinds import TaxCase
from portal.language.money import are_whole_cents

DAY = date(2026, 11, 30)


def charge(gross, tax="standard", quantity=1) -> Charge:
    return Charge("Teilnahme", Decimal(quantity), Decimal(gross), tax, DAY, DAY)


@pytest.mark.parametrize(
    ("gross", "quantity", "tax", "net", "vat"),
    [
        ("29.97", 3, "standard", "25.18", "4.79"),
        ("0.70", 7, "reduced", "0.65", "0.05"),
        ("49.90", 1, "exempt", "49.90", "0.00"),
        ("49.90", 1, "outside", "49.90", "0.00"),
        ("0.01", 1, "standard", "0.01", "0.00"),
    ],
)
def test_tax_is_worked_out_of_the_whole(gross, quantity, tax, net, vat):
    (one,) = sums.by_case([charge(gross, tax, quantity)])
    assert (one.net, one.tax) == (Decimal(net), Decimal(vat))


AMOUNTS = st.decimals(min_value="0.01", max_value="9999.99", places=2)
CHARGES = st.lists(
    st.builds(charge, AMOUNTS, st.sampled_from(TaxCase.values), st.integers(1, 10)), min_size=1, max_size=12
)


@given(CHARGES)
def test_net_and_tax_come_to_what_is_paid_and_the_lines_to_the_net(charges):
    wholes, rows = sums.by_case(charges), sums.rows(charges)
    assert sum(one.gross for one in wholes) == sum(one.gross for one in charges)
    for whole in wholes:
        assert sum(row.net for row in rows if row.charge.tax == whole.case) == whole.net
        # The rules of EN 16931 allow a cent beside the rate.
        assert abs(whole.tax - whole.net * whole.case.rate / 100) < Decimal("0.01")
    assert all(are_whole_cents(row.net) for row in rows)


@given(CHARGES, st.data())
def test_a_part_is_that_part_to_the_cent(charges, data):
    whole = sum(one.gross for one in charges)
    amount = data.draw(st.decimals(min_value="0.01", max_value=whole, places=2))
    parts = sums.part_of(charges, amount)
    assert sum(one.gross for one in parts) == amount
    assert all(one.gross > 0 for one in parts)


def test_more_than_the_whole_is_no_part():
    with pytest.raises(ValueError, match="not a part"):
        sums.part_of([charge("10.00")], Decimal("10.01"))
