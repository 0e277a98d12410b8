"""The verb of letter texts: the office writes a letter in words of its own."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from portal.letters.models import LetterText


@transaction.atomic
def write(kind: str, *, by, texts: dict[str, dict[str, str]], now=None) -> None:
    """`texts` are subject, opening and closing per language; an empty part goes back to the portal's own words."""
    for language, parts in texts.items():
        LetterText.objects.get_or_create(kind=kind, language=language)
        row = LetterText.objects.select_for_update().get(kind=kind, language=language)
        if all(getattr(row, part) == text for part, text in parts.items()):
            continue
        for part, text in parts.items():
            setattr(row, part, text)
        row.changed_at = now or timezone.now()
        row.save()
        log(instance=row, action="wagtail.edit", user=by, content_changed=True)
