"""What all pages with a body share."""

from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import ObjectList, TabbedInterface

from home.blocks import follow


class WithBody:
    """Finds the targets of all links in the page's streams in one query."""

    streams = ("body",)

    def get_context(self, request, *args, **kwargs):
        follow(self.locale_id, *(getattr(self, name) for name in self.streams))
        return super().get_context(request, *args, **kwargs)


class InTabs:
    """Content and publication; a page type may put `middle_tabs`, a list of (heading, panels), between them."""

    middle_tabs = ()

    @classproperty
    def edit_handler(cls):
        tabs = [
            (pgettext_lazy("tab", "Content"), cls.content_panels),
            *cls.middle_tabs,
            (_("Publication"), [*cls.promote_panels, *cls.settings_panels]),
        ]
        tabs = [ObjectList(panels, heading=heading) for heading, panels in tabs]
        return TabbedInterface(tabs, base_form_class=cls.base_form_class)
