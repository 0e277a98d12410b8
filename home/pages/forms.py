"""Forms of the editing screens."""

from django import forms
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm as WagtailCopyForm
from wagtail.admin.widgets import SlugInput

from portal.language import slugs


class _Slug(forms.SlugField):
    """Without scripts whatever is typed becomes a word for addresses here."""

    def to_python(self, value):
        return slugs.slugify(super().to_python(value))


class CopyForm(WagtailCopyForm):
    """The copy's word in addresses with German letters written out."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        theirs = self.fields["new_slug"]
        widget = SlugInput(formatters=slugs.formatters())
        self.fields["new_slug"] = _Slug(initial=theirs.initial, label=theirs.label, widget=widget)


class ArticleForm(WagtailAdminPageForm):
    """An untouched article is unchanged.

    Django compares a date that has a default with a hidden field that Wagtail does not print. Everything opened in the
    editor then counted as edited, and an approval asked for the next approval instead of publishing.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "date" in self.fields:
            self.fields["date"].show_hidden_initial = False
