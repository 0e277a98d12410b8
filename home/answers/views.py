"""Answers to the forms of the office."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from wagtail.models import Page

from home.answers import letters
from portal.accounts import tallies

ANSWERS_PER_HOUR, HOUR = 10, 3600


def answer(request, page: Page) -> HttpResponse:
    """The form, its errors with 422, or the thanks."""
    if request.method != "POST":
        template = "landing_page_template" if "thanks" in request.GET else "template"
        return _page(request, page, getattr(page, template), form=page.get_form(page=page, user=request.user))
    who = tallies.address(request)
    if wait := tallies.count("answer", who, most=ANSWERS_PER_HOUR, seconds=HOUR):
        return tallies.refused(request, wait)
    form = page.get_form(request.POST, page=page, user=request.user)
    if not form.is_valid():
        return _page(request, page, page.template, form=form, status=422)
    if not form.is_from_a_robot:
        keep(page, said=form.answer)
    return redirect(f"{page.get_url(request)}?thanks=1")


@transaction.atomic
def keep(page: Page, *, said: dict):
    """Store an answer and promise the letter to whoever reads it, both or neither."""
    kept = page.get_submission_class().objects.create(form_data=said, page=page)
    letters.outbox.post(letters.answer_arrived, kept)
    return kept


def _page(request, page, template, *, form, status=200):
    return TemplateResponse(request, template, page.get_context(request) | {"form": form}, status=status)
