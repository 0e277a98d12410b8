"""A question to the owner of a listing, by anybody, without an account."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from marketplace import letters
from marketplace.models import Listing, Question
from marketplace.refusals import NotOffered

# The letter has them; ours are only for its delivery.
KEPT_DAYS = 30
SAME_WITHIN = timedelta(hours=1)


@transaction.atomic
def ask(listing: Listing, *, name: str, email: str, text: str, language: str, now: datetime | None = None) -> Question:
    """Keep the question and promise the letter: to the contact of the listing, else to those who act for its
    institution. The asker gets none: whoever types a foreign address must not have us write to it. Asked twice in an
    hour, the first one counts. Raises NotOffered.
    """
    now = now or timezone.now()
    listing = Listing.objects.locked().get(pk=listing.pk)
    if not listing.is_current_on(timezone.localdate(now)):
        raise NotOffered
    said = {"listing": listing, "email": email, "text": text}
    if before := Question.objects.filter(**said, asked_at__gt=now - SAME_WITHIN).first():
        return before
    question = Question.objects.create(**said, name=name, language=language, asked_at=now)
    letters.tell_owner(letters.question_asked, question)
    return question


def forget(*, now: datetime) -> int:
    """Delete the questions whose letters have long arrived; how many they were."""
    return Question.objects.filter(asked_at__lte=now - timedelta(days=KEPT_DAYS)).delete()[0]
