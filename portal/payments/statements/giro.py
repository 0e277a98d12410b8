"""The GiroCode of a payment: what a banking app scans instead of typing (EPC069-12)."""

from io import BytesIO

from segno import helpers

from portal.payments.models import Payment


def code(payment: Payment) -> str:
    """An SVG without size, dark on white with its quiet zone; empty without an account, or where nothing is asked."""
    account = payment.account
    if not account["iban"] or payment.currency != "EUR" or not payment.is_open:
        return ""
    said = {"name": account["holder"][:70], "iban": account["iban"].replace(" ", ""), "bic": account["bic"] or None}
    drawn = BytesIO()
    made = helpers.make_epc_qr(**said, amount=payment.to_pay, text=payment.reference)
    made.save(drawn, kind="svg", xmldecl=False, omitsize=True, border=4, dark="#000", light="#fff", nl=False)
    return drawn.getvalue().decode()
