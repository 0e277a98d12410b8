from django.urls import path

app_name = "look"
urlpatterns: list[path] = []
