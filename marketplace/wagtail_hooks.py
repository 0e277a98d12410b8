"""The marketplace in Wagtail's admin: audit log, menu, release queue."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy as pgettext
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem
from wagtail.snippets.models import register_snippet

from marketplace.release import bulk_actions, panel, queue, report  # noqa: F401 their hooks
from marketplace.release.viewsets import MarketplaceGroup
from marketplace.states import ListingState, OrderState
from portal.rights import Right

register_snippet(MarketplaceGroup)


class ReleasesMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return Right.RELEASE_LISTINGS.held_by(request.user)


class WaitingSummary(SummaryItem):
    """On the admin's first page: how many listings wait."""

    order = 400
    template_name = "marketplace/admin/waiting.html"

    def get_context_data(self, parent_context):
        return {"number": queue.waiting(self.request.user).count(), "url": reverse("marketplace_releases")}

    def is_shown(self) -> bool:
        return Right.RELEASE_LISTINGS.held_by(self.request.user)


@hooks.register(MarketplaceGroup.submenu_hook)
def releases_menu_item():
    return ReleasesMenuItem(
        _("Releases"), reverse("marketplace_releases"), name="releases", icon_name="clipboard-list", order=0
    )


@hooks.register("construct_homepage_summary_items")
def waiting_summary(request, items) -> None:
    items.append(WaitingSummary(request))


@hooks.register("register_admin_urls")
def admin_urls():
    return [
        path("marketplace/releases/", queue.queue, name="marketplace_releases"),
        path("marketplace/releases/several/", queue.release_several, name="marketplace_release_several"),
        path("marketplace/releases/<int:pk>/", queue.one, name="marketplace_release"),
        path("marketplace/releases/<int:pk>/comment/", queue.comment, name="marketplace_release_comment"),
        path("marketplace/releases/<int:pk>/due/", queue.answer_by, name="marketplace_release_due"),
        path(
            "marketplace/releases/<int:pk>/preview/<slug:language>/",
            queue.preview,
            name="marketplace_release_preview",
        ),
        path("marketplace/releases/<int:pk>/send-back/", queue.send_back, name="marketplace_send_back"),
    ]


@hooks.register("register_log_actions")
def register_log_actions(actions) -> None:
    for state in OrderState:
        actions.register_action(f"marketplace.order.{state}", state.label, state.label)
    actions.register_action("marketplace.order.told", _("told of a change"), _("told of a change"))
    for state in ListingState:
        actions.register_action(f"marketplace.listing.{state}", state.label, state.label)
    actions.register_action(
        "marketplace.resource.closed", pgettext("resource", "closed"), pgettext("resource", "closed")
    )
    actions.register_action("marketplace.resource.light", _("status changed"), _("status changed"))
    actions.register_action("marketplace.resource.handed_over", _("handed over"), _("handed over"))
    actions.register_action("marketplace.resource.described", _("facts changed"), _("facts changed"))
    actions.register_action("marketplace.resource.reopened", _("open again"), _("open again"))
    actions.register_action("marketplace.listing.changed", _("changed"), _("changed"))
    actions.register_action("marketplace.listing.wished", _("change submitted"), _("change submitted"))
    actions.register_action("marketplace.listing.adopted", _("change released"), _("change released"))
    actions.register_action("marketplace.listing.change_sent_back", _("change sent back"), _("change sent back"))
    actions.register_action("marketplace.listing.extended", _("extended"), _("extended"))
    actions.register_action("marketplace.listing.ended", _("ended"), _("ended"))
    actions.register_action("marketplace.listing.consented", _("consent noted"), _("consent noted"))
    actions.register_action("marketplace.listing.due", _("day of the answer changed"), _("day of the answer changed"))
