from django.urls import path
from django.utils.translation import gettext_lazy as _

from portal.withdrawals import views

app_name = "withdrawals"
urlpatterns = [
    path(_("withdrawal/"), views.declare, name="declare"),
    path(_("withdrawal/contract/<slug:word>/<str:token>/"), views.of_contract, name="of_contract"),
    path(_("withdrawal/received/<str:token>/"), views.received, name="received"),
]
