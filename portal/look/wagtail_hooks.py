"""The portal's colours in the admin; what is in use is not deleted."""

from django.templatetags.static import static
from django.utils.html import format_html_join
from wagtail import hooks

from portal.look import in_use  # noqa: F401 registers its hook
from portal.look.desk import OwnWork


@hooks.register("insert_global_admin_css")
def portal_colours() -> str:
    sheets = ((static(f"look/desk/{name}.css"),) for name in ("desk", "plots"))
    return format_html_join("", '<link rel="stylesheet" href="{}">', sheets)


@hooks.register("insert_global_admin_js")
def scripts_of_the_desk() -> str:
    files = ("look/desk/counter.js", "look/desk/tables.js")
    return format_html_join("", '<script src="{}" defer></script>', ((static(file),) for file in files))


@hooks.register("construct_homepage_panels")
def own_work_first(request, panels) -> None:
    panels.append(OwnWork(request.user))
