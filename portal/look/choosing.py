"""The snippets of the house: whoever may not see a list may not choose from it either.

Wagtail's choosers ask for nothing but the door to the administration, and tell titles and amounts.
"""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.permissions import policy_registry
from wagtail.snippets.views import chooser
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail.snippets.widgets import AdminSnippetChooser

from portal.language import folding


class Seen:
    """For the views of a chooser; the one that creates asks by itself."""

    def dispatch(self, request, *args, **kwargs):
        if not policy_registry.get_by_type(self.model_class).user_has_permission(request.user, "view"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class FoldedFilter(forms.Form):
    """The search of a chooser: every word is in one of `search_fields`, in whatever spelling."""

    q = forms.CharField(
        label=_("Search term"), required=False, widget=forms.TextInput({"placeholder": _("Search"), "type": "search"})
    )

    search_fields: tuple[str, ...] = ()

    def filter(self, objects):
        found = super().filter(objects)
        if query := self.cleaned_data.get("q"):
            self.is_searching, self.search_query = True, query
            found = folding.search(found, query, self.search_fields)
        return found


class Searched:
    """For the views of a chooser: it is searched like the list of the same snippets."""

    def get_filter_form_class(self):
        viewset = getattr(self.model_class, "snippet_viewset", None)
        fields = tuple(getattr(viewset, "search_fields", None) or ())
        if not fields:
            return super().get_filter_form_class()
        return type("FilterForm", (FoldedFilter, BaseFilterForm), {"search_fields": fields})


class ChooseView(Seen, Searched, chooser.ChooseView):
    pass


class ChooseResultsView(Seen, Searched, chooser.ChooseResultsView):
    pass


class ChosenView(Seen, chooser.SnippetChosenView):
    pass


class ChosenMultipleView(Seen, chooser.SnippetChosenMultipleView):
    pass


class CreateView(chooser.SnippetCreateView):
    """Without a form there is nothing to send."""

    def dispatch(self, request, *args, **kwargs):
        if self.get_creation_form_class() is None:
            raise Http404
        return super().dispatch(request, *args, **kwargs)


_named = lazy(lambda words, model: str(words) % {"object": model._meta.verbose_name}, str)


class NamedLater(AdminSnippetChooser):
    """Wagtail's puts its words together as a form is declared, in the language of the process, not of the reader."""

    def __init__(self, model=None, **kwargs):
        super().__init__(model, **kwargs)
        self.choose_one_text = _named(_("Choose %(object)s"), self.model)
        self.choose_another_text = _named(_("Choose another %(object)s"), self.model)
        self.link_to_chosen_text = _named(_("Edit this %(object)s"), self.model)


class SeenChooser(chooser.SnippetChooserViewSet):
    base_widget_class = NamedLater
    choose_view_class = ChooseView
    choose_results_view_class = ChooseResultsView
    chosen_view_class = ChosenView
    chosen_multiple_view_class = ChosenMultipleView
    create_view_class = CreateView


class Snippets(SnippetViewSet):
    """What every viewset of the house begins with."""

    chooser_viewset_class = SeenChooser
    # What `portal.look.finding` calls the rows when somebody searches everywhere.
    found = None

    @property
    def breadcrumbs_items(self):
        """Asked for once, as the portal starts: in the reader's language all the same."""
        home, *others = super().breadcrumbs_items
        return [home | {"label": pgettext_lazy("breadcrumb", "Home")}, *others]
