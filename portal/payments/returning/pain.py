"""Transfers as the bank reads them: a SEPA credit transfer, pain.001.001.09 of ISO 20022, and the same as a table.

Signs are those that every bank of the SEPA takes (EPC217-08): no umlauts, no accents.
"""

import csv
import io
import re
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from xml.etree import ElementTree as Tree

from anyascii import anyascii
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from portal.files.spreadsheets import BOM, csv_cell
from portal.payments.models import Batch, Transfer

SPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "€": "EUR"})
STRANGE = re.compile(r"[^A-Za-z0-9/?:().,'+ -]+")
NAME, PURPOSE = 70, 140


def plain(text: str, most: int) -> str:
    """In the signs of the SEPA; a dot where nothing of it is left, for no name may be empty."""
    told = STRANGE.sub(" ", anyascii(text.translate(GERMAN)))
    return " ".join(told.split())[:most].strip() or "."


def purpose(transfer: Transfer) -> str:
    """What stands on the payer's statement, in their language."""
    payment = transfer.payment
    with override(payment.language):
        return plain(f"{payment.reference} {_('Repayment')}: {payment.description}", PURPOSE)


def document(batch: Batch, transfers: Sequence[Transfer], account: dict[str, str]) -> bytes:
    """The file of `batch`; `account` (holder, iban, bic) is debited."""
    Tree.register_namespace("", SPACE)
    root = Tree.Element(f"{{{SPACE}}}Document")
    order = _in(root, "CstmrCdtTrfInitn")
    head = _in(order, "GrpHdr")
    _in(head, "MsgId", batch.name)
    _in(head, "CreDtTm", _moment(batch.made_at))
    _sums(head, transfers)
    _in(_in(head, "InitgPty"), "Nm", plain(account["holder"], NAME))
    block = _in(order, "PmtInf")
    _in(block, "PmtInfId", f"{batch.name}-1")
    _in(block, "PmtMtd", "TRF")
    # Each stands on the bank's statement by itself.
    _in(block, "BtchBookg", "false")
    _sums(block, transfers)
    _in(_in(_in(block, "PmtTpInf"), "SvcLvl"), "Cd", "SEPA")
    _in(_in(block, "ReqdExctnDt"), "Dt", batch.execute_on.isoformat())
    _in(_in(block, "Dbtr"), "Nm", plain(account["holder"], NAME))
    _account(block, "DbtrAcct", account["iban"])
    agent = _in(_in(block, "DbtrAgt"), "FinInstnId")
    if account["bic"]:
        _in(agent, "BICFI", account["bic"])
    else:
        _in(_in(agent, "Othr"), "Id", "NOTPROVIDED")
    _in(block, "ChrgBr", "SLEV")
    for one in transfers:
        _one(block, one)
    Tree.indent(root)
    return Tree.tostring(root, encoding="UTF-8", xml_declaration=True)


def table(batch: Batch, transfers: Sequence[Transfer]) -> bytes:
    """The same for whoever types them into their online banking; in German, as the bank's own tables are."""
    told = io.StringIO()
    rows = csv.writer(told, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows.writerow(["Referenz", "Kontoinhaber", "IBAN", "Betrag", "Währung", "Verwendungszweck", "Ausführung am"])
    for one in transfers:
        amount = f"{one.amount:.2f}".replace(".", ",")
        row = [one.payment.reference, one.holder, one.iban, amount, "EUR", purpose(one)]
        rows.writerow([csv_cell(cell) for cell in (*row, f"{batch.execute_on:%d.%m.%Y}")])
    return BOM + told.getvalue().encode()


def _one(block: Tree.Element, transfer: Transfer) -> None:
    one = _in(block, "CdtTrfTxInf")
    _in(_in(one, "PmtId"), "EndToEndId", transfer.payment.reference)
    _in(_in(one, "Amt"), "InstdAmt", f"{transfer.amount:.2f}").set("Ccy", "EUR")
    _in(_in(one, "Cdtr"), "Nm", plain(transfer.holder, NAME))
    _account(one, "CdtrAcct", transfer.iban)
    _in(_in(one, "RmtInf"), "Ustrd", purpose(transfer))


def _sums(within: Tree.Element, transfers: Sequence[Transfer]) -> None:
    _in(within, "NbOfTxs", str(len(transfers)))
    _in(within, "CtrlSum", f"{sum((one.amount for one in transfers), Decimal(0)):.2f}")


def _account(within: Tree.Element, name: str, iban: str) -> None:
    _in(_in(_in(within, name), "Id"), "IBAN", iban.replace(" ", ""))


def _moment(moment: datetime) -> str:
    return timezone.localtime(moment).replace(microsecond=0).isoformat()


def _in(within: Tree.Element, name: str, text: str = "") -> Tree.Element:
    made = Tree.SubElement(within, f"{{{SPACE}}}{name}")
    made.text = text or None
    return made
