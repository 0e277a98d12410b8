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
    _("More actions"),
    _("Translations"),
    _("Select a lookup."),
]

# Where theirs says “Locale”; wagtail-localize keeps languages in Wagtail's place and leaves its sentences behind.
LANGUAGES = [
    _("Locales"),
    _("locale"),
    _("Switch locales"),
    _("Available in %(translations_total)s locales"),
    _("Add a locale"),
    _("Add locale"),
    _("Select a new language"),
    _("This locale's language code is not supported"),
    _("This locale's current language code is not supported. Please choose a new language or delete this locale."),
    _("Locale '{0}' created."),
    _("Locale '{0}' updated."),
    _("Locale '{0}' deleted."),
    _("The locale could not be saved due to errors."),
    _("Delete locale"),
    _("Are you sure you want to delete this locale?"),
    _("This locale cannot be deleted because there are no other locales."),
    _("This locale cannot be deleted because there are pages and/or other objects using it."),
    _("This locale cannot be synced into itself."),
    _("Synchronise content from another locale"),
    _(
        "Choose a locale to synchronise content from. Any existing and future content authored in the selected"
        " locale will be automatically copied to this one."
    ),
    _("{} locales"),
]

# Those of the editor of translations, whose own German says "du".
EDITOR = [
    _("%(source)s to %(target)s translation"),
    _("Download PO file and input translations offline"),
    _("Upload translated PO file to submit translations"),
    _("Download PO file"),
    _("Upload PO file"),
    _("segments translated"),
    _("There are unsaved segments. Please save or cancel them before leaving."),
]
