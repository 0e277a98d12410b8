"""The page of one listing, which holds the order form."""

from dataclasses import dataclass
from datetime import date, timedelta
from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from marketplace import wording
from marketplace.audiences import require_offered_to, those_who_may_order
from marketplace.availability import grid, holding
from marketplace.availability.periods import PeriodRefused
from marketplace.crumbs import crumbs
from marketplace.kinds import Approval, Light
from marketplace.models import Listing
from marketplace.orders import bargain, prices
from marketplace.orders import verbs as ordering
from marketplace.orders.forms import OrderForm
from marketplace.refusals import Taken
from marketplace.shelf import cards, structured
from marketplace.shelf import found as shelf
from portal.accounts.models import Institution
from portal.caching import everybody
from portal.caching.remember import remembered
from portal.language import languages
from portal.language import times as dates
from portal.language.money import as_text
from portal.payments.models import Payment
from portal.payments.states import PaymentState
from portal.refusals import Refusal

WEEKS_AHEAD, MOST_RELATED = 104, 6


@require_GET
def listing(request, pk: int, slug: str) -> HttpResponse:
    everybody.page_begins(request)
    shown = _found(request, pk)
    if slug != shown.slug:
        # Under another title since: the times and the note that the address carries stay.
        query = request.GET.urlencode()
        return redirect(f"{shown.get_absolute_url()}?{query}" if query else shown)
    form = OrderForm(listing=shown, user=request.user, initial=OrderForm.carried_over(request.GET))
    return _show(request, shown, form)


@login_required
@require_http_methods(["GET", "POST"])
def place(request, pk: int) -> HttpResponse:
    """Order a listing; GET shows the same page as the listing itself."""
    shown = _visible(request, pk)
    if request.method == "GET":
        form = OrderForm(listing=shown, user=request.user, initial=OrderForm.carried_over(request.GET))
        return _show(request, shown, form)
    form = OrderForm(request.POST, listing=shown, user=request.user)
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    if form.is_valid():
        try:
            order = ordering.place(shown, form.request(by=request.user, language=get_language()[:2]))
        except PeriodRefused as refusal:
            form.add_error(refusal.field, str(refusal))
        except Taken as refusal:
            form.add_error("start" if "start" in form.fields else None, str(refusal))
        except ordering.SubmittedBefore as refusal:
            form.add_error(None, str(refusal))
            form.renew()
            status = HTTPStatus.CONFLICT
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            return _after(request, order)
    return _show(request, shown, form, status=status)


def _after(request, order) -> HttpResponse:
    """To the payment where one is asked for, else to the order."""
    payment = Payment.objects.for_purpose(order).filter(state=PaymentState.OPEN).first()
    if payment:
        return _see(payment)
    messages.success(request, _("Thank you. We have sent you a letter with all details."))
    return _see(order)


def _see(deed) -> HttpResponse:
    return HttpResponseRedirect(deed.get_absolute_url(), status=HTTPStatus.SEE_OTHER)


def _found(request, pk: int) -> Listing:
    """As `_visible`, from memory; for reading only."""
    language = languages.current()
    shown = remembered(f"listing:{language}:{pk}", lambda: _whole(Listing.objects).filter(pk=pk).first())
    if shown is None or not _is_seen_by(request.user, pk):
        raise Http404
    return shown


def _is_seen_by(user, pk: int) -> bool:
    def asked() -> bool:
        return Listing.objects.visible_to(user).filter(pk=pk).exists()

    # What somebody may, the person remembers; nobody in particular may what everybody may.
    return asked() if user.is_authenticated else remembered(f"listing_seen:{pk}", asked)


def _visible(request, pk: int) -> Listing:
    return get_object_or_404(_whole(Listing.objects.visible_to(request.user)), pk=pk)


def _whole(listings):
    return listings.prefetch_related("tariffs").for_page()


def _show(request, shown: Listing, form: OrderForm, *, status: int = 200) -> HttpResponse:
    told = Told(shown, form.times)
    context = told.to(request) | {"form": form, "estimate": _estimate(form)}
    return render(request, "marketplace/listing.html", context, status=status)


@dataclass
class Told(everybody.Parts):
    """What the page of a listing, from `for_page`, tells; `times` are begin and end in the order form."""

    listing: Listing
    times: tuple = ()

    @property
    def kept_as(self) -> str:
        return f"listing:{self.listing.pk}:{','.join(moment.isoformat() for moment in self.times)}"

    def to(self, request) -> dict:
        """For this reader, and what all of the page stands on."""
        shown = self.listing
        is_gone = remembered(f"listing_gone:{shown.pk}", lambda: _is_gone(shown))
        return {
            "parts": self,
            "listing": shown,
            "shown_thing": shown,
            "nature": shown.nature,
            "is_gone": is_gone,
            "may_order": shown.is_current and not is_gone,
            "crumbs": crumbs(shown.title),
            "related": _related(shown, request.user),
            **(_on_ordering(shown, request.user) if request.user.is_authenticated else {}),
        }

    def shown(self, request) -> dict:
        shown = self.listing
        return {
            "prices": wording.prices(shown),
            "funding_project": shown.project,
            "facts": cards.key_facts(shown),
            "language_mark": languages.mark(shown.text_language),
            "photos": cards.album(shown),
            "is_instant": shown.approval == Approval.INSTANT,
            "structured": structured.listing(shown),
            **_calendar(request, shown, self.times),
            "tariff_table": wording.tariff_table(shown),
            "light": _light(shown),
            "funders": _funders(shown),
        }


def _on_ordering(shown: Listing, user) -> dict:
    acts_for = list(Institution.objects.of(user))
    return {
        "all_prices": wording.all_prices(shown),
        "button": _button(shown),
        "not_for_you": "" if those_who_may_order(shown, acts_for) else _not_for_you(shown, acts_for),
        "pays": wording.payee(shown),
        "cancel_rule": wording.cancel_rule(shown),
    }


def _is_gone(shown: Listing) -> bool:
    now = timezone.now()
    is_free_soon = shown.nature.is_for_a_period and grid.next_free_days([shown], now=now)[shown.pk] is not None
    return not is_free_soon and holding.is_gone(shown)


def _not_for_you(shown: Listing, acts_for: list[Institution]) -> str:
    try:
        require_offered_to(shown, next((one for one in acts_for if not one.is_verified), None))
    except Refusal as refusal:
        return str(refusal)
    return ""


def _button(shown: Listing) -> str:
    """What is binding and costs money says so on its button (§ 312j BGB); an enquiry binds nobody."""
    if prices.is_charged(shown):
        return _("order with obligation to pay")
    if bargain.is_by_arrangement(shown, shown.price):
        return _("Send request")
    return str(shown.nature.order_word)


def _estimate(form: OrderForm) -> str:
    """What the times in the form would cost whoever orders, and how it comes about; empty without times."""
    found = form.quote(form.usual_institution(), form.times) if form.times else None
    if found is None:
        return ""
    return f"{wording.period(DateTimeTZRange(*form.times))}: {as_text(found.total)} ({wording.how(found)})"


def _related(shown: Listing, user) -> list[Listing]:
    """Offers of related things that the reader finds."""
    if not shown.has_related:
        return []
    offers = Listing.objects.current().shown_to(user).filter(resource__related=shown.resource_id)
    return list(offers.for_display()[:MOST_RELATED])


def _funders(shown: Listing) -> list[str]:
    """Who paid for the thing: projects by their short names, but the one named below, then funders."""
    named = shown.project.acronym if shown.project else ""
    return [*(acronym for acronym in shown.paying_projects if acronym != named), *shown.funding]


def _light(shown: Listing) -> dict | None:
    """Why the thing cannot be used as usual; None where it can."""
    resource = shown.resource
    if resource.light == Light.OPERATIONAL:
        return None
    days = [(_("since %(day)s"), resource.light_since), (_("expected until %(day)s"), resource.light_until)]
    parts = [resource.light_note, *(words % {"day": dates.day(day)} for words, day in days if day)]
    return {"tone": resource.status.tone, "title": resource.status.label, "text": " · ".join(filter(None, parts))}


def _calendar(request, shown: Listing, times: tuple) -> dict:
    if not shown.nature.is_for_a_period:
        return {}
    now = timezone.now()
    today = timezone.localdate(now)
    free = grid.next_free_days([shown], now=now)[shown.pk]
    first = _first_day(_asked_day(request) or free or today, today)
    words, tone = cards.available(shown, free, now)
    return {
        "week": cards.week(shown, first, chosen=times, now=now),
        "first_day": first,
        "last_day": first + timedelta(days=6),
        "week_before": first - timedelta(days=7) if first > today else None,
        "week_after": first + timedelta(days=7),
        "availability": words,
        "availability_tone": tone,
    }


def _asked_day(request) -> date | None:
    moment = shelf.instant(request.GET.get("week", "") or request.GET.get("start", ""))
    return timezone.localdate(moment) if moment else None


def _first_day(wanted: date, today: date) -> date:
    """The day that begins the seven with `wanted`; weeks are counted from today, so none begins with days gone by."""
    weeks = max(0, (wanted - today).days // 7)
    return today + timedelta(weeks=min(weeks, WEEKS_AHEAD))
