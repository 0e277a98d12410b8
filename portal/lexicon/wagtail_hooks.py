"""The vocabulary in the administration."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet

from portal.lexicon.models import Meaning
from portal.look.choosing import Snippets
from portal.look.lists import SafeIndex


class MeaningViewSet(Snippets):
    model = Meaning
    icon = "search"
    menu_label = _("Vocabulary of the search")
    menu_order = 850
    add_to_settings_menu = True
    index_view_class = SafeIndex
    copy_view_enabled = False
    inspect_view_enabled = True
    list_display = [
        "__str__",
        Column("get_kind_display", label=_("Kind")),
        Column("asked", label=_("Only in questions")),
    ]
    list_filter = ["kind"]
    list_export = ["kind", "words_de", "words_en", "asked"]
    search_fields = ["words_de", "words_en", "asked"]


register_snippet(MeaningViewSet)
