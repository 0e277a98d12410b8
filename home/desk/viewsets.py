"""The facts of the cluster in the admin; `portal.look.in_use` keeps what others stand on."""

from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.widgets import SlugInput
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from home.desk import choosers, menu
from home.models import Funder, Person, Project, Section
from home.region import districts
from portal.accounts.models import FieldOfWork, Institution
from portal.approvals.proposing import Facts
from portal.language import slugs
from portal.look.choosing import Snippets
from portal.look.columns import DayColumn
from portal.look.finding import Found, in_language, together
from portal.look.lists import Named, SafeIndex


def address() -> FieldPanel:
    """The word in addresses; its script writes German letters out. Forms with a base of ours lose the usual widget."""
    return FieldPanel("slug", widget=SlugInput(formatters=slugs.formatters()))


def both(name: str) -> FieldRowPanel:
    """A text in German and English, side by side."""
    return FieldRowPanel([FieldPanel(f"{name}_de"), FieldPanel(f"{name}_en")])


class InstitutionFilters(WagtailFilterSet):
    district = ChoiceFilter(label=_("District"), choices=districts.CHOICES)

    class Meta:
        model = Institution
        fields = ["kind", "category", "is_verified", "is_visible", "district"]


class InstitutionViewSet(Snippets):
    model = Institution
    filterset_class = InstitutionFilters
    index_view_class = SafeIndex
    icon = "home"
    menu_label = _("Institutions")
    list_display = [
        "name",
        "kind",
        "city",
        BooleanColumn("is_verified", label=_("Verified")),
        BooleanColumn("is_visible", label=_("Visible")),
    ]
    list_export = ["name", "kind", "category", "street", "postal_code", "city", "district", "email", "website"]
    search_fields = ["name", "city", "email"]
    found = Found(30, title="name", detail="city")
    ordering = ["name"]
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields_exclude = ["where_folded", "words"]
    chooser_viewset_class = choosers.creating(choosers.InstitutionForm)
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            address(),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("category")]),
            MultiFieldPanel(
                [FieldPanel("is_verified"), FieldPanel("is_visible")],
                heading=_("Standing"),
                help_text=_("Who is hidden loses the page in the directory at once; listings stay and name no link."),
            ),
            FieldPanel("description_de"),
            FieldPanel("description_en"),
            FieldPanel("fields"),
            FieldPanel("logo"),
            MultiFieldPanel(
                [
                    FieldPanel("street"),
                    FieldRowPanel([FieldPanel("postal_code"), FieldPanel("city")]),
                    districts.district_panel(),
                    FieldPanel("website"),
                    FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
                ],
                heading=_("Address"),
            ),
        ],
        base_form_class=choosers.InstitutionForm,
    )


class PersonFilters(WagtailFilterSet):
    institution = Named(label=_("Institution"), among=Institution)

    class Meta:
        model = Person
        fields = []


class PersonViewSet(Facts):
    model = Person
    icon = "user"
    menu_label = _("Persons")
    index_view_class = SafeIndex
    inspect_view_enabled = True
    copy_view_enabled = False
    chooser_viewset_class = choosers.creating(choosers.PersonForm)
    list_display = ["__str__", "institution", Column("function", label=_("Function")), "email", "phone"]
    filterset_class = PersonFilters
    list_export = ["title", "first_name", "last_name", "institution", "function_de", "function_en", "email", "phone"]
    search_fields = ["first_name", "last_name", "email"]
    found = Found(10, title=together("title", "first_name", "last_name"), detail="institution__name")
    ordering = ["last_name", "first_name"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("title"), FieldPanel("first_name"), FieldPanel("last_name")]),
            FieldPanel("institution"),
            both("function"),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("email"), FieldPanel("phone")])],
                heading=_("Reached at"),
                help_text=_("Shown to everybody on pages, events and listings that name this person."),
            ),
            FieldPanel("photo"),
        ]
    )


class SectionViewSet(Facts):
    model = Section
    icon = "folder-open-inverse"
    menu_label = _("Sections")
    menu_hook = menu.CONTENT_HOOK
    menu_order = 500
    index_view_class = SafeIndex
    inspect_view_enabled = True
    copy_view_enabled = False
    chooser_viewset_class = choosers.creating(choosers.SectionForm)
    list_display = ["__str__", Column("name_en", label=_("In English")), "contact", "accent"]
    list_filter = ["contact"]
    list_export = ["name_de", "name_en", "slug", "contact"]
    search_fields = ["name_de", "name_en"]
    found = Found(65, title=in_language("name"), detail="name_en")
    ordering = ["name_de"]
    edit_handler = ObjectList(
        [
            both("name"),
            address(),
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
        ],
        base_form_class=choosers.SectionForm,
    )

    def get_queryset(self, request):
        return Section.objects.select_related("contact")


class ProjectViewSet(Facts):
    model = Project
    icon = "clipboard-list"
    menu_label = _("Projects")
    menu_hook = menu.CONTENT_HOOK
    menu_order = 510
    index_view_class = SafeIndex
    inspect_view_enabled = True
    copy_view_enabled = False
    chooser_viewset_class = choosers.creating(choosers.ProjectForm)
    list_display = [
        "acronym",
        Column("title", label=_("Title")),
        DayColumn("starts_on", label=_("Begin"), sort_key="starts_on"),
    ]
    list_display += [DayColumn("ends_on", label=_("End"), sort_key="ends_on"), Column("status_label", label=_("State"))]
    list_filter = {"starts_on": ["gte", "lte"], "ends_on": ["gte", "lte"], "funding__funder": ["exact"]}
    list_export = ["acronym", "title_de", "title_en", "starts_on", "ends_on", "grant_number", "status_label"]
    search_fields = ["acronym", "title_de", "title_en", "grant_number"]
    found = Found(60, title="acronym", detail=in_language("title"))
    ordering = ["-starts_on"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("acronym"), address()]),
            both("title"),
            FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
            FieldRowPanel([FieldPanel("grant_number"), FieldPanel("predecessor")]),
            InlinePanel(
                "funding",
                heading=_("Funding"),
                label=_("funder"),
                panels=[FieldPanel("funder"), FieldPanel("own_sentence_de"), FieldPanel("own_sentence_en")],
            ),
            MultipleChooserPanel(
                "partners",
                chooser_field_name="institution",
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
        ],
        base_form_class=choosers.ProjectForm,
    )


class FunderFilters(WagtailFilterSet):
    project = ModelChoiceFilter(label=_("Project"), field_name="funding__project", queryset=Project.objects.all())

    class Meta:
        model = Funder
        fields = []


class FunderViewSet(Facts):
    model = Funder
    filterset_class = FunderFilters
    icon = "success"
    menu_label = _("Funders")
    menu_hook = menu.CONTENT_HOOK
    menu_order = 520
    index_view_class = SafeIndex
    inspect_view_enabled = True
    copy_view_enabled = False
    chooser_viewset_class = choosers.creating(choosers.FunderForm)
    list_display = ["__str__", "sentence_de", "website"]
    list_export = ["name_de", "name_en", "sentence_de", "sentence_en", "website"]
    search_fields = ["name_de", "name_en"]
    ordering = ["name_de"]
    edit_handler = ObjectList(
        [
            both("name"),
            MultiFieldPanel(
                [FieldPanel("sentence_de"), FieldPanel("sentence_en")],
                heading=_("Mandatory sentence"),
                help_text=_("Shown on every page, event and listing of the projects that this funder pays for."),
            ),
            FieldRowPanel([FieldPanel("logo"), FieldPanel("emblem")]),
            FieldPanel("website"),
        ]
    )


class FieldOfWorkFilters(WagtailFilterSet):
    institution = Named(label=_("Institution"), among=Institution)

    class Meta:
        model = FieldOfWork
        fields = []


class FieldOfWorkViewSet(Facts):
    model = FieldOfWork
    filterset_class = FieldOfWorkFilters
    icon = "tag"
    menu_label = _("Fields of work")
    index_view_class = SafeIndex
    inspect_view_enabled = True
    copy_view_enabled = False
    chooser_viewset_class = choosers.creating(choosers.FieldOfWorkForm)
    list_display = ["__str__", Column("name_en", label=_("In English")), "slug"]
    list_export = ["name_de", "name_en", "slug"]
    search_fields = ["name_de", "name_en"]
    ordering = ["name_de"]
    edit_handler = ObjectList([both("name"), address()], base_form_class=choosers.FieldOfWorkForm)


class PeopleGroup(SnippetViewSetGroup):
    menu_label = _("People")
    menu_name = "people"
    menu_icon = "group"
    menu_order = 300
    submenu_hook = menu.PEOPLE_HOOK
    items = [InstitutionViewSet, PersonViewSet, FieldOfWorkViewSet]
