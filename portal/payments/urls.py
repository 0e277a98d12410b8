from django.urls import path
from django.utils.translation import gettext_lazy as _

from portal.payments import views
from portal.payments.linking import views as linking

app_name = "payments"
urlpatterns = [
    path(_("institution/<slug:slug>/online/"), linking.online, name="online"),
    path(_("institution/<slug:slug>/received/"), linking.received, name="received"),
    path(_("institution/<slug:slug>/received/<int:pk>/back/"), linking.give_back, name="give_back"),
    path("<str:token>/", views.pay, name="pay"),
]
