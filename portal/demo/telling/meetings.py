"""Events with their pages, and the registrations of invented guests, through the verbs."""

import random
from datetime import datetime, time, timedelta
from html import escape
from uuid import UUID

from django.utils import timezone

from events import consent
from events.door import verbs as checkin
from events.guests import presence
from events.kinds import Tone
from events.models import Event, EventFormat
from events.pages import EventIndexPage, EventPage, Speaker
from events.registration import office
from events.registration import verbs as registration
from events.registration.signup import Signup
from events.staff import dates
from events.staff.circulars import verbs as writing
from portal.accounts.models import User
from portal.demo import pictures
from portal.demo.content import events as content
from portal.demo.content.events import extras
from portal.demo.content.guests import BY_PHONE, GUESTS
from portal.demo.telling import booking, clock
from portal.demo.telling.cast import image
from portal.demo.telling.words import Pair, Words, tell_page
from portal.language.slugs import slugify
from portal.payments import bookkeeping
from portal.payments.models import Payment

TONES = {
    "coaching": Tone.BOOK,
    "matching": Tone.ACCENT,
    "training": Tone.INFO,
    "conference": Tone.GIFT,
    "fair": Tone.SALE,
    "workshop": Tone.INFO,
    "talk": Tone.BOOK,
    "networking": Tone.LOAN,
}
# How many of a hundred guests appear at events free of charge, as organisers say.
COME = 0.85
GROUPS = {"sme": "sme", "large": "large_firm", "public": "public_body"}
LEADS = (
    "Coachings, Matchings, Vorträge und Weiterbildungen – eigene Termine und solche, auf denen wir Sie treffen.",
    "Coaching, matching, talks and training – our own dates, and those where you can meet us.",
)


def target_group(word: str) -> str:
    """The content's short words for target groups as the portal's."""
    return GROUPS.get(word, word)


class Meetings:
    """Tells all events; needs the pages and facts told before."""

    def __init__(self, words: Words, finance: User, *, now: datetime):
        self.words, self.finance, self.now, self.today = words, finance, now, timezone.localdate(now)
        self.chance = random.Random(2026)
        self.formats = self._tell_formats()
        self.events: dict[str, Event] = {}
        self.pages: dict[str, Pair] = {}

    def _tell_formats(self) -> dict[str, EventFormat]:
        return {
            row["slug"]: EventFormat.objects.create(**{"tone": TONES.get(row["slug"], Tone.BOOK), **row})
            for row in content.FORMATS
        }

    def tell_index(self) -> Pair:
        german, english = {"title": "Veranstaltungen", "lead": LEADS[0]}, {"title": "Events", "lead": LEADS[1]}
        pair = tell_page(
            self.words.root, EventIndexPage, ("veranstaltungen", "events"), german, english, show_in_menus=True
        )
        self.words.pages["events"] = pair
        return pair

    def tell_events(self) -> None:
        for row in content.EVENTS:
            event = self.events[row["slug"]] = self._tell_event(row)
            self.pages[row["slug"]] = self._tell_page(row, event)
            self.words.pages[row["slug"]] = self.pages[row["slug"]]

    def _tell_event(self, row: dict) -> Event:
        starts_at, ends_at = self._moments(row)
        if row["moved_from_days"]:
            shift = timedelta(days=row["days"] - row["moved_from_days"])
            starts_at, ends_at = starts_at - shift, ends_at - shift
        closes = row["registration_closes_days"]
        event = Event.objects.create(
            name=row["title_de"][:150],
            format=self.formats[row["format"]],
            starts_at=starts_at,
            ends_at=ends_at,
            month_only=row["month_offset"] is not None,
            fee=row["fee"],
            capacity=row["capacity"],
            project=self.words.projects.get(row["project"]),
            section=self.words.sections.get(row["section"]),
            contact=self.words.people.get(row["contact"]),
            audience=[target_group(word) for word in row["target_groups"]],
            languages=[row["language"]] if row["language"] in ("de", "en") else ["de", "en"],
            registration_closes_at=self.now + timedelta(days=closes) if closes is not None else None,
            district=row["ags"] or "",
            seat_names=row["seat_names"],
            admission="registration" if row["capacity"] or row["external_url"] else "open",
            changed_at=min(starts_at, self.now) - timedelta(days=60),
            **{key: row[key] or "" for key in _PLACE},
        )
        for place, slug in enumerate(row["hosts"]):
            event.host_rows.create(institution=self.words.houses[slug], sort_order=place)
        booking.tell_extras(row["slug"], event)
        return event

    def _moments(self, row: dict) -> tuple[datetime, datetime]:
        if row["month_offset"] is not None:
            first = clock.month(row, self.today)
            last = (first + timedelta(days=32)).replace(day=1)
            return _aware(datetime.combine(first, time())), _aware(datetime.combine(last, time()))
        starts_at, ends_at = clock.moments(row, self.today)
        return _aware(starts_at), _aware(ends_at)

    def _tell_page(self, row: dict, event: Event) -> Pair:
        words = [self._words(row, language) for language in ("de", "en")]
        drawing = pictures.picture(*row["picture"])
        alts = {"alt": f"Zeichnung zu „{row['title_de']}“", "alt_en": f"Drawing for “{row['title_en']}”"}
        picture = image(row["title_de"], drawing, **alts)
        slugs = (row["slug"][:60], slugify(row["title_en"], 60))
        people = [self.words.people[slug] for slug in row["speakers"]]
        relations = {"speaker_rows": [Speaker(person=one, sort_order=place) for place, one in enumerate(people)]}
        parent = self.words.pages["events"]
        return tell_page(parent, EventPage, slugs, *words, relations, event=event, image=picture)

    def _words(self, row: dict, language: str) -> dict:
        agenda = [("item", self._agenda_item(item, language)) for item in row["agenda"]]
        text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in row[f"body_{language}"])
        report = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in row[f"report_{language}"] or [])
        return {
            "title": row[f"title_{language}"],
            "teaser": row[f"teaser_{language}"],
            "body": [("text", text)],
            "agenda": agenda,
            "report": report,
            "material": self.words.blocks[language].stream(extras.MATERIAL.get(row["slug"], {}).get(language, [])),
        }

    def _agenda_item(self, item: dict, language: str) -> dict:
        speaker = self.words.people.get(item["speaker"])
        return {
            "day": "",
            "time": time.fromisoformat(item["time"]),
            "title": item[f"title_{language}"],
            "text": str(speaker or ""),
            "is_break": "pause" in item["title_de"].lower(),
        }

    def tell_registrations(self, *, by: User) -> None:
        """Guests register over the weeks before now (or before a past event), then the special states happen."""
        for row in content.EVENTS:
            event = self.events[row["slug"]]
            guests = self.chance.sample(GUESTS, k=min(row["registrations"], len(GUESTS)))
            last = min(self.now, event.starts_at, event.registration_closes_at or self.now)
            for place, guest in enumerate(guests):
                moment = last - timedelta(days=20) + timedelta(days=18) * place / max(len(guests), 1)
                self._register(event, guest, moment, place)
            booking.tell_offer(row["slug"], event, now=self.now)
            if row["state"] == "cancelled":
                dates.call_off(event, now=self.now - timedelta(days=2))
            if row["moved_from_days"]:
                starts_at, ends_at = self._moments(row)
                dates.move(event, starts_at=starts_at, ends_at=ends_at, now=self.now - timedelta(days=3))

        self._tell_attendance()
        for row in extras.CIRCULARS:
            event = self.events[row["event"]]
            moment = event.ends_at + timedelta(days=row["days"])
            submission = UUID(int=self.chance.getrandbits(128), version=4)
            writing.write(
                event,
                event.registrations.filter(state="confirmed"),
                by=by,
                words=row,
                submission=submission,
                now=moment,
            )

        self._tell_by_phone(by=by)

    def _tell_by_phone(self, *, by: User) -> None:
        """Staff enter a guest who phoned."""
        said = {
            key: BY_PHONE[key] for key in ("name", "email", "phone", "institution", "target_group", "language", "note")
        }
        submission = UUID(int=self.chance.getrandbits(128), version=4)
        heard = Signup(**said, consent_version=consent.BY_PHONE, submission=submission)
        office.register_for(self.events[BY_PHONE["event"]], heard, by=by, now=self.now - timedelta(days=1))

    def _tell_attendance(self) -> None:
        """Most guests of past events came, in the half hour before the beginning."""
        chance = random.Random(85)
        for event in Event.objects.past(self.now).exclude(status="cancelled"):
            for seat in presence.seats(event):
                if chance.random() < COME:
                    early = timedelta(minutes=chance.randint(1, 30))
                    checkin.check_in(seat.registration, position=seat.position, now=event.starts_at - early)

    def _register(self, event: Event, guest: dict, moment: datetime, place: int) -> None:
        """One guest registers; who owes a fee pays it the next day, the last one has not yet."""
        signup = Signup(
            name=guest["name"],
            email=guest["email"],
            institution=guest["institution"],
            target_group=guest["target_group"],
            language=guest["language"],
            consent_version="demo",
            submission=UUID(int=self.chance.getrandbits(128), version=4),
            **booking.choices_of(event, guest, place),
        )
        deed = registration.register(event, signup, now=moment)
        paid_at = moment + timedelta(days=1)
        for payment in Payment.objects.for_purpose(deed).filter(state="open"):
            if paid_at < self.now - timedelta(days=4):
                bookkeeping.receive_transfer(payment, by=self.finance, now=paid_at)


_PLACE = [
    *("mode", "venue", "street", "postal_code", "city", "online_url", "external_url"),
    *("accessibility_de", "accessibility_en", "co_exhibitors_de", "co_exhibitors_en"),
]


def _aware(naive: datetime) -> datetime:
    return timezone.make_aware(naive)
