"""The portal's colours in the admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks


@hooks.register("insert_global_admin_css")
def portal_colours() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("look/desk/desk.css"))
