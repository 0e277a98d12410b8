from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.letters import panel, texts_views, views  # noqa: F401 the panel for its hook
from portal.rights import Right


class FailedLettersItem(MenuItem):
    def is_shown(self, request):
        return Right.MEND_LETTERS.held_by(request.user)


class LettersItem(MenuItem):
    def is_shown(self, request):
        return Right.READ_LETTERS.held_by(request.user)


@hooks.register("register_admin_urls")
def letter_urls():
    return [
        path("letters/", texts_views.all_letters, name="letters"),
        path("letters/failed/", views.failed_letters, name="failed_letters"),
        path("letters/failed/<int:pk>/", views.try_again, name="try_failed_letter_again"),
        path("letters/of/<str:kind>/", texts_views.one_letter, name="letter"),
    ]


@hooks.register("register_reports_menu_item")
def failed_letters_item():
    return FailedLettersItem(
        _("Failed letters"), reverse_lazy("failed_letters"), name="failed-letters", icon_name="mail", order=700
    )


@hooks.register("register_settings_menu_item")
def letters_item():
    return LettersItem(_("Letters"), reverse_lazy("letters"), name="letters", icon_name="mail", order=60)
