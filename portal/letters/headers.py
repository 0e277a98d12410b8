"""Header values: one function for every one of them.

Python's header folding splits at vertical tab, file separator and their like, so that a subject could carry a
recipient or a body. (RFC 5322 forbids control characters in header values.)
"""

import unicodedata

# As long as the longest address: a shorter one would belong to somebody else.
MAX_LENGTH = 254


def clean_header(value: str) -> str:
    """`value` without control characters and line separators, white space folded, at most 254 characters."""
    kept = (" " if _breaks(sign) else sign for sign in str(value))
    return " ".join("".join(kept).split())[:MAX_LENGTH]


def _breaks(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} or sign in "\u202a\u202b\u202c\u202d\u202e"
