"""Forms of the editing screens."""

from wagtail.admin.forms import WagtailAdminPageForm


class ArticleForm(WagtailAdminPageForm):
    """An untouched article is unchanged.

    Django compares a date that has a default with a hidden field that Wagtail does not print. Everything opened in the
    editor then counted as edited, and an approval asked for the next approval instead of publishing.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "date" in self.fields:
            self.fields["date"].show_hidden_initial = False
