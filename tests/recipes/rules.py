"""Kinds, letters, papers, verbs, questions, and what people outside may approve."""

from tests.recipes.newcomer import Newcomer, recipe

# A mixture that no kind has yet: for a period, at once, paid through the portal, for a term, with a paper.
ROW = """    Kind.COURSE: Nature(
        takes=Takes.PERIOD,
        approval=Approval.INSTANT,
        plural=_("Courses"),
        invitation=_("Somebody shows how it is done"),
        badge="info",
        tone="c",
        icon="users",
        order_word=_("Take part"),
        order_noun=_("Participation"),
        schema_function="ProvideService",
        prices=("hourly", "price", "unit"),
        settles=True,
        papers=("not_needed",),
        stands=timedelta(days=30),
    ),
"""

COURSES = '''"""Courses by those who know their devices."""

from portal.demo.content.listings.rows import course, papers

COURSES = [
    course(
        "kurs-mikroskopie",
        "microscopy",
        "zbb",
        "claudia-meerkamp",
        "Bochum",
        ("Einführung in die Mikroskopie", "Ein Tag am Gerät, höchstens vier Personen."),
        ("Introduction to microscopy", "A day at the device, four people at most."),
        hourly="60.00",
        papers=papers("–", "0.00", "0.00", "–"),
    ),
]
'''

COURSE = '''

def course(slug, category, institution, contact, city, german, english, **more):
    """A lesson at the device."""
    usual = {"unit": "piece", "approval": "instant", "expires_days": 20}
    return _listing("course", slug, category, institution, contact, city, german, english, **{**usual, **more})
'''


@recipe("A kind of listing")
def a_kind_of_listing(by: Newcomer) -> list[str]:
    by.add("marketplace/kinds.py", '    COURSE = "course", _("Course")\n', after='    GIFT = "gift", _("Given away")\n')
    by.add("marketplace/kinds.py", ROW, before="}\n\nFOR_A_PERIOD")
    by.say(
        "marketplace",
        {
            "Course": "Kurs",
            "Courses": "Kurse",
            "Somebody shows how it is done": "Jemand zeigt, wie es geht",
            "Participation": "Teilnahme",
        },
    )
    demo, counted = "portal/demo/content/listings", "tests/portal/demo/test_content.py"
    by.add(f"{demo}/rows.py", COURSE)
    by.write(f"{demo}/courses.py", COURSES)
    courses = "from portal.demo.content.listings.courses import COURSES\n"
    by.add(f"{demo}/__init__.py", courses, before="from portal.demo.content.listings.gifts")
    by.add(f"{demo}/__init__.py", "    *COURSES,\n", after="_ROWS = [\n")
    by.add(counted, '        "course": 1,\n', after="LISTINGS) == {\n")
    by.add(counted, " + 1", after='"listings": 95')
    alone = (
        "test_a_row_names_what_the_face_and_the_offer_form_know",
        "test_the_words_of_a_row_are_german_for_german_readers",
        "test_a_listing_of_each_kind_is_released_ordered_accepted_and_completed",
        "test_exactly_the_papers_of_a_row_hold_a_listing_back",
        "test_a_listing_of_each_kind_expires_only_if_its_row_says_so",
    )
    spoken = (
        "test_shelf_page_and_feed_show_each_kind_in_both_languages",
        "test_the_forms_of_each_kind_answer_in_both_languages",
        "test_the_administration_lists_and_shows_each_kind",
    )
    offered = "test_each_kind_has_its_own_form_and_is_submitted_by_plain_post[course]"
    return [
        *(f"tests/marketplace/test_kinds.py::{test}[course]" for test in alone),
        *(
            f"tests/marketplace/test_kinds.py::{test}[{language}-course]"
            for test in spoken
            for language in ("de", "en")
        ),
        "tests/marketplace/test_kinds.py::test_every_kind_has_its_row",
        f"tests/marketplace/offers/test_views_offers.py::{offered}",
        counted,
    ]


LETTER = '''

@outbox.letter(Registration, to=Reader.GUESTS)
def cheered(registration: Registration, reader) -> Letter | None:
    """On the way: nothing new, only joy."""
    if not registration.is_confirmed:
        return None
    return paper.letter(
        registration,
        subject=_("Almost there: %(event)s"),
        paragraphs=[_("we are looking forward to the evening with you.")],
    )
'''

LETTER_TEST = """from django.db import transaction
from django.urls import reverse

from events import letters
from portal.letters import outbox


def test_the_letter_goes_out(event, guest, post_office):
    one = guest(event)
    post_office().clear()
    with transaction.atomic():
        outbox.post(letters.cheered, one)
    assert post_office()[0].subject.startswith("Gleich ist es so weit: ")


def test_the_office_finds_it_with_its_example_and_its_names(staff, client, site_tree):
    assert "Gleich ist es so weit: {event}" in client.get(reverse("letters")).content.decode()
    page = client.get(reverse("letter", args=["events.cheered"])).content.decode()
    for shown in ("{event}", "{name}", "Erika Beispiel"):
        assert shown in page
"""


@recipe("A letter")
def a_letter(by: Newcomer) -> list[str]:
    by.add("events/letters/guests.py", LETTER)
    by.add(
        "events/letters/__init__.py",
        "    cheered,\n",
        before="    lapsed,\n    link_again,\n    link_renewed,\n    offer",
    )
    by.add("events/letters/__init__.py", '    "cheered",\n', after='    "cancelled_by_us",\n')
    by.say(
        "events",
        {
            "Almost there: %(event)s": "Gleich ist es so weit: %(event)s",
            "we are looking forward to the evening with you.": "wir freuen uns auf den Abend mit Ihnen.",
        },
    )
    by.write("tests/events/letters/test_cheered.py", LETTER_TEST)
    known = "tests/portal/letters/test_examples.py::test_every_letter_has_an_example_that_speaks_its_language"
    return [
        "tests/events/letters/test_cheered.py",
        *(f"{known}[events.cheered-{language}]" for language in ("de", "en")),
    ]


SUBJECT = '''"""Events without seats can be approved by people outside: a yes opens them for ten."""

from django.http import HttpResponse
from django.urls import reverse

from events.models import Event
from portal.approvals import subjects


class EventWithoutSeats(subjects.Subject):
    word, model = "event", Event

    def fetch(self, pk, user):
        return Event.objects.filter(pk=pk).first() if user.has_perm("events.change_event") else None

    def lock(self, pk):
        return Event.objects.locked().filter(pk=pk).first()

    def is_waiting(self, event):
        return event.capacity == 0

    def may_release(self, event, user):
        return user.has_perm("events.change_event")

    def version(self, event):
        return f"{event.name} {event.starts_at:%s}"

    def release(self, event, *, approval, now):
        Event.objects.filter(pk=event.pk).update(capacity=10)

    def languages(self, event):
        return ["de", "en"]

    def preview(self, event, request):
        return HttpResponse(event.name)

    def desk(self, event):
        return reverse("wagtailsnippets_events_event:edit", args=[event.pk])


subjects.register(EventWithoutSeats())
'''

SUBJECT_TEST = """import pytest
from django.urls import reverse

from events.models import Event
from portal.approvals.models import Approval
from portal.approvals import subjects
from portal.web import tokens


@pytest.mark.parametrize("language", ["de", "en"])
def test_somebody_outside_opens_an_event(staff, client, make_event, site_tree, language):
    event = make_event(capacity=0)
    door = reverse("ask_outside", args=["event", event.pk])
    assert event.name in client.get(door).content.decode()
    said = {"name": "Ada", "email": "ada@example.org", "language": language, "message": "", "weight": "release"}
    assert client.post(door, said).status_code == 302
    approval = Approval.objects.get()
    client.logout()
    address = approval.get_absolute_url()
    assert event.name in client.get(address).content.decode()
    preview = reverse("approvals:preview", args=[tokens.make("approval", approval)])
    assert client.get(preview).content.decode() == event.name
    seen = subjects.of(event).version(event)
    assert client.post(address, {"action": "approve", "seen": seen, "comment": ""}).status_code == 303
    assert Event.objects.get().capacity == 10
    assert client.get(address).status_code == 200
"""


@recipe("Something that people outside may approve")
def something_to_approve(by: Newcomer) -> list[str]:
    by.write("events/approvable.py", SUBJECT)
    by.add("pyproject.toml", "approvable | ", before="coaching | door | invariants")
    by.write("tests/events/test_approvable.py", SUBJECT_TEST)
    return ["tests/events/test_approvable.py"]


SHEET = """// Cards for the table: a name on each page.
#import "shared.typ": data, fitted
#set document(title: data.title, author: data.issuer)
#set page(paper: "a6", flipped: true, margin: 10mm)
#set text(lang: data.language, font: "Libertinus Serif")
#for seat in data.seats {
  page(block(width: 120mm, height: 60mm, fitted(seat.name, 120mm, 60mm, (30pt, 24pt, 18pt))))
}
"""

SHEET_MAKER = '''

def table_cards(event: Event, seats: list[Seat]) -> bytes:
    """A card for the table of each guest."""
    rows = [{"name": seat.name} for seat in seats]
    return _set("table_cards", event, _("Cards for the table: %(event)s") % {"event": event.title}, seats=rows)
'''


@recipe("A paper (PDF)")
def a_paper(by: Newcomer) -> list[str]:
    by.write("events/papers/table_cards.typ", SHEET)
    by.add("events/papers/sheets.py", SHEET_MAKER)
    by.say("events", {"Cards for the table: %(event)s": "Tischkarten: %(event)s"})
    by.add("tests/events/papers/test_sheets.py", ', "table_cards"', after='"attendance_list", "certificates"')
    tests = "tests/events/papers/test_sheets.py"
    accessible = "test_every_paper_is_an_accessible_pdf_in_both_languages"
    return [
        *(f"{tests}::{accessible}[table_cards-{language}]" for language in ("de", "en")),
        f"{tests}::test_nothing_that_people_typed_is_run[table_cards]",
    ]


VERB = '''

class AlreadyUrgent(Refusal):
    message = _("This listing is answered today in any case.")


@transaction.atomic
def hurry(listing: Listing, *, by, now: datetime | None = None) -> Listing:
    """The office answers today. Raises NotPossible or AlreadyUrgent."""
    now = now or timezone.now()
    listing = _lock(listing)
    if listing.state != ListingState.SUBMITTED:
        raise NotPossible(listing.status)
    if listing.due_on and listing.due_on <= timezone.localdate(now):
        raise AlreadyUrgent
    listing.due_on = timezone.localdate(now)
    listing.save(update_fields=["due_on"])
    log(listing, "marketplace.listing.hurried", user=by, timestamp=now)
    outbox.post(letters.listing_submitted, listing)
    return listing
'''

VERB_TEST = """import pytest
from django.urls import reverse

from marketplace.offers import verbs as offering
from tests.marketplace.making import NOW, draft

pytestmark = pytest.mark.django_db


def test_a_listing_is_hurried_once_and_history_says_so(admin_client):
    listing = offering.submit(draft(), by=None, now=NOW)
    assert offering.hurry(listing, by=None, now=NOW).due_on == NOW.date()
    with pytest.raises(offering.AlreadyUrgent, match="heute beantwortet"):
        offering.hurry(listing, by=None, now=NOW)
    history = reverse("wagtailsnippets_marketplace_listing:history", args=[listing.pk])
    assert "Beeilung erbeten" in admin_client.get(history).content.decode()


def test_a_draft_cannot_be_hurried():
    with pytest.raises(offering.NotPossible):
        offering.hurry(draft(), by=None, now=NOW)
"""


@recipe("A verb")
def a_verb(by: Newcomer) -> list[str]:
    by.add("marketplace/offers/verbs.py", VERB)
    hurried = '    actions.register_action("marketplace.listing.hurried", _("asked to hurry"), _("asked to hurry"))\n'
    by.add("marketplace/wagtail_hooks.py", hurried, before='    actions.register_action("marketplace.listing.due"')
    by.say(
        "marketplace",
        {
            "asked to hurry": "Beeilung erbeten",
            "This listing is answered today in any case.": "Dieses Angebot wird ohnehin heute beantwortet.",
        },
    )
    by.write("tests/marketplace/offers/test_hurrying.py", VERB_TEST)
    return ["tests/marketplace/offers/test_hurrying.py"]


@recipe("A kind of question on the registration form")
def a_kind_of_question(by: Newcomer) -> list[str]:
    by.add("events/kinds.py", '    DATE = "date", _("day")\n', before="\n    WITH_CHOICES = nonmember")
    maker = "    QuestionKind.DATE: lambda q, common: forms.DateField(**common),\n"
    by.add("events/registration/question_forms.py", maker, before="    QuestionKind.FILE: lambda")
    by.say("events", {"day": "Tag"})
    tests = "tests/events/registration/test_questions.py"
    by.add(tests, '    "date": ("2027-04-26", "2027-04-26"),\n', before='    "file": (None, "plan.pdf"),\n')
    return [f"{tests}::test_every_kind_of_question_is_asked_answered_and_told[date]"]


TERM = """    nudge_days = _days(_("days before a nudge"), 5, _("Counted from the letter."))
"""

TERM_TEST = """

def test_the_office_says_when_it_reminds(client, decide):
    assert Office.here().nudge_days == 5
    assert decide(nudge_days=9).status_code == 302
    assert Office.here().nudge_days == 9
"""


@recipe("A number that the office decides")
def a_number(by: Newcomer) -> list[str]:
    by.add("home/models/office.py", TERM, before="    release_days = _days(")
    by.add("home/models/office.py", 'FieldPanel("nudge_days"), ', before='FieldPanel("release_days")')
    by.say("home", {"days before a nudge": "Tage bis zum Anstoß", "Counted from the letter.": "Ab dem Brief."})
    by.add("tests/home/test_terms.py", ', "nudge_days": 5', after='"release_days": 3')
    by.add("tests/home/test_terms.py", TERM_TEST)
    return [
        "tests/home/test_terms.py",
        "tests/home/checks/test_office.py::test_complete_office_passes_the_deployment_check",
    ]
