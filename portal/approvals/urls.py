from django.urls import path
from django.utils.translation import gettext_lazy as _

from portal.approvals import views

app_name = "approvals"
urlpatterns = [
    path(_("approval/<str:token>/"), views.answer, name="answer"),
    path(_("approval/<str:token>/preview/"), views.preview, name="preview"),
]
