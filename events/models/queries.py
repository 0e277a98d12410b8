"""Questions that are asked about events."""

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Prefetch, When
from django.db.models.functions import Coalesce, Length, Substr
from django.utils import timezone
from wagtail.models import PageViewRestriction

from events.kinds import EventStatus


class EventQuerySet(models.QuerySet):
    def locked(self):
        """For the verbs: the rows, locked in the order of their keys."""
        return self.select_for_update(of=("self",)).order_by("pk")

    def upcoming(self, now=None):
        """Not yet over, the nearest first."""
        return self.filter(ends_at__gt=now or timezone.now()).order_by("starts_at", "pk")

    def attendable(self, now=None):
        """Those of the coming ones that a guest can still come to: not called off, registration not closed."""
        now = now or timezone.now()
        # As `Event.closes_at` has it.
        begins = Case(When(month_only=True, then="ends_at"), default="starts_at")
        coming = self.upcoming(now).exclude(status=EventStatus.CANCELLED)
        return coming.alias(closes=Coalesce("registration_closes_at", begins)).filter(closes__gt=now)

    def past(self, now=None):
        """Over, the latest first."""
        return self.filter(ends_at__lte=now or timezone.now()).order_by("-starts_at", "-pk")

    def between(self, start, end):
        """Touching the half-open span from `start` to `end`."""
        return self.filter(starts_at__lt=end, ends_at__gt=start)

    def same_series(self, event):
        """The other dates of its series."""
        return self.filter(series=event.series).exclude(pk=event.pk) if event.series else self.none()

    def public(self):
        """Those that a live page tells of."""
        return self.filter(Exists(self.live_pages().filter(event=OuterRef("pk"))))

    def unannounced(self, now=None):
        """Those of our own that come, are not called off, and have no page that anybody may read."""
        ours = self.upcoming(now).filter(external_url="").exclude(status=EventStatus.CANCELLED)
        return ours.exclude(Exists(self.live_pages().filter(event=OuterRef("pk"))))

    def with_page(self):
        """With `event.page`: the words in the language of the reader, else in the other one. One query for all."""
        pages = self.live_pages().select_related("locale").order_by("pk")
        pages = pages.defer("body", "report", "agenda", "gallery", "search_description")
        return self.prefetch_related(Prefetch("pages", queryset=pages, to_attr="live_pages"))

    def for_rows(self):
        """All that a list row shows, whatever the number of rows."""
        return self.select_related("format", "section").with_page()

    def live_pages(self):
        """Live pages that everybody may read; Wagtail's own `public()` would ask for all restrictions first."""
        above = Length("page__path")
        hidden = PageViewRestriction.objects.alias(above=Substr(OuterRef("path"), 1, above))
        return self.model.pages.rel.related_model.objects.live().exclude(Exists(hidden.filter(page__path=F("above"))))
