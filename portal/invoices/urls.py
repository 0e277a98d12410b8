from django.urls import path, re_path
from django.utils.translation import gettext_lazy as _

from portal.invoices import views

app_name = "invoices"
urlpatterns = [
    path(_("recipient/"), views.usual, name="usual"),
    path("<str:token>/", views.ask, name="ask"),
    re_path(r"^(?P<token>[^/]+)/(?P<form>pdf|xml)/$", views.file, name="file"),
]
