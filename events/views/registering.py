"""The form of registration."""

from http import HTTPStatus
from uuid import uuid4

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from events import registration, rows, showing, wording
from events.forms import RegistrationForm
from events.models import Event
from events.refusals import AlreadyRegistered, GroupTooLarge, PriceHasChanged, SubmittedBefore
from home import navigation
from portal.refusals import Refusal


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def register(request, pk: int) -> HttpResponse:
    """The form; POST registers and leads to the page behind the guest's secret link."""
    event = get_object_or_404(Event.objects.public().select_related("format", "contact").with_page(), pk=pk)
    form = _form(request, event)
    if request.method != "POST":
        return _page(request, event, form)
    if not form.is_valid():
        return _page(request, event, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        made = registration.register(event, language=get_language()[:2], user=_user(request), **form.answers)
    except AlreadyRegistered as refusal:
        registration.send_link_again(event, email=form.cleaned_data["email"])
        return _refused(request, event, form, refusal, field="email")
    except GroupTooLarge as refusal:
        return _refused(request, event, form, refusal, field="seats")
    except SubmittedBefore as refusal:
        form.renew(submission=uuid4())
        return _refused(request, event, form, refusal, status=HTTPStatus.CONFLICT)
    except PriceHasChanged as refusal:
        event.refresh_from_db(fields=["fee"])
        form.renew(shown_fee=event.fee or 0)
        return _refused(request, event, form, refusal)
    except Refusal as refusal:
        return _page(request, event, form, status=HTTPStatus.CONFLICT, refusal=refusal)
    return HttpResponseRedirect(made.get_absolute_url(), status=HTTPStatus.SEE_OTHER)


def _form(request, event: Event) -> RegistrationForm:
    privacy = navigation.frame().legal.get("privacy")
    data = request.POST if request.method == "POST" else None
    return RegistrationForm(data, event=event, user=request.user, privacy_url=privacy.url if privacy else "")


def _user(request):
    return request.user if request.user.is_authenticated else None


def _refused(request, event, form, refusal, *, field=None, status=HTTPStatus.UNPROCESSABLE_ENTITY) -> HttpResponse:
    form.add_error(field, refusal.message)
    return _page(request, event, form, status=status)


def _crumbs(event: Event) -> list[dict]:
    trail = [{"title": step.title, "url": step.url} for step in navigation.crumbs(event.page)]
    return [*trail, {"title": _("Registration"), "url": ""}]


def _page(request, event, form, *, status=HTTPStatus.OK, refusal=None) -> HttpResponse:
    now = timezone.now()
    context = {
        "event": event,
        "form": form if event.is_open(now) and refusal is None else None,
        "refusal": refusal,
        "crumbs": _crumbs(event),
        "closed_text": _("This event is over.") if event.is_past(now) else rows.standing(event, now=now)[0],
        "key_facts": showing.key_facts(event),
        "meter": showing.meter(event),
        "when": wording.span(event),
        "fee": wording.fee(event),
        "will_wait": event.is_full or event.registrations.in_line(event).exists(),
    }
    return render(request, "events/register.html", context, status=status)
