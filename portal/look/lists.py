"""The lists of the admin: searched as everything is searched, and safe to export."""

from django_filters import CharFilter
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


class Named(CharFilter):
    """A filter by the name of what a row points at, in whatever spelling: nobody looks through a choice of thousands,
    and drawing it takes seconds. `fields` of the model `among` are its name.
    """

    def __init__(self, *, among: type, fields: tuple[str, ...] = ("name",), **kwargs):
        super().__init__(**kwargs)
        self.among, self.fields = among, fields

    def filter(self, rows, value):
        if not value:
            return rows
        found = folding.search(self.among.objects.all(), value, self.fields)
        return rows.filter(**{f"{self.field_name}__in": found.order_by().values("pk")}).distinct()


class SafeIndex(FoldedSearch, SafeExport, IndexView):
    """The list of a viewset with `list_export`."""
