from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.letters import panel, views  # noqa: F401 the panel for its hook


class FailedLettersItem(MenuItem):
    def is_shown(self, request):
        return views.may_look(request.user)


@hooks.register("register_admin_urls")
def failed_letters_urls():
    return [
        path("letters/failed/", views.failed_letters, name="failed_letters"),
        path("letters/failed/<int:pk>/", views.try_again, name="try_failed_letter_again"),
    ]


@hooks.register("register_reports_menu_item")
def failed_letters_item():
    return FailedLettersItem(
        _("Failed letters"), reverse_lazy("failed_letters"), name="failed-letters", icon_name="mail", order=700
    )
