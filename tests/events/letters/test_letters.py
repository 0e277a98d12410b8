"""What guests and the office read."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from email import message_from_bytes, policy

import pytest
from django.db.models import Max
from django.utils import translation
from icalendar import Calendar
from procrastinate.contrib.django.models import ProcrastinateJob
from time_machine import travel

from events import ical, letters
from events.models import Registration
from events.registration import office, self_service
from events.registration import verbs as registration
from events.staff import dates
from events.states import RegistrationState
from home.answers.page import JoinPage
from home.models import Office, Person
from portal.letters import outbox, rendering
from portal.payments import bookkeeping
from portal.payments.models import Payment


@pytest.fixture
def told(make_event, publish, calendar_en):
    """An event on Thursday, 21 January 2027, 9:30 in Berlin."""

    def tell(**facts):
        start = datetime(2027, 1, 21, 8, 30, tzinfo=UTC)
        event = make_event(starts_at=start, ends_at=start + timedelta(hours=7, minutes=30), **facts)
        publish(event, title="Matching-Tag")
        publish(event, parent=calendar_en, title="Matching day")
        return event

    return tell


def letter(builder, one):
    written, language = outbox.build(builder.kind, one.pk, None)
    return written, language


def mail(builder, one):
    written, language = letter(builder, one)
    return message_from_bytes(rendering.as_message(written, language, "m").message().as_bytes(), policy=policy.default)


def test_confirmation_says_when_and_where_in_the_guests_language(told, guest):
    event = told(accessibility_de="Stufenlos", accessibility_en="Step-free")
    german, english = guest(event), guest(event, language="en")
    written, _ = letter(letters.registered, german)
    assert written.subject == "Ihre Anmeldung: Matching-Tag"
    assert written.paragraphs[0] == "Guten Tag Łukasz Müller,"
    assert dict(written.facts)["Termin"] == "Donnerstag, 21. Januar 2027, 9:30–17:00 Uhr (MEZ)"
    assert dict(written.facts)["Barrierefreiheit"] == "Stufenlos"
    assert written.button[1].startswith("http://testserver/de/meine-anmeldung/")
    written, language = letter(letters.registered, english)
    assert (language, written.subject) == ("en", "Your registration: Matching day")
    assert dict(written.facts)["Date"] == "Thursday, 21 January 2027, 9:30–17:00 (CET)"
    assert written.button[1].startswith("http://testserver/en/my-registration/")


def test_confirmation_carries_the_invitation_that_calendars_understand(told, guest):
    message = mail(letters.registered, guest(told()))
    attachment, ticket = message.iter_attachments()
    assert attachment.get_content_type() == "text/calendar"
    assert ticket.get_filename() == "tickets.pdf"
    assert attachment["Content-Type"].params["method"] == "REQUEST"
    assert str(Calendar.from_ical(attachment.get_content())["method"]) == "REQUEST"


def test_summer_and_winter_are_told_apart(make_event, publish, guest):
    start = datetime(2027, 7, 1, 8, 30, tzinfo=UTC)
    event = make_event(starts_at=start, ends_at=start + timedelta(hours=1))
    publish(event)
    written, _ = letter(letters.registered, guest(event))
    assert dict(written.facts)["Termin"] == "Donnerstag, 1. Juli 2027, 10:30–11:30 Uhr (MESZ)"


def test_night_in_which_the_clocks_change_names_both_zones(make_event, publish, guest):
    start = datetime(2027, 3, 27, 22, tzinfo=UTC)
    event = make_event(starts_at=start, ends_at=start + timedelta(hours=5))
    publish(event)
    written, _ = letter(letters.registered, guest(event))
    assert dict(written.facts)["Termin"] == (
        "Samstag, 27. März 2027 – Sonntag, 28. März 2027, 23:00 Uhr (MEZ) – 5:00 Uhr (MESZ)"
    )


def test_open_date_is_named_by_its_month_and_carries_no_calendar_file(told, guest):
    written, _ = letter(letters.registered, guest(told(month_only=True)))
    assert dict(written.facts)["Termin"] == "Januar 2027, Termin noch offen"
    assert written.attachments == []


def test_address_of_the_online_meeting_goes_to_the_confirmed_only(told, guest):
    event = told(online_url="https://meet.example/x", mode="hybrid", capacity=1)
    confirmed, waits = guest(event), guest(event)
    early = dict(letter(letters.registered, confirmed)[0].facts)["Online-Treffen"]
    assert early.startswith("Wir schicken Ihnen den Link per E-Mail: Mittwoch, 20. Januar 2027")
    with travel(event.starts_at - timedelta(hours=1), tick=False):
        assert dict(letter(letters.registered, confirmed)[0].facts)["Online-Treffen"] == "https://meet.example/x"
    assert "meet.example" not in str(letter(letters.waiting_listed, waits)[0])
    with travel(event.ends_at + timedelta(hours=1), tick=False):
        assert "Online-Treffen" not in dict(letter(letters.registered, confirmed)[0].facts)


def test_letter_that_is_no_longer_true_is_not_sent(told, guest, now):
    event = told(capacity=1)
    one, waits = guest(event), guest(event)
    registration.cancel(one, now=now)
    assert outbox.build(letters.registered.kind, one.pk, None) is None
    assert outbox.build(letters.waiting_listed.kind, waits.pk, None) is None
    assert letter(letters.promoted, waits)[0].subject == "Sie sind nachgerückt: Matching-Tag"


def test_fee_is_asked_with_amount_deadline_and_pay_link(told, guest):
    written, _ = letter(letters.payment_asked, guest(told(fee=Decimal("49.90")), seats=2))
    assert written.button[0] == "Jetzt bezahlen"
    assert "99,80\xa0€ bis Freitag, 27. November 2026, 23:59 Uhr (MEZ)" in " ".join(written.paragraphs)
    assert "meine-anmeldung" in written.links[0][1]


def test_moved_event_names_the_old_date_too(told, guest, now):
    event = told()
    one = guest(event)
    later = timedelta(days=7)
    dates.move(event, starts_at=event.starts_at + later, ends_at=event.ends_at + later, now=now)
    written, _ = letter(letters.moved, one)
    text = " ".join(written.paragraphs)
    assert "Donnerstag, 28. Januar 2027, 9:30–17:00 Uhr (MEZ)" in text
    assert "Geplant war Donnerstag, 21. Januar 2027, 9:30 Uhr (MEZ)." in text


def test_called_off_event_promises_money_back_only_to_those_who_paid(told, guest, now):
    event = told(fee=Decimal("20"))
    paid, open_ = guest(event), guest(event)
    bookkeeping.receive_transfer(Payment.objects.for_purpose(paid).get(), by=None, now=now)
    dates.call_off(event, now=now)
    texts = [" ".join(letter(letters.called_off, one)[0].paragraphs) for one in (paid, open_)]
    assert ["volle Gebühr" in text for text in texts] == [True, False]
    assert sorted(Payment.objects.values_list("state", flat=True)) == ["cancelled", "refund_due"]


def test_office_notice_goes_to_the_contact_of_the_event_in_german(told, guest, settings):
    settings.OFFICE_EMAIL = "office@example.org"
    event = told()
    one = guest(event, language="en")
    assert letter(letters.office_notice, one)[0].to == "office@example.org"
    event.contact = Person.objects.create(first_name="Ada", last_name="Byron", email="ada@example.org")
    event.save()
    written, _ = letter(letters.office_notice, one)
    assert (written.to, written.subject) == ("ada@example.org", "Neue Anmeldung: Matching-Tag")


def test_name_with_a_comma_is_one_recipient(told, guest):
    message = mail(letters.registered, guest(told(), "jm@example.org", name="Müller, Jörg"))
    assert [address.addr_spec for address in message["To"].addresses] == ["jm@example.org"]


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_builder_writes_in_both_languages(told, guest, now, language):
    event = told(fee=Decimal("20"))
    one = guest(event, language=language)
    Registration.objects.filter(pk=one.pk).update(pay_until=now)
    for state in ("confirmed", "waiting", "awaiting_payment", "lapsed", "cancelled"):
        Registration.objects.filter(pk=one.pk).update(state=state)
        for kind in [kind for kind in outbox.BUILDERS if kind.startswith("events.")]:
            if built := outbox.build(kind, one.pk, None):
                written, said = built
                with translation.override(said):
                    rendering.as_message(written, said, "m").message()


def reach(before: str, make_event, guest, staff, now, **facts):
    """A registration in the state `before`, and its event."""
    facts = {"capacity": 1} | ({"admission": "approval"} if before in {"requested", "returned"} else {}) | facts
    if before in {"awaiting_payment", "lapsed"}:
        facts["fee"] = Decimal(20)
    event = make_event(**facts)
    first = guest(event) if before in {"waiting", "offered"} else None
    one = guest(event)
    if before == "returned":
        office.send_back(one, by=staff, reason="Bitte den Namen nennen.", now=now)
    elif before == "offered":
        registration.cancel(first, now=now)
    elif before == "lapsed":
        registration.lapse(event, now=now + timedelta(days=8))
    elif before == "confirmed" and event.fee:
        bookkeeping.receive_transfer(Payment.objects.for_purpose(one).get(), by=staff, now=now)
    return Registration.objects.get(pk=one.pk)


def test_every_change_of_state_is_told_to_both_sides(make_event, guest, now, django_user_model):
    staff = django_user_model.objects.create_superuser("staff@example.org", "pw")
    by, at, later = {"by": staff, "now": now}, {"now": now}, {"now": now + timedelta(days=8)}
    why, paid = {"reason": "Es ist zu voll."}, {"fee": Decimal(20)}

    def fill(one):
        type(one.event).objects.filter(pk=one.event_id).update(capacity=0)

    def pay(one):
        bookkeeping.receive_transfer(Payment.objects.for_purpose(one).get(), by=None, **later)

    def unpay(one):
        bookkeeping.undo_transfer(Payment.objects.for_purpose(one).get(), **by, reason="Falsch gebucht")

    def cancel(one):
        registration.cancel(one, **at)

    def approve(one):
        office.approve(one, **by)

    def enlarge(one):
        dates.resize(one.event, capacity=2, **at)

    ways = {
        ("requested", "confirmed"): ({}, approve),
        ("requested", "awaiting_payment"): (paid, approve),
        ("requested", "waiting"): ({}, lambda one: (fill(one), approve(one))),
        ("requested", "returned"): ({}, lambda one: office.send_back(one, **by, **why)),
        ("requested", "rejected"): ({}, lambda one: office.reject(one, **by, **why)),
        ("requested", "cancelled"): ({}, cancel),
        ("returned", "requested"): ({}, lambda one: self_service.change(one, self_service.Said(name="Ada"), **at)),
        ("returned", "cancelled"): ({}, cancel),
        ("waiting", "offered"): ({"offer_hours": 24}, enlarge),
        ("waiting", "confirmed"): ({}, enlarge),
        ("waiting", "awaiting_payment"): (paid, enlarge),
        ("waiting", "cancelled"): ({}, cancel),
        ("offered", "confirmed"): ({"offer_hours": 24}, lambda one: self_service.accept(one, **at)),
        ("offered", "awaiting_payment"): ({"offer_hours": 24} | paid, lambda one: self_service.accept(one, **at)),
        ("offered", "lapsed"): ({"offer_hours": 24}, lambda one: registration.lapse(one.event, **later)),
        ("offered", "cancelled"): ({"offer_hours": 24}, cancel),
        ("awaiting_payment", "confirmed"): ({}, pay),
        ("awaiting_payment", "lapsed"): ({}, lambda one: registration.lapse(one.event, **later)),
        ("awaiting_payment", "cancelled"): ({}, lambda one: office.cancel(one, **by, **why)),
        ("confirmed", "awaiting_payment"): (paid, unpay),
        ("confirmed", "cancelled"): ({}, lambda one: dates.call_off(one.event, **at)),
        ("lapsed", "confirmed"): ({}, pay),
    }
    assert set(ways) == {(one, other) for one, next_ in RegistrationState.NEXT.items() for other in next_}
    for (before, after), (facts, deed) in ways.items():
        one = reach(before, make_event, guest, staff, now, **facts)
        known = ProcrastinateJob.objects.aggregate(last=Max("id"))["last"]
        deed(one)
        kinds = [job.args["kind"].removeprefix("events.") for job in ProcrastinateJob.objects.filter(id__gt=known)]
        assert Registration.objects.get(pk=one.pk).state == after, (before, after)
        assert {kind.startswith("office_") for kind in kinds} == {True, False}, (before, after, kinds)


def last_letter_to(outbox, address):
    return [mail for mail in outbox if address in mail.to[0]][-1]


def test_who_was_never_sure_reads_of_no_seats_and_gets_no_calendar_file(told, guest, now, post_office):
    event = told(capacity=1)
    guest(event), registration.cancel(guest(event, "waits@example.org"), now=now)
    letter = last_letter_to(post_office(), "waits@example.org")
    assert letter.subject == "Ihre Anmeldung ist zurückgezogen: Matching-Tag"
    assert letter.attachments == []


def test_who_was_invited_gets_the_entry_withdrawn(told, guest, now, post_office):
    one = guest(told(), "ada@example.org")
    post_office()
    registration.cancel(one, now=now)
    (attachment,) = last_letter_to(post_office(), "ada@example.org").attachments
    assert str(Calendar.from_ical(attachment.content)["method"]) == "CANCEL"


def test_reason_of_the_staff_reaches_guest_and_office(told, guest, now, django_user_model, post_office, client):
    staff = django_user_model.objects.create_superuser("staff@example.org", "pw")
    one = guest(told(), "ada@example.org")
    office.cancel(one, by=staff, reason="Doppelt angemeldet.", now=now)
    letters_out = post_office()
    to_guest = last_letter_to(letters_out, "ada@example.org").body
    to_office = letters_out[-1].body
    assert "Doppelt angemeldet." in to_guest
    assert "Jemand von uns hat die Anmeldung von Łukasz Müller storniert." in to_office
    assert "Doppelt angemeldet." in to_office
    with travel(now, tick=False):
        page = client.get(Registration.objects.get(pk=one.pk).get_absolute_url()).content.decode()
    assert "Doppelt angemeldet." in page
    assert "Danke, dass Sie uns" not in page


def test_the_whole_letter_to_the_office_speaks_its_language(told, guest):
    message = mail(letters.office_notice, guest(told(), language="en"))
    assert message["Content-Language"] == "de"
    assert 'lang="de"' in message.get_body(("html",)).get_content()


def test_the_office_is_written_to_where_staff_say_it_is(told, guest, site_tree, settings):
    one = guest(told())
    settings.OFFICE_EMAIL = "env@example.org"
    Office.objects.update_or_create(site=site_tree.site, defaults={"email": "staff@example.org"})
    assert letter(letters.office_notice, one)[0].to == "staff@example.org"
    (entry,) = Calendar.from_ical(ical.invitation(one)).events
    assert str(entry["organizer"]) == "mailto:staff@example.org"
    assert JoinPage().recipient == "staff@example.org"
