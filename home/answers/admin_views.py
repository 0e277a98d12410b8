"""The answers of a form in the administration."""

from wagtail.contrib.forms.views import SubmissionsListView

from portal.files.spreadsheets import SafeExport


class AnswersView(SafeExport, SubmissionsListView):
    """Wagtail's list; what visitors wrote is no formula in the exports."""
