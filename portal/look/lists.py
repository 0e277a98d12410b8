"""The lists of the admin: searched as everything is searched, and safe to export."""

from wagtail.search.index import class_is_indexed
from wagtail.snippets.views.snippets import IndexView

from portal.files.spreadsheets import SafeExport
from portal.language import folding


class FoldedSearch:
    """For Wagtail's index views, before `IndexView`: every word is in one of `search_fields`, in whatever spelling."""

    def search_queryset(self, queryset):
        if not self.is_searching or class_is_indexed(queryset.model):
            return super().search_queryset(queryset)
        return folding.search(queryset, self.search_query, self.search_fields or ())


class SafeIndex(FoldedSearch, SafeExport, IndexView):
    """The list of a viewset with `list_export`."""
