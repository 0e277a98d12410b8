"""Beside the title of a page in the editor: who waits for release can be shown to somebody outside."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button


@hooks.register("register_page_header_buttons")
def ask_outside_button(page, user, view_name, next_url=None):
    if page.workflow_in_progress and page.permissions_for_user(user).can_edit():
        url = reverse("ask_outside", args=["page", page.pk])
        yield Button(_("Ask somebody outside"), url, icon_name="mail", priority=45)
