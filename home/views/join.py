"""Answers to the forms of the office."""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from home import letters
from home.models import JoinPage

ANSWERS_PER_HOUR = 10


def answer(request, page: JoinPage) -> HttpResponse:
    """The form, its errors with 422, or the thanks."""
    if request.method != "POST":
        template = "landing_page_template" if "thanks" in request.GET else "template"
        return _page(request, page, getattr(page, template), form=page.get_form(page=page, user=request.user))
    if _asks_too_often(request):
        response = TemplateResponse(request, "429.html", status=429)
        response["Retry-After"] = "3600"
        return response
    form = page.get_form(request.POST, page=page, user=request.user)
    if not form.is_valid():
        return _page(request, page, page.template, form=form, status=422)
    if not form.is_from_a_robot:
        keep(page, said=form.answer)
    return redirect(f"{page.get_url(request)}?thanks=1")


@transaction.atomic
def keep(page: JoinPage, *, said: dict):
    """Store an answer and promise the letter to whoever reads it, both or neither."""
    kept = page.get_submission_class().objects.create(form_data=said, page=page)
    letters.outbox.post(letters.answer_arrived, kept)
    return kept


def _page(request, page, template, *, form, status=200):
    return TemplateResponse(request, template, page.get_context(request) | {"form": form}, status=status)


def _asks_too_often(request) -> bool:
    # allauth knows how many proxies stand before us (TRUSTED_PROXY_COUNT).
    key = f"answers:{get_adapter().get_client_ip(request)}"
    cache.add(key, 0, timeout=3600)
    return cache.incr(key) > ANSWERS_PER_HOUR
