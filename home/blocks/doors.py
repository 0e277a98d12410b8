"""The doors on the home page: what visitors come for most often."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .links import LinkBlock, LinkValue

ICONS = [
    ("cal", _("calendar")),
    ("tag", _("price tag")),
    ("ticket", _("ticket")),
    ("hand", _("handshake")),
    ("users", _("people")),
    ("flask", _("flask")),
    ("bldg", _("building")),
    ("gift", _("gift")),
    ("loan", _("exchange")),
    ("euro", _("euro")),
]


class DoorValue(LinkValue):
    @property
    def task(self) -> dict:
        """As components/tasks.html wants it."""
        return {"icon": self["icon"], "label": self.label, "text": self["note"], "url": self.href}


class DoorBlock(LinkBlock):
    icon = blocks.ChoiceBlock(label=_("icon"), choices=ICONS, default="cal")
    note = blocks.CharBlock(label=_("second line"), max_length=80, required=False)

    class Meta:
        icon = "home"
        label = _("door")
        value_class = DoorValue
        description = _("A large link below the headline of the home page.")
        form_layout = ["icon", "text", "note", "page", "address"]
        preview_value = {"icon": "cal", "text": _("Book a device"), "note": _("Free hours at a glance"), "address": "/"}


DOORS = blocks.StreamBlock([("door", DoorBlock())], required=False, max_num=4)
