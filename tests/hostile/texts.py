"""Texts that no form and no address expects."""

CONTROLS = [
    "a\x0bb",
    "a\x0cb",
    "a\x1cb",
    "a\x1eb",
    "a\x85b",
    "a\u2028b",
    "a\u2029b",
    "a\r\nBcc: v@x.de",
    "a\x7fb",
    "a\x1bb",
]
ODD = ["Łukasz Ó Briain 🧪", "e\u0301", "a\u202eb", "a\u200bb", "'; drop table x; --", "{{7*7}}", "%s %(x)s", "\\", '"']
NOT_A_COUNT = ["0", "-1", "1.5", "1e9", "99999999999999999999", "NaN", "٣", "1_0", "+1", "", "0x1", "Infinity"]
# Moments that calendars know and nobody means: PostgreSQL or Python cannot count with them in every zone.
OUT_OF_TIME = [
    "0001-01-01T00:00",
    "9999-12-31T23:59",
    "0001-01-01T00:00+23:59",
    "9999-12-31T23:59-23:59",
    "2027-01-12T10:00+23:59",
    "2027-01-12T10:00-23:59",
]
NOT_A_TIME = [
    *OUT_OF_TIME,
    "2027-02-30T10:00",
    "99999-01-01T10:00",
    "0000-00-00T00:00",
    "gestern",
    "1",
    "2027-01-01T25:00",
    "9" * 5000,
]
BYTES = ["%ff", "%ed%a0%80", "%c0%80", "%f4%90%80%80", "%e2%82", "%0b", "%1e%85", "%"]
HUGE = str(10**20 - 1)
