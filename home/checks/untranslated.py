"""Pages whose translation is missing, not published or older than they are: a panel and a report."""

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page

from portal.look.desk import Row, RowsPanel
from portal.rights import Right

SHOWN = 5
RIGHT = Right.TRANSLATE


class Standing(models.TextChoices):
    MISSING = "missing", _("no translation")
    DRAFT = "draft", _("translation not published")
    OLDER = "older", _("translation older than the page")


def behind():
    """Live pages, with `standing`; the latest published first. Aliases are no translations.

    Pages of every language lack something without a translation; only those of the main language can be ahead of it.
    """
    kin = Page.objects.filter(translation_key=OuterRef("translation_key"), alias_of=None)
    others = kin.exclude(locale=OuterRef("locale"))
    newest = others.live().order_by("-last_published_at").values("last_published_at")[:1]
    pages = Page.objects.live().filter(depth__gt=1, alias_of=None)
    pages = pages.annotate(begun=Exists(others), readable=Exists(others.live()), told=Subquery(newest))
    ahead = Q(told__lt=F("last_published_at"), locale__language_code=settings.LANGUAGE_CODE)
    pages = pages.filter(Q(readable=False) | ahead)
    standing = Case(
        When(begun=False, then=Value(Standing.MISSING)),
        When(readable=False, then=Value(Standing.DRAFT)),
        default=Value(Standing.OLDER),
    )
    return pages.annotate(standing=standing).order_by(F("last_published_at").desc(nulls_last=True), "pk")


class BehindPages(RowsPanel):
    name = "untranslated"
    heading = _("Translations missing or out of date")
    icon = "wagtail-localize-language"
    order = 240
    more = (reverse_lazy("untranslated"), _("Pages without a current translation"))

    def rows(self) -> list[Row]:
        return [
            Row(page.title, reverse("wagtailadmin_pages:edit", args=[page.pk]), Standing(page.standing).label)
            for page in behind()[:SHOWN]
        ]


@hooks.register("construct_homepage_panels")
def show_behind_pages(request, panels) -> None:
    if RIGHT.held_by(request.user):
        panels.append(BehindPages(request.user))
