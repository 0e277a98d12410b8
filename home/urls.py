from django.urls import path
from django.utils.translation import gettext_lazy as _

from home.reading.feeds import NewsAtom, NewsRss
from home.reading.views import institutions

app_name = "home"
urlpatterns = [
    path(_("institutions/<slug:slug>/"), institutions.show, name="institution"),
    path(_("news.atom"), NewsAtom(), name="news_atom"),
    path(_("news.rss"), NewsRss(), name="news_rss"),
]
