"""Coaches and what they do, through the verbs."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.utils import timezone

from events.coaching import samples
from events.coaching.booking import verbs as booking
from events.coaching.diary import verbs as publishing
from events.coaching.kinds import Author, Rhythm
from events.coaching.models import Coach, Programme, Slot
from events.coaching.pages import CoachingPage
from events.coaching.record import hours, notes
from portal.accounts.models import Membership
from portal.demo.content import coaching as content
from portal.demo.content.guests import GUESTS
from portal.demo.telling.words import Pair, Words, tell_page

TUESDAY = 1
PAST = timedelta(days=30)


class Coaching:
    """Tells coaches, times and bookings; needs persons, accounts, projects and the page for founders."""

    def __init__(self, words: Words, accounts: dict, *, now: datetime):
        self.words, self.accounts, self.now = words, accounts, now
        first = timezone.localdate(now) + timedelta(days=4)
        self.tuesday = first + timedelta(days=(TUESDAY - first.weekday()) % 7)

    def tell_page(self) -> Pair:
        row = content.PAGE
        german, english = ({"title": row[f"title_{code}"], "lead": row[f"lead_{code}"]} for code in ("de", "en"))
        parent = self.words.pages["fuer-gruendungen"]
        pair = tell_page(parent, CoachingPage, ("coaching", "coaching"), german, english, show_in_menus=True)
        self.words.pages["coaching"] = pair
        return pair

    def tell(self) -> None:
        self.topics = {row[0]: samples.topic(*row) for row in content.TOPICS}
        self.programme = self._tell_programme()
        self.coaches = {row["person"]: self._tell_coach(row) for row in content.COACHES}
        for row in content.TIMES:
            self._publish(row)
        for number, row in enumerate(content.BOOKINGS):
            self._book(row, number)

    def _tell_programme(self) -> Programme:
        row = dict(content.PROGRAMME)
        project = self.words.projects[row.pop("project")]
        return samples.programme(project=project, **row)

    def _tell_coach(self, row: dict) -> Coach:
        coach = Coach.objects.create(
            person=self.words.people[row["person"]],
            user=self.accounts[row["account"]],
            **{name: row[name] for name in ("craft", "languages", "bio_de", "bio_en")},
        )
        coach.topics.set([self.topics[slug] for slug in row["topics"]])
        return coach

    def _day(self, offset: int) -> date:
        return self.tuesday + timedelta(days=offset)

    def _then(self, offset: int) -> datetime:
        """When a time of that day was published and booked: now, or a month before those gone by."""
        return self.now if offset >= 0 else self.now + timedelta(days=offset) - PAST

    def _publish(self, row: dict) -> None:
        told = dict(row)
        coach, day, weeks = self.coaches[told.pop("coach")], told.pop("day"), told.pop("weeks")
        first = datetime.combine(self._day(day), time.fromisoformat(told.pop("at")))
        publishing.publish_slots(
            coach,
            first=first,
            rhythm=Rhythm.WEEKLY if weeks > 1 else Rhythm.ONCE,
            until=self._day(day + 7 * (weeks - 1)) if weeks > 1 else None,
            programme=self.programme,
            topic=self.topics.get(told.pop("topic", "")),
            by=coach.user,
            now=self._then(day) - timedelta(hours=1),
            **told,
        )

    def _book(self, row: dict, number: int) -> None:
        slot = self._slot(row)
        if slot is None:
            return  # that day is a holiday
        house, guest = self.words.houses.get(row["house"]), GUESTS[row["guest"]]
        member = Membership.objects.filter(institution=house).select_related("user").first() if house else None
        made = booking.book(
            slot,
            name=member.user.get_full_name() if member else guest["name"],
            email=member.user.email if member else guest["email"],
            user=member.user if member else None,
            institution=house,
            startup=house.name if house else guest["institution"],
            language=guest["language"],
            submission=UUID(int=number + 1, version=4),
            consent_version="demo",
            now=self._then(row["day"]),
            **{name: row[name] for name in ("about", "goal", "stage")},
        )
        if row["minutes"]:
            after = slot.ends_at + timedelta(minutes=5)
            hours.record_hours(made, minutes=row["minutes"], by=slot.coach.user, outcome=row["outcome"], now=after)
            text = "Unterlagen bitte bis zum nächsten Gespräch schicken."
            notes.write_note(made, author=Author.COACH, text=text, now=after)

    def _slot(self, row: dict) -> Slot | None:
        wall = datetime.combine(self._day(row["day"]), time.fromisoformat(row["at"]))
        return Slot.objects.filter(coach=self.coaches[row["coach"]], starts_at=timezone.make_aware(wall)).first()
