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
]
