"""News as Atom and RSS, one feed per language."""

from datetime import datetime, time

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from home.models import Office
from home.pages import NewsPage
from portal.files.feeds import Atom, Rss
from portal.language import languages
from portal.language.mailbox import absolute

LENGTH = 30


class NewsRss(Feed):
    feed_type = Rss
    own_name = "home:news_rss"

    def title(self):
        return _("News – %(name)s") % {"name": Office.here().name}

    def link(self):
        return absolute(reverse("wagtail_serve", args=[""]))

    def feed_url(self):
        return absolute(reverse(self.own_name))

    def description(self):
        return Office.here().claim

    def items(self):
        articles = NewsPage.objects.filter(locale__language_code=languages.current(), alias_of=None).live().public()
        return articles.newest()[:LENGTH]

    def item_title(self, article):
        return article.title

    def item_description(self, article):
        return article.teaser

    def item_link(self, article):
        return absolute(article.url)

    def item_guid(self, article):
        return absolute(article.url)

    def item_pubdate(self, article):
        return timezone.make_aware(datetime.combine(article.date, time(12)))

    def item_updateddate(self, article):
        return article.last_published_at

    def item_categories(self, article):
        return [article.get_kind_display()]


class NewsAtom(NewsRss):
    feed_type = Atom
    own_name = "home:news_atom"

    def subtitle(self):
        return self.description()
