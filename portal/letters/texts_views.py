"""All letters of the house in the admin: how they look in both languages, and the office's own words for them."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.letters import catalogue, examples, outbox, rendering, texts, wording
from portal.letters.letter import Letter
from portal.letters.models import LetterText
from portal.letters.text_forms import PARTS, LetterTextForm
from portal.rights import Right, needs

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


@dataclass(frozen=True)
class Sheet:
    """One language of a letter on the page: its form, the portal's own words, and how it arrives."""

    language: str
    form: LetterTextForm
    own: LetterText | None
    subject: str = ""
    text: str = ""
    html: str = ""


@needs(Right.READ_LETTERS)
@require_safe
def all_letters(request):
    """The letters that were asked for, by room, with subject in the reader's language and who gets them."""
    rows = catalogue.rows(get_language()[:2])
    form = catalogue.Chosen(request.GET, rows=rows)
    found = form.of(rows)
    context = {"form": form, "number": len(found), "is_narrowed": len(found) < len(rows)}
    return render(request, "letters/all.html", context | {"rooms": catalogue.by_room(found)})


@needs(Right.READ_LETTERS)
@require_http_methods(["GET", "HEAD", "POST"])
def one_letter(request, kind):
    """Looking needs the right to look; trying other words and keeping them the right to change."""
    if kind not in outbox.BUILDERS:
        raise Http404
    may_change = Right.KEEP_LETTERS.held_by(request.user)
    if request.method == "POST" and not may_change:
        raise PermissionDenied
    is_typed = request.method == "POST"
    forms = _forms(kind, request.POST if is_typed else None)
    # Every form is asked, so that each shows its own errors.
    wrong = [form for form in forms.values() if is_typed and not form.is_valid()]
    if is_typed and not wrong and "preview" not in request.POST:
        parts = {language: {part: form.cleaned_data[part] for part in PARTS} for language, form in forms.items()}
        texts.write(kind, by=request.user, texts=parts)
        messages.success(request, _("The letter goes out in these words from now on."))
        return redirect("letter", kind)
    context = {
        "kind": kind,
        "to": outbox.BUILDERS[kind][1].to.label,
        "sheets": [_sheet(kind, language, form) for language, form in forms.items()],
        "placeholders": wording.names(outbox.BUILDERS[kind][0]),
        "may_change": may_change,
        "is_trial": is_typed and not wrong,
        "is_wrong": bool(wrong),
    }
    return render(request, "letters/one.html", context, status=422 if wrong else 200)


def _forms(kind: str, data) -> dict[str, LetterTextForm]:
    rows = {row.language: row for row in LetterText.objects.filter(kind=kind)}
    allowed = wording.names(outbox.BUILDERS[kind][0])
    return {
        language: LetterTextForm(data, instance=rows.get(language, LetterText()), prefix=language, allowed=allowed)
        for language in LANGUAGES
    }


def _sheet(kind: str, language: str, form: LetterTextForm) -> Sheet:
    written = examples.write(kind, language)
    if written is None:
        return Sheet(language, form, None)
    letter: Letter = written.in_words_of(form.typed)
    mail = rendering.as_message(letter, language, "preview")
    return Sheet(language, form, written.pattern, letter.subject, mail.body, mail.alternatives[0][0])
