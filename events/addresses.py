"""When are two e-mail addresses the same person?"""

import unicodedata


def same_mailbox(email: str) -> str:
    """`A@B.de` and `a@b.de` are one person; composed and decomposed letters too.

    Lower case, not casefold: `ß` in a domain must not become `ss`, which is another domain.
    """
    return unicodedata.normalize("NFC", email.strip()).lower()
