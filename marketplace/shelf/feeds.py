"""New listings as Atom, one feed per language."""

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from marketplace.shelf import found
from portal.files.feeds import Atom
from portal.language.mailbox import absolute

LENGTH = 30


class NewListings(Feed):
    feed_type = Atom

    def title(self):
        return _("New listings – %(name)s") % {"name": settings.PORTAL_NAME}

    def link(self):
        return absolute(reverse("wagtail_serve", args=[""]))

    def feed_url(self):
        return absolute(reverse("marketplace:feed"))

    def items(self):
        return found.on_offer(timezone.now()).for_display()[:LENGTH]

    def item_title(self, listing):
        return listing.title

    def item_description(self, listing):
        return listing.description

    def item_link(self, listing):
        return absolute(listing.get_absolute_url())

    def item_guid(self, listing):
        return f"urn:listing:{listing.pk}"

    def item_pubdate(self, listing):
        return listing.released_at

    def item_updateddate(self, listing):
        return listing.released_at

    def item_author_name(self, listing):
        return str(listing.institution)

    def item_categories(self, listing):
        return [listing.get_kind_display(), str(listing.category)]
