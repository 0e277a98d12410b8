from django.urls import path, re_path

from portal.invoices import views

app_name = "invoices"
urlpatterns = [
    path("<str:token>/", views.ask, name="ask"),
    re_path(r"^(?P<token>[^/]+)/(?P<form>pdf|xml)/$", views.file, name="file"),
]
