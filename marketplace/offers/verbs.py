"""The verbs that write listings: draft, change, illustrate, submit, release, send back, withdraw, extend, end; and
what the office notes meanwhile: a comment, the day by which it answers."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone, translation
from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model

from home.models import Office
from marketplace import consents, letters
from marketplace.kinds import Kind
from marketplace.models import Category, Hold, Listing, ReleaseComment, ReleasePapers, Resource
from marketplace.offers import live_edits, photos
from marketplace.offers.deadlines import working_days_after
from marketplace.offers.describing import describe, write
from marketplace.offers.live_edits import harms_nobody
from marketplace.orders import handing
from marketplace.orders import verbs as ordering
from marketplace.refusals import PiecesTaken
from marketplace.states import ListingState, OrderState
from portal import states
from portal.audit import log
from portal.letters import outbox
from portal.media import tasks
from portal.refusals import Refusal


class NotPossible(Refusal):
    """The arrow is not drawn in `ListingState.NEXT`."""

    def __init__(self, state: ListingState):
        super().__init__(_("This is not possible: the listing is “%(state)s”.") % {"state": state.label})


class NotVerified(Refusal):
    message = _("The office has to verify your institution before it can offer something.")


class NobodyResponsible(Refusal):
    message = _("Please name a contact person who answers for this listing.")


class NotYours(Refusal):
    message = _("Only the institution that owns a thing can offer it.")


class WordsMissing(Refusal):
    message = _("Please enter a title and a description in German or English.")


class PapersMissing(Refusal):
    """`papers`: labels of what is not settled."""

    def __init__(self, papers: list):
        self.papers = papers
        super().__init__(
            _("These release papers are missing: %(papers)s.")
            % {"papers": get_text_list([str(paper) for paper in papers], _("and"))}
        )


class OrdersRunning(Refusal):
    message = _("There are orders in progress. Please complete or cancel them first.")


class HasEnded(Refusal):
    message = _("This listing has ended already.")


class DoesNotExpire(Refusal):
    message = _("This listing has no end date that could be moved.")


@transaction.atomic
def consent(listing: Listing, words: dict, asked: dict, *, by, now: datetime | None = None) -> Listing:
    """Note who has consented to what: `words` and the price or the date they consented to, by `ConsentTo`."""
    listing = _lock(listing)
    consents.give(listing, words, asked, by=by, now=now or timezone.now())
    return listing


@transaction.atomic
def draft(institution, *, kind: str, texts: dict, by=None, papers: dict | None = None, now=None, **facts) -> Listing:
    """A new listing of `institution`. `texts` maps a language to (title, description), `facts` are its fields.

    Among them may be the `resource` that is offered in one more way; else it is a new one. Raises NotYours.
    """
    facts["resource"] = facts.get("resource") or _resource(institution, kind, texts, facts)
    if facts["resource"].institution_id != institution.pk:
        raise NotYours
    facts["category"] = facts.get("category") or Category.objects.general()
    facts.setdefault("approval", Kind(kind).nature.approval)
    facts.setdefault("city", institution.city)
    facts.setdefault("district", institution.district)
    listing = Listing.objects.create(institution=institution, kind=kind, created_at=now or timezone.now(), **facts)
    _count_pieces(listing)
    describe(listing, texts, papers)
    write(listing, ["terms"])
    log(listing, "marketplace.listing.draft", user=by, timestamp=listing.created_at)
    return listing


@transaction.atomic
def change(listing: Listing, *, by, texts: dict, papers: dict | None = None, now=None, **facts) -> Listing:
    """The owner's change. Of a listing that is shown only what harms nobody is live at once; the rest waits beside it.

    Raises PiecesTaken.
    """
    now = now or timezone.now()
    listing = _lock(listing)
    dropped = "photo" in facts and facts.pop("photo") is None
    facts["category"] = facts.get("category") or listing.category
    is_shown = listing.state == ListingState.RELEASED
    at_once = {name: value for name, value in facts.items() if not is_shown or harms_nobody(listing, name, value)}
    changed = [name for name, value in at_once.items() if getattr(listing, name) != value]
    for name, value in at_once.items():
        setattr(listing, name, value)
    _require_pieces(listing, now=now)
    if dropped:
        photos.lay_out(listing.resource, photos.album(listing)[1:])
        changed.append("photo")
    if is_shown:
        write(listing, [name for name in changed if name != "photo"])
        later = {name: value for name, value in facts.items() if name not in at_once}
        live_edits.wish(listing, by=by, facts=later, texts=texts, papers=papers, now=now)
    else:
        describe(listing, texts, papers)
        write(listing, [*(name for name in changed if name != "photo"), "terms"])
    if "quantity" in changed:
        _count_pieces(listing)
    if "contact" in changed:
        handing.tell_change(listing.resource, by=by, now=now)
    if changed or not is_shown:
        log(listing, "marketplace.listing.changed", user=by, timestamp=now, data={"fields": sorted(changed)})
    return listing


@transaction.atomic
def illustrate(
    listing: Listing, *, by, file, description: str, credit: str, description_en: str = "", now: datetime | None = None
) -> Listing:
    """The owner's photo, in place of the one before, at once; without `description_en` English readers are told the
    other one.
    """
    now = now or timezone.now()
    listing = _lock(listing)
    words = {"description": description, "description_en": description_en, "credit": credit}
    words["title"] = listing.title[:255]
    fresh = get_image_model().objects.create(file=file, uploaded_by_user=by, **words)
    photos.lay_out(listing.resource, [fresh, *photos.album(listing)[1:]])
    log(listing, "marketplace.listing.changed", user=by, timestamp=now, data={"fields": ["photo"]})
    if listing.state == ListingState.RELEASED:
        tasks.prepare([(fresh.pk, ("row", "listing", "large"))])
    return listing


@transaction.atomic
def submit(listing: Listing, *, by, now: datetime | None = None) -> Listing:
    """Ask the office for release. Raises NotVerified, NobodyResponsible, WordsMissing or PapersMissing."""
    now = now or timezone.now()
    listing = _lock(listing)
    _require_complete(listing, today=timezone.localdate(now))
    due_on = working_days_after(timezone.localdate(now), Office.here().release_days)
    _move(listing, ListingState.SUBMITTED, by=by, now=now, submitted_at=now, due_on=due_on, reason="")
    outbox.post(letters.listing_submitted, listing)
    return listing


@transaction.atomic
def release(listing: Listing, *, by, seen: str = "", now: datetime | None = None, expires_on=None) -> Listing:
    """Show it, or what its owner wishes otherwise. A thing stands for as long as its kind says without `expires_on`.

    `seen` is the version beside it that the office looked at: raises ChangedMeanwhile where there is a newer one.
    """
    now = now or timezone.now()
    listing = _lock(listing)
    if listing.has_wish:
        return _adopt(listing, seen=seen, by=by, now=now)
    _require_complete(listing, today=timezone.localdate(now))
    since, until = listing.released_at or now, expires_on or _stands_until(listing, now)
    _move(listing, ListingState.RELEASED, by=by, now=now, released_at=since, expires_on=until)
    letters.tell_managers(letters.listing_released, listing)
    images = [image.pk for image in photos.album(listing)]
    tasks.prepare([(image, ("row", "large", *([] if place else ["listing"]))) for place, image in enumerate(images)])
    return listing


@transaction.atomic
def send_back(listing: Listing, *, by, reason: str, now: datetime | None = None) -> Listing:
    """The office asks for a change and says which; what is shown stays."""
    listing = _lock(listing)
    if listing.has_wish:
        return _send_wish_back(listing, by=by, reason=reason, now=now or timezone.now())
    _move(listing, ListingState.SENT_BACK, by=by, now=now or timezone.now(), reason=reason)
    letters.tell_managers(letters.listing_sent_back, listing)
    return listing


@transaction.atomic
def withdraw(listing: Listing, *, by, reason: str = "", now: datetime | None = None) -> Listing:
    """Take it away; open requests are declined. Raises OrdersRunning while an agreed order is not over."""
    now = now or timezone.now()
    listing = _lock(listing)
    agreed = Q(state__in=[OrderState.ACCEPTED, OrderState.AWAITING_PAYMENT])
    ahead = Q(period__upper_inf=True) | Q(period__endswith__gt=now) | Q(period__isnull=True)
    if listing.orders.filter(agreed & ahead | Q(state=OrderState.OUT)).exists():
        raise OrdersRunning
    _move(listing, ListingState.WITHDRAWN, by=by, now=now, reason=reason)
    for order in listing.orders.filter(state__in=OrderState.NEGOTIABLE).order_by("pk"):
        with translation.override(order.language):
            ordering.decline(order, by=by, reason=translation.gettext("The listing was withdrawn."), now=now)
    return listing


@transaction.atomic
def extend(listing: Listing, *, by, now: datetime | None = None) -> Listing:
    """Show it for another full term, also after it has expired."""
    now = now or timezone.now()
    listing = _lock(listing)
    if listing.state != ListingState.RELEASED:
        raise NotPossible(listing.status)
    if listing.nature.stands is None:
        raise DoesNotExpire
    listing.expires_on = _stands_until(listing, now)
    listing.save(update_fields=["expires_on"])
    log(listing, "marketplace.listing.extended", user=by, timestamp=now)
    letters.tell_managers(letters.listing_extended, listing)
    return listing


@transaction.atomic
def end(listing: Listing, *, by, now: datetime | None = None) -> Listing:
    """Stop showing it from today on; orders go on, and `extend` brings a thing with a term back. Raises HasEnded."""
    now = now or timezone.now()
    listing = _lock(listing)
    if listing.state != ListingState.RELEASED:
        raise NotPossible(listing.status)
    if not listing.is_current_on(timezone.localdate(now)):
        raise HasEnded
    listing.expires_on = timezone.localdate(now) - timedelta(days=1)
    listing.save(update_fields=["expires_on"])
    log(listing, "marketplace.listing.ended", user=by, timestamp=now)
    letters.tell_managers(letters.listing_ended, listing)
    return listing


@transaction.atomic
def comment(listing: Listing, *, by, text: str, now: datetime | None = None) -> ReleaseComment:
    """A note of the staff to each other; the institution does not see it."""
    listing = _lock(listing)
    return ReleaseComment.objects.create(listing=listing, by=by, text=text, written_at=now or timezone.now())


@transaction.atomic
def answer_by(listing: Listing, *, due_on: date | None, by, now: datetime | None = None) -> Listing:
    """Another day by which the office answers than the usual one."""
    listing = _lock(listing)
    if not listing.waits:
        raise NotPossible(listing.status)
    listing.due_on = due_on
    listing.save(update_fields=["due_on"])
    log(listing, "marketplace.listing.due", user=by, timestamp=now or timezone.now())
    return listing


def _adopt(listing: Listing, *, seen: str, by, now: datetime) -> Listing:
    wished = live_edits.waiting(listing)
    if seen and seen != wished.version:
        raise live_edits.ChangedMeanwhile
    live_edits.take_over(listing, wished)
    _require_complete(listing, today=timezone.localdate(now))
    log(listing, "marketplace.listing.adopted", user=by, timestamp=now)
    letters.tell_managers(letters.change_released, listing)
    return Listing.objects.get(pk=listing.pk)


def _send_wish_back(listing: Listing, *, by, reason: str, now: datetime) -> Listing:
    wished = live_edits.waiting(listing)
    wished.reason = reason
    wished.save(update_fields=["reason"])
    log(listing, "marketplace.listing.change_sent_back", user=by, timestamp=now)
    letters.tell_managers(letters.change_sent_back, listing)
    return listing


def _count_pieces(listing: Listing) -> None:
    """Whoever offers more of a thing than were known says that there are so many."""
    Resource.objects.filter(pk=listing.resource_id, quantity__lt=listing.quantity).update(quantity=listing.quantity)


def _resource(institution, kind: str, texts: dict, facts: dict) -> Resource:
    """A new one has what its first offer says of it."""
    names = {f"name_{language}": title for language, (title, _description) in texts.items()}
    names["contact"] = facts.get("contact")
    made = Resource.objects.create(institution=institution, thing=Kind(kind).nature.thing, **names)
    if facts.get("project"):
        made.projects.add(facts["project"])
    return made


def _stands_until(listing: Listing, now: datetime):
    stands = listing.nature.stands
    return timezone.localdate(now) + stands if stands else None


def _require_pieces(listing: Listing, *, now: datetime) -> None:
    not_over = Q(period__upper_inf=True) | Q(period__endswith__gt=now)
    held = Hold.objects.filter(not_over, order__listing=listing)
    last = held.aggregate(last=Max("piece"))["last"] or 0
    if last > listing.quantity:
        raise PiecesTaken(last)


def what_is_missing(listing: Listing, *, now: datetime | None = None) -> str:
    """Why it could not be sent for release, in words; empty where it could."""
    try:
        _require_complete(listing, today=timezone.localdate(now or timezone.now()))
    except Refusal as refusal:
        return str(refusal)
    return ""


def _require_complete(listing: Listing, *, today) -> None:
    if not listing.institution.is_verified:
        raise NotVerified
    if listing.contact_id is None and not listing.institution.memberships.exists():
        raise NobodyResponsible
    if not listing.texts.exclude(title="").exclude(description="").exists():
        raise WordsMissing
    if listing.nature.papers:
        papers = ReleasePapers.objects.filter(listing=listing).first() or ReleasePapers(listing=listing)
        if missing := papers.missing(listing.nature.papers):
            raise PapersMissing(missing)
    consents.require(listing, today=today)


def _lock(listing: Listing) -> Listing:
    return Listing.objects.locked().select_related("resource", "category", "institution").get(pk=listing.pk)


def _move(listing: Listing, to: ListingState, *, by, now: datetime, **facts) -> Listing:
    refusal, action = NotPossible(listing.status), f"marketplace.listing.{to}"
    return states.step(listing, to, refusal=refusal, action=action, by=by, now=now, **facts)
