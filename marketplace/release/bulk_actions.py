"""What staff do with several listings at once. Each goes through its verb; what is refused is named and stays."""

from django.contrib import messages
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy
from wagtail import hooks
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from marketplace.models import Listing
from marketplace.offers import verbs as offering
from portal.refusals import Refusal
from portal.rights import Right


class ByVerb(SnippetBulkAction):
    """Subclasses give `verb`, the words around it, and `told(number)` for what was done."""

    template_name = "marketplace/admin/confirm_several.html"
    question = consequence = ""

    @classproperty
    def models(cls):
        return [Listing]

    def check_perm(self, listing) -> bool:
        return Right.RELEASE_LISTINGS.held_by(self.request.user)

    @classmethod
    def get_queryset(cls, model, object_ids):
        # By number: two people who choose the same listings lock them in the same order.
        known = [pk for pk in object_ids if str(pk).isascii() and str(pk).isdigit() and len(str(pk)) < 19]
        return list(Listing.objects.for_display().filter(pk__in=known).order_by("pk"))

    @staticmethod
    def verb(listing, *, by):
        raise NotImplementedError

    @classmethod
    def execute_action(cls, objects, **kwargs):
        request, done = kwargs["self"].request, 0
        for listing in objects:
            try:
                cls.verb(listing, by=request.user)
            except Refusal as refusal:
                messages.error(request, f"{listing.title}: {refusal}")
            else:
                done += 1
        return done, 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        return self.told(num_parent_objects) if num_parent_objects else None


@hooks.register("register_bulk_action")
class ReleaseSeveral(ByVerb):
    display_name = _("Release")
    aria_label = _("Release the chosen listings")
    action_type = "release"
    action_priority = 10
    question = _("Release these listings?")
    consequence = _("Everybody finds them at once; their institutions get a letter.")
    verb = staticmethod(offering.release)

    def told(self, number: int) -> str:
        return ngettext("%(n)s listing is released.", "%(n)s listings are released.", number) % {"n": number}


@hooks.register("register_bulk_action")
class ExtendSeveral(ByVerb):
    display_name = _("Extend")
    aria_label = _("Extend the chosen listings")
    action_type = "extend"
    action_priority = 20
    question = _("Extend these listings?")
    consequence = _("They are shown for another full term from today on; their institutions get a letter.")
    verb = staticmethod(offering.extend)

    def told(self, number: int) -> str:
        return ngettext("%(n)s listing is extended.", "%(n)s listings are extended.", number) % {"n": number}


@hooks.register("register_bulk_action")
class EndSeveral(ByVerb):
    display_name = pgettext_lazy("verb", "End")
    aria_label = _("End the chosen listings")
    action_type = "end"
    action_priority = 30
    classes = {"serious"}
    question = _("End these listings?")
    consequence = _("Nobody finds them any more; orders that were accepted go on. Their institutions get a letter.")
    verb = staticmethod(offering.end)

    def told(self, number: int) -> str:
        return ngettext("%(n)s listing has ended.", "%(n)s listings have ended.", number) % {"n": number}
