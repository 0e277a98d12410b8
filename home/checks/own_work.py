"""What waits for whoever writes: own drafts, own pages in release or sent back, images whose licence ends."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page, ReferenceIndex, WorkflowState

from portal.look.desk import Row, number_of, waiting
from portal.media.models import PortalImage
from portal.rights import Right

RIGHT = Right.TRANSLATE
SOON = timedelta(days=60)
# Wagtail notes the keys of whatever it is as text.
KEY = Cast(OuterRef("pk"), CharField())


def drafts(user) -> QuerySet:
    """Pages that this user changed last and has neither published nor given to be released; the latest first."""
    given = WorkflowState.objects.active().filter(_is("base_content_type", Page), object_id=KEY)
    mine = Page.objects.filter(latest_revision__user=user, has_unpublished_changes=True, alias_of=None)
    return mine.exclude(Exists(given)).order_by("-latest_revision_created_at", "pk")


def ending() -> QuerySet:
    """Images that are shown somewhere, with a licence that has run out or soon will."""
    uses = ReferenceIndex.objects.filter(_is("to_content_type", PortalImage), to_object_id=KEY)
    return PortalImage.objects.filter(Exists(uses), licence_until__lte=timezone.localdate() + SOON)


def _is(column: str, model) -> Q:
    """By its name: to ask for its number would cost a query."""
    return Q(**{f"{column}__app_label": model._meta.app_label, f"{column}__model": model._meta.model_name})


def _asked(user, status: str) -> QuerySet:
    return WorkflowState.objects.filter(requested_by=user, status=status)


@hooks.register("own_work")
def words_in_hand(user) -> list[Row]:
    """One query for all numbers; each leads to the list of what it counts."""
    if not RIGHT.held_by(user):
        return []
    asked = {"release": WorkflowState.STATUS_IN_PROGRESS, "returned": WorkflowState.STATUS_NEEDS_CHANGES}
    sought = {name: number_of(_asked(user, status)) for name, status in asked.items()}
    sought |= {"drafts": number_of(drafts(user)), "licences": number_of(ending())}
    told = get_user_model().objects.filter(pk=user.pk).values(**sought).get()
    lists = {
        name: f"{reverse('wagtailadmin_reports:workflow')}?{urlencode({'status': status, 'requested_by': user.pk})}"
        for name, status in asked.items()
    }
    return [
        *waiting(_("Your pages that were sent back"), told["returned"], lists["returned"]),
        *waiting(_("Your drafts"), told["drafts"], reverse("own_drafts")),
        *waiting(_("Your pages that wait for release"), told["release"], lists["release"]),
        *waiting(_("Images in use whose licence ends"), told["licences"], f"{reverse('image_rights')}?licence=ending"),
    ]
