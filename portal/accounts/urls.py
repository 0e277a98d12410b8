from django.urls import path
from django.utils.translation import gettext_lazy as _

from portal.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.desk, name="desk"),
    path(_("profile/"), views.profile, name="profile"),
    path(_("institution/new/"), views.found, name="found"),
    path(_("institution/<slug:slug>/"), views.institution, name="institution"),
    path(_("institution/<slug:slug>/member/<int:pk>/"), views.change_member, name="change_member"),
    path(_("institution/<slug:slug>/invitation/<int:pk>/"), views.withdraw_invitation, name="withdraw_invitation"),
    path(_("institution/<slug:slug>/bank/"), views.bank_details, name="bank"),
    path(_("institution/<slug:slug>/leave/"), views.leave, name="leave"),
    path(_("invitation/<str:token>/"), views.invitation, name="invitation"),
]
