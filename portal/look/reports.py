"""Reports in the admin: a table to read and to export, for those who hold a right."""

from django.core.exceptions import PermissionDenied
from django.urls import path
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from portal.files.spreadsheets import SafeExport
from portal.rights import Right


class Report(SafeExport, ReportView):
    """Subclasses give `name` (the URL's, too), `page_title`, `right` and `facts`: accessor and heading per column."""

    name = ""
    right: Right
    facts = []

    def dispatch(self, request, *args, **kwargs):
        if not self.right.held_by(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.list_export = [accessor for accessor, _heading in self.facts]
        self.export_headings = dict(self.facts)
        self.index_url_name, self.index_results_url_name = self.name, f"{self.name}_results"
        self.export_filename = self.name

    @property
    def columns(self):
        (first, heading), *others = self.facts
        title = TitleColumn(first, label=heading, get_url=self.address)
        return [title, *(Column(accessor, label=label) for accessor, label in others)]

    def address(self, row) -> str:
        """Where a row is dealt with; empty where the reader may only look."""
        return ""

    @classmethod
    def urls(cls):
        address = f"reports/{cls.name.replace('_', '-')}/"
        return [
            path(address, cls.as_view(), name=cls.name),
            path(f"{address}results/", cls.as_view(results_only=True), name=f"{cls.name}_results"),
        ]


class ReportItem(MenuItem):
    """The way to a report, for those who may read it."""

    def __init__(self, report: type[Report], url: str, **kwargs):
        super().__init__(report.page_title, url, name=report.name.replace("_", "-"), **kwargs)
        self.right = report.right

    def is_shown(self, request) -> bool:
        return self.right.held_by(request.user)
