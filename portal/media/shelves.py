"""The collections that every portal has: photos, logos, and the pictures of the handbook.

Made by the deployment. They are known by their names: whoever renames one has another one after the next deployment.
"""

from django.db import transaction
from wagtail import hooks
from wagtail.models import Collection

# Stored once, in the language of the staff.
PHOTOS, LOGOS, HANDBOOK = "Fotos", "Logos", "Handbuch"
SHELVES = (PHOTOS, LOGOS, HANDBOOK)


@transaction.atomic
def build() -> None:
    """Add what is missing; an emptied database has no root to stand on."""
    root = Collection.get_first_root_node()
    if root is None:
        return
    there = set(root.get_children().values_list("name", flat=True))
    for name in SHELVES:
        if name not in there:
            root.add_child(name=name)


def shelf(name: str) -> Collection:
    return Collection.objects.get(name=name, depth=2)


@hooks.register("construct_image_chooser_queryset")
def without_the_handbook(images, request):
    """Screenshots of the administration belong on no page; whoever writes the handbook asks for its collection."""
    hidden = Collection.objects.filter(name=HANDBOOK, depth=2)
    asked = request.GET.get("collection_id", "")
    if asked.isdecimal() and hidden.filter(pk=asked).exists():
        return images
    return images.exclude(collection__in=hidden)
