"""The answers of a form in the administration."""

from wagtail import hooks
from wagtail.contrib.forms.views import SubmissionsListView

from portal.files.spreadsheets import SafeExport
from portal.rights import Right


class AnswersView(SafeExport, SubmissionsListView):
    """Wagtail's list; what visitors wrote is no formula in the exports."""


@hooks.register("filter_form_submissions_for_user")
def only_for_those_who_may_read(user, forms):
    """Wagtail shows answers to everybody who may change the page of the form."""
    return forms if Right.SEE_ANSWERS.held_by(user) else forms.none()
