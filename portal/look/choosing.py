"""The snippets of the house: whoever may not see a list may not choose from it either.

Wagtail's choosers ask for nothing but the door to the administration, and tell titles and amounts.
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from wagtail.permissions import policy_registry
from wagtail.snippets.views import chooser
from wagtail.snippets.views.snippets import SnippetViewSet


class Seen:
    """For the views of a chooser; the one that creates asks by itself."""

    def dispatch(self, request, *args, **kwargs):
        if not policy_registry.get_by_type(self.model_class).user_has_permission(request.user, "view"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class ChooseView(Seen, chooser.ChooseView):
    pass


class ChooseResultsView(Seen, chooser.ChooseResultsView):
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


class SeenChooser(chooser.SnippetChooserViewSet):
    choose_view_class = ChooseView
    choose_results_view_class = ChooseResultsView
    chosen_view_class = ChosenView
    chosen_multiple_view_class = ChosenMultipleView
    create_view_class = CreateView


class Snippets(SnippetViewSet):
    """What every viewset of the house begins with."""

    chooser_viewset_class = SeenChooser
