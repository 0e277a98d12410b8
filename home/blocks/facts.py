"""Blocks that show facts: people, funding. One query each, however many rows."""

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from . import examples


class PeopleBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("heading"), max_length=120, required=False)
    people = blocks.ListBlock(SnippetChooserBlock("home.Person"), label=_("persons"), min_num=1)

    class Meta:
        icon = "group"
        label = _("persons")
        description = _("Persons with institution, function and contact.")
        template = "home/blocks/people.html"

    def get_preview_value(self):
        return self.normalize({"heading": _("Your contacts"), "people": [examples.person()]})

    def get_context(self, value, parent_context=None):
        people = [person for person in value["people"] if person]
        prefetch_related_objects(people, "photo__renditions")
        return super().get_context(value, parent_context) | {"people": people}


class FundingBlock(blocks.StructBlock):
    project = SnippetChooserBlock("home.Project", label=_("project"))

    class Meta:
        icon = "success"
        label = _("funding")
        description = _("The funders of a project with logo and mandatory sentence.")
        template = "home/blocks/funding.html"

    def get_preview_value(self):
        return self.normalize({"project": examples.project()})

    def get_context(self, value, parent_context=None):
        project = value["project"]
        # The strip at the foot of the page asks the same object and must not ask again.
        if project and project.pk:
            prefetch_related_objects([project], "funding__funder__logo__renditions")
        funding = project.funding.all() if project else []
        return super().get_context(value, parent_context) | {"funding": funding}
