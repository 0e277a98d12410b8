"""The facts of the cluster in the admin. Models that a PROTECT points from are registered, so that deleting is refused
with a list of what stands in the way instead of an error."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from home import (  # noqa: F401 their hooks
    contacts_report,
    content_checker,
    menu,
    page_buttons,
    publishing_report,
    untranslated_report,
)
from home.models import Funder, Person, Project, Section
from portal.accounts.models import FieldOfWork, Institution
from portal.spreadsheets import SafeIndex


def both(name: str) -> FieldRowPanel:
    """A text in German and English, side by side."""
    return FieldRowPanel([FieldPanel(f"{name}_de"), FieldPanel(f"{name}_en")])


class InstitutionViewSet(SnippetViewSet):
    model = Institution
    index_view_class = SafeIndex
    icon = "home"
    menu_label = _("Institutions")
    list_display = ["name", "kind", "city", BooleanColumn("is_verified"), BooleanColumn("is_visible")]
    list_filter = ["kind", "category", "is_verified", "is_visible", "district"]
    list_export = ["name", "kind", "category", "street", "postal_code", "city", "district", "email", "website"]
    search_fields = ["name", "city", "email"]
    ordering = ["name"]
    copy_view_enabled = False
    inspect_view_enabled = True
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel("slug"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("category")]),
            MultiFieldPanel([FieldPanel("is_verified"), FieldPanel("is_visible")], heading=_("Standing")),
            FieldPanel("description_de"),
            FieldPanel("description_en"),
            FieldPanel("fields"),
            FieldPanel("logo"),
            MultiFieldPanel(
                [
                    FieldPanel("street"),
                    FieldRowPanel([FieldPanel("postal_code"), FieldPanel("city")]),
                    FieldPanel("district"),
                    FieldPanel("website"),
                    FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
                ],
                heading=_("Address"),
            ),
        ]
    )


class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "user"
    menu_label = _("Persons")
    list_display = ["__str__", "institution", "email"]
    list_filter = ["institution"]
    search_fields = ["first_name", "last_name", "email"]
    ordering = ["last_name", "first_name"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("title"), FieldPanel("first_name"), FieldPanel("last_name")]),
            FieldPanel("institution"),
            both("function"),
            FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
            FieldPanel("photo"),
        ]
    )


class SectionViewSet(SnippetViewSet):
    model = Section
    icon = "folder-open-inverse"
    menu_label = _("Sections")
    menu_hook = menu.CONTENT_HOOK
    menu_order = 500
    list_display = ["name", "accent", "contact"]
    search_fields = ["name_de", "name_en"]
    ordering = ["name_de"]
    edit_handler = ObjectList(
        [
            both("name"),
            FieldPanel("slug"),
            FieldRowPanel([FieldPanel("accent"), FieldPanel("logo")]),
            FieldPanel("contact"),
            InlinePanel(
                "roles",
                heading=_("Chair, deputy and members"),
                label=_("role"),
                help_text=_("Whoever leaves gets an end date and moves to the history; delete only mistakes."),
                panels=[
                    FieldPanel("person"),
                    FieldPanel("institution"),
                    FieldPanel("function"),
                    FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
                ],
            ),
        ]
    )


class ProjectViewSet(SnippetViewSet):
    model = Project
    icon = "clipboard-list"
    menu_label = _("Projects")
    menu_hook = menu.CONTENT_HOOK
    menu_order = 510
    list_display = ["acronym", "title", "starts_on", "ends_on"]
    search_fields = ["acronym", "title_de", "title_en", "grant_number"]
    ordering = ["-starts_on"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("acronym"), FieldPanel("slug")]),
            both("title"),
            FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
            FieldRowPanel([FieldPanel("grant_number"), FieldPanel("predecessor")]),
            InlinePanel(
                "funding",
                heading=_("Funding"),
                label=_("funder"),
                panels=[FieldPanel("funder"), FieldPanel("own_sentence_de"), FieldPanel("own_sentence_en")],
            ),
            InlinePanel(
                "partners",
                heading=_("Partners"),
                label=_("partner"),
                panels=[FieldPanel("institution"), FieldPanel("role")],
            ),
            InlinePanel(
                "work_packages",
                heading=_("Work packages"),
                label=_("work package"),
                panels=[both("title"), FieldPanel("lead")],
            ),
        ]
    )


class FunderViewSet(SnippetViewSet):
    model = Funder
    icon = "success"
    menu_label = _("Funders")
    menu_hook = menu.CONTENT_HOOK
    menu_order = 520
    list_display = ["name", "website"]
    search_fields = ["name_de", "name_en"]
    ordering = ["name_de"]
    edit_handler = ObjectList(
        [
            both("name"),
            FieldPanel("sentence_de"),
            FieldPanel("sentence_en"),
            FieldRowPanel([FieldPanel("logo"), FieldPanel("emblem")]),
            FieldPanel("website"),
        ]
    )


class FieldOfWorkViewSet(SnippetViewSet):
    model = FieldOfWork
    icon = "tag"
    menu_label = _("Fields of work")
    list_display = ["name", "slug"]
    search_fields = ["name_de", "name_en"]
    ordering = ["name_de"]
    edit_handler = ObjectList([both("name"), FieldPanel("slug")])


class PeopleGroup(SnippetViewSetGroup):
    menu_label = _("People")
    menu_name = "people"
    menu_icon = "group"
    menu_order = 300
    submenu_hook = menu.PEOPLE_HOOK
    items = [InstitutionViewSet, PersonViewSet, FieldOfWorkViewSet]


register_snippet(PeopleGroup)
for viewset in (SectionViewSet, ProjectViewSet, FunderViewSet):
    register_snippet(viewset)
