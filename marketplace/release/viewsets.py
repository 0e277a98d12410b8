"""Listings, categories and orders in Wagtail's admin. Deeds are read there, never written."""

import re

from django.db.models import Count, Expression, Func, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, LPad
from django.forms import ModelChoiceField
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.images import get_image_model
from wagtail.images.widgets import AdminImageChooser
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.snippets import InspectView, SnippetViewSetGroup

from marketplace.kinds import Kind
from marketplace.models import Category, Listing, ListingText, Order
from marketplace.search import query as search
from marketplace.shelf import cards
from portal.accounts.models import Institution
from portal.accounts.policies import ReadOnly
from portal.language import languages
from portal.look.choosing import Snippets
from portal.look.columns import DayColumn
from portal.look.finding import EMPTY, Found
from portal.look.lists import Named, SafeIndex
from portal.rights import Right


class Sorting(ModelPermissionPolicy):
    """Staff sort listings; only their institutions write and withdraw them."""

    def user_has_permission(self, user, action) -> bool:
        return action in {"view", "change"} and super().user_has_permission(user, action)


register_permission_policy(Listing, Sorting(Listing))
register_permission_policy(Order, ReadOnly(Order))


UNTIL = _("After this day nobody finds it any more; orders that were accepted go on.")


class ListingIndex(SafeIndex):
    def search_queryset(self, queryset):
        return search.find(queryset, self.search_query).rows if self.search_query else queryset


class ListingInspect(InspectView):
    def get_audience_display_value(self) -> str:
        return cards.audience(self.object)

    def get_opening_days_display_value(self) -> str:
        days = sorted(self.object.opening_days)
        return cards.days_in_words(days) if days else ""


class ListingForm(WagtailAdminModelForm):
    """With the first photo of the thing, which is that of all its offers."""

    photo = ModelChoiceField(
        get_image_model().objects.all(), label=_("photo"), required=False, widget=AdminImageChooser
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["photo"].initial = self.instance.photo if self.instance.pk else None

    def save(self, commit=True):
        listing = super().save(commit)
        listing.resource.photo = self.cleaned_data["photo"]
        listing.resource.save(update_fields=["photo"])
        return listing


def _title() -> Expression:
    """In the reader's language, else in the other one."""
    mine = languages.current()
    texts = ListingText.objects.filter(listing=OuterRef("pk"))
    both = (texts.filter(language=code).values("title")[:1] for code in (mine, languages.other(mine)))
    return Coalesce(*(Cast(Subquery(one), TextField()) for one in both), EMPTY)


def _number() -> Expression:
    """As `Order.number` has it."""
    number = LPad(Cast("pk", TextField()), 5, Value("0"))
    return Func(Value("B-"), number, function="concat", output_field=TextField())


class ListingFilters(WagtailFilterSet):
    institution = Named(label=_("Institution"), among=Institution)

    class Meta:
        model = Listing
        fields = ["kind", "state", "category"]


class ListingViewSet(Snippets):
    model = Listing
    icon = "tag"
    menu_label = _("Listings")
    index_view_class = ListingIndex
    inspect_view_enabled = True
    copy_view_enabled = False
    ordering = ["-pk"]
    list_display = [
        "title",
        Column("get_kind_display", label=_("Kind"), sort_key="kind"),
        "institution",
        Column("get_state_display", label=_("State"), sort_key="state"),
        DayColumn("released_at", label=_("Released"), sort_key="released_at"),
        DayColumn("expires_on", label=_("Shown until"), sort_key="expires_on"),
    ]
    filterset_class = ListingFilters
    list_export = [
        *("pk", "title", "kind", "institution", "category", "city", "state", "submitted_at", "released_at"),
        *("expires_on", "hourly", "daily", "price", "unit", "project"),
    ]
    search_fields = ["texts__title"]
    found = Found(50, title=_title, detail="kind")
    inspect_view_class = ListingInspect
    inspect_view_fields_exclude = ["resource", "district", "facets", "terms"]
    edit_handler = ObjectList(
        [
            HelpPanel(_("Words and prices are changed by the institution itself, in its own area.")),
            FieldRowPanel([FieldPanel("category"), FieldPanel("project")]),
            FieldRowPanel(
                [
                    FieldPanel("contact"),
                    FieldPanel(
                        "expires_on",
                        help_text=_("After this day nobody finds it any more; orders that were accepted go on."),
                    ),
                ]
            ),
            FieldPanel("register"),
            FieldPanel("photo"),
        ],
        base_form_class=ListingForm,
    )

    def get_queryset(self, request):
        return Listing.objects.for_display()


class CategoryFilters(WagtailFilterSet):
    kind = ChoiceFilter(label=_("Kind"), choices=Kind.choices, method="with_listings_of")

    class Meta:
        model = Category
        fields = []

    def with_listings_of(self, categories, name, kind):
        return categories.filter(pk__in=Listing.objects.filter(kind=kind).values("category"))


class CategoryViewSet(Snippets):
    model = Category
    filterset_class = CategoryFilters
    icon = "list-ul"
    menu_label = _("Categories")
    index_view_class = SafeIndex
    inspect_view_enabled = True
    copy_view_enabled = False
    list_display = [
        "__str__",
        Column("name_en", label=_("In English")),
        "slug",
        Column("number", label=_("Listings"), sort_key="number"),
    ]
    list_export = ["name_de", "name_en", "slug", "number"]
    search_fields = ["name_de", "name_en"]
    ordering = ["name_de"]

    def get_queryset(self, request):
        return Category.objects.annotate(number=Count("listings"))


NUMBER = re.compile(r"\s*B-?0*([0-9]{1,9})\s*", re.IGNORECASE)


class OrderIndex(SafeIndex):
    """Found by number, by who ordered, and by what was ordered."""

    export_right = Right.EXPORT_MARKET

    def search_queryset(self, queryset):
        if not self.search_query:
            return queryset
        if number := NUMBER.fullmatch(self.search_query):
            return queryset.filter(pk=number[1])
        people = super().search_queryset(Order.objects.all())
        things = search.find(Listing.objects.all(), self.search_query).rows
        return queryset.filter(Q(pk__in=people.values("pk")) | Q(listing__in=things.values("pk")))


class OrderFilters(WagtailFilterSet):
    institution = Named(label=_("Institution"), among=Institution)

    class Meta:
        model = Order
        fields = ["state", "target_group", "project"]


class OrderViewSet(Snippets):
    model = Order
    index_view_class = OrderIndex
    icon = "calendar-check"
    menu_label = _("Orders")
    inspect_view_enabled = True
    copy_view_enabled = False
    ordering = ["-placed_at"]
    list_display = [
        "number",
        Column("listing", label=_("Listing")),
        "name",
        "institution",
        Column("get_state_display", label=_("State"), sort_key="state"),
        DayColumn("placed_at", label=_("Ordered at"), sort_key="placed_at"),
    ]
    filterset_class = OrderFilters
    list_export = [
        *(
            "number",
            "listing",
            "listing.institution",
            "institution",
            "target_group",
            "project",
            "state",
            "quantity",
            "price",
        ),
        *("currency", "starts_at", "ends_at", "placed_at", "decided_at"),
    ]
    search_fields = ["name", "email", "institution__name", "listing__institution__name"]
    found = Found(55, title="name", detail=_number)
    inspect_view_fields_exclude = ["nonce", "submission", "exclusive", "currency", "language"]
    edit_handler = ObjectList([])

    def get_queryset(self, request):
        return Order.objects.for_display()


class MarketplaceGroup(SnippetViewSetGroup):
    menu_label = _("Marketplace")
    menu_icon = "tag"
    menu_order = 220
    submenu_hook = "register_marketplace_menu_item"
    items = (ListingViewSet, OrderViewSet, CategoryViewSet)
