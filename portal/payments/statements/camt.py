"""CAMT.053, the bank statement of ISO 20022, in any of its versions. Entities and DTDs are refused."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException, ElementTree

from portal.payments.statements.credits import Credit, NotReadable


def read(content: bytes) -> list[Credit]:
    """The booked credits, a collective entry taken apart. Raises NotReadable."""
    try:
        root = ElementTree.fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise NotReadable from error
    if root.find(".//{*}BkToCstmrStmt") is None:
        raise NotReadable
    try:
        return [credit for entry in root.iterfind(".//{*}Stmt/{*}Ntry") if _came(entry) for credit in _credits(entry)]
    except (InvalidOperation, ValueError, TypeError, AttributeError) as error:
        raise NotReadable from error


def _came(entry: Element) -> bool:
    # Version 2 has the status as text, later ones as a code.
    status = _text(entry, "Sts/{*}Cd") or _text(entry, "Sts") or "BOOK"
    is_reversal = _text(entry, "RvslInd") in {"true", "1"}
    return _text(entry, "CdtDbtInd") == "CRDT" and status == "BOOK" and not is_reversal


def _credits(entry: Element) -> Iterator[Credit]:
    day = _text(entry, "ValDt/{*}Dt") or _text(entry, "ValDt/{*}DtTm") or _text(entry, "BookgDt/{*}Dt")
    details = entry.findall("{*}NtryDtls/{*}TxDtls")
    for one in details or [entry]:
        amount = _find(entry, "Amt") if len(details) < 2 else _own_amount(one)
        lines = [line.text or "" for line in one.iterfind(".//{*}RmtInf/{*}Ustrd")]
        lines += [line.text or "" for line in one.iterfind(".//{*}EndToEndId")]
        yield Credit(
            value_date=date.fromisoformat(day[:10]),
            amount=Decimal(amount.text.strip()),
            currency=amount.get("Ccy", ""),
            payer=_text(one, "RltdPties/{*}Dbtr/{*}Nm") or _text(one, "RltdPties/{*}Dbtr/{*}Pty/{*}Nm"),
            purpose=" ".join(" ".join(lines).split()),
            iban=_text(one, "RltdPties/{*}DbtrAcct/{*}Id/{*}IBAN"),
        )


def _own_amount(detail: Element) -> Element | None:
    own = _find(detail, "Amt")
    return own if own is not None else _find(detail, "AmtDtls/{*}TxAmt/{*}Amt")


def _find(within: Element, path: str) -> Element | None:
    return within.find("{*}" + path)


def _text(within: Element, path: str) -> str:
    found = _find(within, path)
    return (found.text or "").strip() if found is not None else ""
