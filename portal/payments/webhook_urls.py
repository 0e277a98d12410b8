"""The address that Stripe rings, the same in every language.

A namespace may be included only once, so it has its own: `stripe:webhook`.
"""

from django.urls import path

from portal.payments import views

app_name = "stripe"
urlpatterns = [
    path("webhook/", views.webhook, name="webhook"),
]
