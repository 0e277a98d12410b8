"""What the search holds about people: words of titles, in which a name may stand; never who searched for what."""

from django.utils.translation import gettext as _

from portal.retention import Kept

PARTS: dict[str, str] = {}


def kept() -> list[Kept]:
    """The job `lexicon.forget` takes the words out on Sundays."""
    return [
        Kept(
            _("Single words of titles, in which your name may stand; not what anybody searches for"),
            _("so that the search can suggest the right spelling"),
            _("our work for the network, Art. 6(1)(f) GDPR"),
            _("until the Sunday after no title has the word any more"),
        )
    ]


def export(email: str) -> dict:
    """Nothing: a word of a title is under no address."""
    return {}


def erase(email: str) -> list[str]:
    """Nothing: a word goes with the title that has it."""
    return []
