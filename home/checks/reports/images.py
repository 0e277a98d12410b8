"""The images with their credit, their licence and the places where they are shown."""

from collections import defaultdict

from django.contrib.contenttypes.models import ContentType
from django.db.models import F
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page, ReferenceIndex

from home.checks import own_work
from portal.look.reports import Report, ReportItem
from portal.media.models import PortalImage


class Images(Report):
    """What has to go or to be renewed comes first."""

    name = "image_rights"
    page_title = _("Images: rights and use")
    header_icon = "image"
    right = own_work.RIGHT
    facts = [
        ("title", _("Image")),
        ("collection", _("Collection")),
        ("credit", _("Credit")),
        ("licence_until", _("Licence until")),
        ("standing", _("Licence")),
        ("used", _("Used in")),
    ]

    def get_queryset(self):
        images = own_work.ending() if self.request.GET.get("licence") == "ending" else PortalImage.objects.all()
        return images.select_related("collection").order_by(F("licence_until").asc(nulls_last=True), "title")

    def get_filtered_queryset(self):
        images, today = list(super().get_filtered_queryset()), timezone.localdate()
        places = _places(images)
        return [
            {
                "pk": image.pk,
                "title": image.title,
                "collection": image.collection.name,
                "credit": image.credit,
                "licence_until": image.licence_until,
                "standing": _standing(image.licence_until, today),
                "used": " · ".join(places[image.pk]) or _("nowhere"),
            }
            for image in images
        ]

    def address(self, row) -> str:
        return reverse("wagtailimages:edit", args=[row["pk"]])


def _standing(until, today) -> str:
    if until is None:
        return _("without an end")
    if until < today:
        return _("expired")
    return _("expires soon") if until <= today + own_work.SOON else _("valid")


def _places(images: list[PortalImage]) -> dict[int, list[str]]:
    """Names of what shows each image, by its key; as many queries as there are kinds of things."""
    uses = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(PortalImage), to_object_id__in=[image.pk for image in images]
    )
    by_kind = defaultdict(set)
    for kind, key, image in uses.values_list("base_content_type", "object_id", "to_object_id"):
        by_kind[kind].add((key, int(image)))
    places = defaultdict(list)
    for kind, pairs in by_kind.items():
        model = ContentType.objects.get_for_id(kind).model_class()
        rows = {str(key): row for key, row in model._base_manager.in_bulk({key for key, _image in pairs}).items()}
        for key, image in sorted(pairs):
            if key in rows:
                places[image].append(_name(rows[key]))
    return places


def _name(row) -> str:
    return f"{row.title} ({row.locale.language_code})" if isinstance(row, Page) else str(row)


@hooks.register("register_admin_urls")
def image_urls():
    return Images.urls()


@hooks.register("register_reports_menu_item")
def image_item():
    return ReportItem(Images, reverse_lazy("image_rights"), icon_name="image", order=150)
