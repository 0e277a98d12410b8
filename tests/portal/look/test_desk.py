"""The admin wears the portal's colours and emblem."""

from django.contrib.staticfiles import finders
from django.templatetags.static import static


def test_the_admin_wears_the_portals_face(admin_client):
    page = admin_client.get("/admin/").content.decode()
    assert static("look/desk/desk.css") in page
    assert '<img class="portal-logo"' in page
    assert finders.find("look/desk/desk.css")
