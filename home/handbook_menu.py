"""The handbook's door in the admin: Help, Handbook."""

from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from home.views import handbook


@hooks.register("register_admin_urls")
def handbook_urls():
    return [
        path("handbook/", handbook.contents, name="handbook"),
        path("handbook/<slug:slug>/", handbook.chapter, name="handbook_chapter"),
    ]


@hooks.register("register_help_menu_item")
def handbook_item():
    return MenuItem(_("Handbook"), reverse_lazy("handbook"), name="handbook", icon_name="help", order=10)
