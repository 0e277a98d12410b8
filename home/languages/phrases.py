"""Sentences of Wagtail in the words of our staff, who release pages and know no snippets.

Nothing reads this list; naming the sentences here brings them into our catalogue, which wins over theirs.
"""

from django.utils.translation import gettext_noop as _

WAGTAIL = [
    _("Your pages and snippets in a workflow"),
    _("Page/Snippet"),
    _("Page/Snippet ID"),
    _("Page/Snippet Type"),
    _("Page/Snippet Title"),
    _("No pages/snippets have been submitted for moderation yet"),
    _("Snippets"),
    # Where their German has gaps.
    _("Actions"),
    _("Locale"),
    _("Locale: "),
    _("Root page"),
    _("Source locale"),
    _("Target locale"),
    _("More actions"),
    _("Translations"),
]

# Those of the editor of translations, whose own German says "du".
EDITOR = [
    _("Download PO file and input translations offline"),
    _("Upload translated PO file to submit translations"),
    _("Download PO file"),
    _("Upload PO file"),
    _("segments translated"),
    _("There are unsaved segments. Please save or cancel them before leaving."),
]
