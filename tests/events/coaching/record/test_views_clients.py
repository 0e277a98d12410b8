"""The pages of visitors, clients and start-ups: finding an hour, booking it, what the link of the booking opens."""

from datetime import timedelta

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django.models import ProcrastinateJob
from time_machine import travel

from events.coaching import invariants
from events.coaching.booking import verbs as booking
from events.coaching.models import Account, Booking, Slot
from events.coaching.record import hours
from events.coaching.refusals import HoursUsedUp
from events.coaching.templatetags import coaching
from events.registration import limits
from portal.accounts.models import Institution, Membership
from portal.accounts.people import enroll
from tests.events.coaching.making import NOW, TUESDAY, book, make_coach, make_slot, make_topic
from tests.events.coaching.reading import address, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
SAID = {"name": "Ada", "email": "ada@example.org", "stage": "idea", "about": "Patente", "consent": "on"}


def test_list_filters_by_topic_language_and_mode(client, page):
    patents, funding = make_topic(), make_topic("funding", "Förderung", "Funding")
    one, two = make_coach(), make_coach()
    one.topics.add(patents)
    two.topics.add(funding)
    make_slot(one, topic=patents, language="en")
    make_slot(two, mode="on_site", place="Bochum")
    assert "2 Termine" in text(client.get(page.url))
    for query in ("?topic=patents", "?language=de", "?mode=on_site", f"?coach={two.pk}"):
        assert "1 Termin<" in text(client.get(page.url + query)), query
    assert "keinen freien Termin" in text(client.get(page.url + "?topic=patents&mode=on_site"))
    assert client.get(page.url + "?topic=%00x&page=99999&language=xx").status_code in (200, 400)


def test_list_costs_the_same_queries_with_one_slot_and_with_many(client, page):
    coach = make_coach()
    make_slot(coach)
    client.get(page.url)

    def cost():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(page.url)
        return len(queries)

    first = cost()
    for n in range(1, 4):
        make_slot(make_coach(), first=TUESDAY + timedelta(days=n))
    assert cost() == first <= 10


def test_one_day_is_shown_at_a_time_the_first_with_a_free_time_first(client, page):
    coach, other = make_coach(), make_coach()
    make_slot(coach)
    make_slot(coach, first=TUESDAY + timedelta(days=2, hours=1))
    make_slot(other, first=TUESDAY + timedelta(days=2))
    days = client.get(page.url).context["days"]
    assert [(f"{day['day']:%d}", day["note"], day["is_current"]) for day in days] == [
        ("01", "1 Termin", True),
        ("03", "2 Termine", False),
    ]
    thursday = client.get(page.url + days[1]["url"])
    assert "Donnerstag, 3. Dezember" in text(thursday)
    assert [row["time"] for row in thursday.context["slot_rows"]] == [
        "Donnerstag, 14:00–15:00 Uhr",
        "Donnerstag, 15:00–16:00 Uhr",
    ]
    filtered = client.get(page.url + f"?coach={coach.pk}&day=2026-12-03&page=2").context
    assert filtered["days"][0]["url"] == f"?coach={coach.pk}&day=2026-12-01"
    assert len(filtered["slot_rows"]) == 1
    for nonsense in ("2026-12-02", "2026-02-31", "x", ""):
        assert client.get(page.url, {"day": nonsense}).context["days"][0]["is_current"]


def test_an_idea_needs_no_name_of_a_startup_and_each_has_hours_of_its_own(client, page, programme):
    for n, email in enumerate(("ada@example.org", "eve@example.org")):
        slot = make_slot(first=TUESDAY + timedelta(days=n), programme=programme)
        assert client.post(address("book", slot.pk), SAID | {"email": email}).status_code == 303
    accounts = list(Account.objects.all())
    assert len({account.key for account in accounts}) == 2
    assert all(account.startup.startswith("Idee ") and "Ada" not in account.startup for account in accounts)
    # Not fresh hours for every new idea of the same person: the coach looks.
    again = make_slot(first=TUESDAY + timedelta(days=5), programme=programme)
    client.post(address("book", again.pk), SAID)
    assert again.bookings.get().state == "requested"


def test_known_and_unknown_clients_are_answered_alike_and_the_letter_tells(client, page, slot, post_office):
    first, again = (client.post(address("book", slot.pk), SAID) for _ in range(2))
    assert (first.status_code, first["Location"], first.content) == (303, again["Location"], again.content)
    assert "Bitte schauen Sie in Ihr Postfach" in text(client.get(first["Location"]))
    assert Booking.objects.count() == 1


def test_booking_leads_to_the_page_behind_the_secret_link(client, page, slot, django_user_model):
    client.force_login(django_user_model.objects.create_user(SAID["email"], "pw"))
    response = client.post(address("book", slot.pk), SAID)
    made = Booking.objects.get()
    assert (response.status_code, response["Location"]) == (303, made.get_absolute_url())
    shown = client.get(made.get_absolute_url())
    assert "Ihr Termin ist gebucht" in text(shown)
    assert "https://meet.example/raum" in text(shown)
    assert (shown["Referrer-Policy"], shown["X-Robots-Tag"]) == ("strict-origin", "noindex, nofollow")


def test_address_of_the_meeting_is_shown_only_to_the_confirmed(client, page, slot):
    book(slot)
    waits = book(slot)
    assert "meet.example" not in text(client.get(address("book", slot.pk)))
    assert "meet.example" not in text(client.get(waits.get_absolute_url()))


def test_invalid_form_answers_422_and_keeps_what_was_typed(client, page, slot):
    response = client.post(address("book", slot.pk), SAID | {"email": "nobody", "consent": ""})
    assert response.status_code == 422
    assert 'value="nobody"' in text(response)
    assert text(response).count('aria-invalid="true"') == 2
    assert not Booking.objects.exists()


def test_used_hours_and_a_taken_address_are_told_in_a_letter_alone(client, page, programme):
    programme.hours = 1
    programme.save()
    first = make_slot(programme=programme)
    assert client.post(address("book", first.pk), SAID | {"stage": "young"}).status_code == 422
    client.post(address("book", first.pk), SAID | {"startup": "Zell"})
    assert client.post(address("book", first.pk), SAID | {"startup": "Zell"}).status_code == 303
    assert Booking.objects.count() == 1
    other = make_slot(programme=programme)
    assert client.post(address("book", other.pk), SAID | {"startup": "zell"}).status_code == 303
    assert Booking.objects.get(slot=other).state == "requested"


def test_slot_gone_meanwhile_answers_409_with_a_way_on(client, page, slot):
    Slot.objects.filter(pk=slot.pk).update(lead_hours=720)
    assert "andere" in text(client.get(address("book", slot.pk))).casefold()
    assert client.post(address("book", slot.pk), SAID).status_code == 409


def test_what_was_written_is_shown_when_the_time_has_gone(client, page, slot):
    Slot.objects.filter(pk=slot.pk).update(lead_hours=720)
    assert "Patente &lt;i&gt;" in text(client.post(address("book", slot.pk), SAID | {"about": "Patente <i>"}))
    panel = address("panel") + "?experts=2&lawyers=1&at=1-2-3"
    assert "Patente &lt;i&gt;" in text(client.post(panel, SAID | {"about": "Patente <i>"}))


def test_no_mailbox_is_flooded_and_no_address_books_without_end(client, page, slot, monkeypatch):
    monkeypatch.setattr(limits, "PER_MAILBOX", 1)
    monkeypatch.setattr(limits, "PER_ADDRESS", 3)

    def status(email, **extra):
        return client.post(address("book", slot.pk), SAID | {"email": email}, **extra).status_code

    assert [status("a@example.org"), status("A@example.org")] == [303, 429]
    assert [status(f"{n}@example.org", REMOTE_ADDR="203.0.113.9") for n in range(4)] == [303, 303, 303, 429]
    assert client.post(address("panel"), SAID, REMOTE_ADDR="203.0.113.9").status_code == 429


def test_link_in_wrong_hands_is_ended_by_its_client(client, page, slot, post_office):
    one = book(slot, "ada@example.org")
    booked = len(post_office())
    old = one.get_absolute_url()
    assert client.get(old + "neuer-link/").status_code == 405
    answer = client.post(old + "neuer-link/")
    one.refresh_from_db()
    # The page does not lead to the new link: whoever has the old one must not get it.
    assert one.get_absolute_url() not in text(answer)
    assert (answer.status_code, client.get(old).status_code) == (200, 404)
    (mail,) = post_office()[booked:]
    assert one.get_absolute_url() in mail.body


def test_get_changes_nothing_and_post_cancels(client, page, slot):
    one = book(slot)
    url = one.get_absolute_url() + "absagen/"
    client.get(url)
    assert Booking.objects.get().state == "confirmed"
    assert client.post(url).status_code == 303
    assert Booking.objects.get().state == "cancelled"


def test_client_moves_to_another_time_of_the_same_coach_only(client, page, slot):
    other = make_slot(slot.coach, first=TUESDAY + timedelta(days=1))
    strange = make_slot(first=TUESDAY + timedelta(days=2))
    one = book(slot)
    url = one.get_absolute_url() + "verlegen/"
    assert client.post(url, {"slot": strange.pk}).status_code == 422
    assert client.post(url, {"slot": other.pk}).status_code == 303
    assert Booking.objects.get().slot == other


def test_offer_is_accepted_by_post(client, page, slot):
    first, second = book(slot), book(slot)
    booking.cancel(first, now=NOW)
    assert "Möchten Sie ihn?" in text(client.get(second.get_absolute_url()))
    client.post(second.get_absolute_url() + "annehmen/")
    assert Booking.objects.get(pk=second.pk).state == "confirmed"


def test_desk_shows_what_is_to_come_only(slot):
    one = book(slot, user=enroll("ada@example.org"))
    (row,) = coaching.my_coaching(one.user)["rows"]
    assert row["place_url"] == slot.online_url
    assert f'href="{slot.online_url}"' in render_to_string("events/parts/row.html", {"row": row})
    with travel(slot.ends_at, tick=False):
        assert coaching.my_coaching(one.user)["rows"] == []


def test_panel_is_found_and_booked(client, page):
    for craft in ("expert", "expert", "lawyer"):
        make_slot(make_coach(craft=craft))
    found = client.get(address("panel"), {"experts": "2", "lawyers": "1"})
    url = found.context["options"][0]["url"].replace("&amp;", "&")
    assert client.get(address("panel") + url).context["form"] is not None
    assert client.post(address("panel") + url, SAID).status_code == 303
    assert Booking.objects.filter(state="confirmed").count() == 3
    assert client.post(address("panel") + url, SAID | {"email": "b@example.org"}).status_code == 409
    assert client.get(address("panel"), {"experts": "1", "lawyers": "0"}).status_code == 422


def test_startup_sees_its_hours_and_strangers_do_not(client, page, coach, programme):
    house = Institution.objects.create(name="Zellschmiede GmbH", slug="zell", kind="startup")
    founder = enroll("founder@example.org")
    Membership.objects.create(user=founder, institution=house, role="manager")
    one = book(make_slot(coach, programme=programme), institution=house, user=founder)
    hours.record_hours(one, minutes=60, by=coach.user, now=one.slot.ends_at)
    account = Account.objects.get()
    client.force_login(founder)
    assert "1 Stunde von 2 Stunden vergeben" in text(client.get(address("hours")))
    paper = client.get(address("statement", account.pk))
    assert paper["Content-Type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF")
    client.force_login(enroll("stranger@example.org"))
    assert client.get(address("statement", account.pk)).status_code == 404
    assert "Zellschmiede" not in text(client.get(address("hours")))


def test_member_books_for_an_institution_of_its_own_only(client, page, slot):
    mine = Institution.objects.create(name="Meine", slug="meine", kind="startup")
    other = Institution.objects.create(name="Fremde", slug="fremde", kind="startup")
    user = enroll("founder@example.org")
    Membership.objects.create(user=user, institution=mine, role="manager")
    client.force_login(user)
    assert client.post(address("book", slot.pk), SAID | {"institution": other.pk}).status_code == 422
    client.post(address("book", slot.pk), SAID | {"institution": mine.pk})
    assert (Booking.objects.get().institution, Booking.objects.get().startup) == (mine, "Meine")


def test_follow_up_form_is_behind_a_link_of_its_own(client, page, slot):
    one = book(slot)
    hours.record_hours(one, minutes=60, by=None, now=slot.ends_at)
    one.refresh_from_db()
    assert client.get(one.get_follow_up_url()).status_code == 200
    assert client.post(one.get_follow_up_url(), {}).status_code == 422
    client.post(one.get_follow_up_url(), {"reached": "yes", "note": "Patent erteilt"})
    assert Booking.objects.get().reached == "yes"
    stolen = one.get_follow_up_url().split("/")[-2]
    assert client.get(address("manage", stolen)).status_code == 404


def test_calendar_file_is_for_the_confirmed(client, page, slot):
    one, waits = book(slot), book(slot)
    assert client.get(one.get_absolute_url() + "coaching.ics").content.startswith(b"BEGIN:VCALENDAR")
    assert client.get(waits.get_absolute_url() + "coaching.ics").status_code == 404


@pytest.mark.parametrize("path", ["/de/coaching-termine/coach/", "/en/coaching-times/coach/"])
def test_coach_is_shown_in_both_languages(client, page, coach, path):
    make_slot(coach)
    assert str(coach) in text(client.get(f"{path}{coach.pk}/"))


def test_without_english_words_the_way_leads_to_the_german_page(client, page):
    assert client.get("/en/coaching-times/")["Location"] == page.url


def test_used_up_hours_are_told_to_no_stranger(client, programme):
    """Same page, same cost as for a name that nobody has used; the coach's yes finds out, and counts nothing."""
    slots = [make_slot(make_coach(), first=TUESDAY + timedelta(days=n), programme=programme) for n in range(3)]
    book(slots[0], "ada@example.org")
    Account.objects.update(minutes_granted=60)
    answers = []
    for slot, name in zip(slots[1:], ("Zellschmiede", "Ganz Neu"), strict=True):
        with CaptureQueriesContext(connection) as queries:
            answer = client.post(address("book", slot.pk), SAID | {"email": "eve@example.org", "startup": name})
        answers.append((answer.status_code, answer.headers["Location"], answer.content, len(queries)))
    assert answers[0][:3] == answers[1][:3]
    assert abs(answers[0][3] - answers[1][3]) <= 8
    asked = Booking.objects.get(slot=slots[1])
    assert (asked.state, asked.minutes) == ("requested", 0)
    with pytest.raises(HoursUsedUp):
        booking.confirm(asked, by=None, now=NOW)
    assert invariants.check() == []


@pytest.mark.parametrize("granted", [60, 600])
def test_panels_tell_no_stranger_whose_hours_are_used(client, page, programme, granted):
    """In use or used up: same page, same cost as for a name that nobody has used."""
    book(make_slot(make_coach(), programme=programme), "ada@example.org")
    Account.objects.update(minutes_granted=granted)
    answers = []
    for n, name in enumerate(("Zellschmiede", "Ganz Neu"), start=1):
        day = TUESDAY + timedelta(days=n)
        for craft in ("expert", "lawyer"):
            make_slot(make_coach(craft=craft), first=day, programme=programme)
        found = client.get(address("panel"), {"experts": "1", "lawyers": "1"})
        said = SAID | {"email": f"eve{n}@example.org", "startup": name}
        url = next(one["url"] for one in reversed(found.context["options"]))
        with CaptureQueriesContext(connection) as queries:
            answer = client.post(address("panel") + url, said)
        answers.append((answer.status_code, answer.headers["Location"], answer.content, len(queries)))
    assert answers[0][:3] == answers[1][:3]
    assert answers[0][0] == 303
    assert abs(answers[0][3] - answers[1][3]) <= 20
    told = Booking.objects.exclude(email="ada@example.org").order_by("pk").values_list("email", "state")
    known, new = ("eve1@example.org", "requested"), ("eve2@example.org", "confirmed")
    assert list(told) == [known, known, new, new]
    assert invariants.check() == []


def test_used_up_hours_are_told_to_the_owner_of_the_mailbox(client, programme):
    slots = [make_slot(make_coach(), first=TUESDAY + timedelta(days=n), programme=programme) for n in range(2)]
    book(slots[0], "ada@example.org")
    Account.objects.update(minutes_granted=60)
    client.force_login(enroll("ada@example.org"), backend="django.contrib.auth.backends.ModelBackend")
    answer = client.post(address("book", slots[1].pk), SAID | {"startup": "Zellschmiede"})
    assert answer.status_code == 422
    assert "Stunden dieses Start-ups" in text(answer)


def test_a_stranger_on_the_waiting_list_of_used_up_hours_hears_that_it_lapsed(programme):
    slot, other = (make_slot(make_coach(), first=TUESDAY + timedelta(days=n), programme=programme) for n in range(2))
    first = book(slot, "ada@example.org", startup="Andere")
    book(other, "grace@example.org", startup="Zellschmiede")
    book(slot, "eve@example.org", startup="Zellschmiede")
    Account.objects.update(minutes_granted=60)
    booking.cancel(first, now=NOW)
    assert Booking.objects.get(email="eve@example.org").state == "lapsed"
    kinds = set(ProcrastinateJob.objects.values_list("args__kind", flat=True))
    assert ("coaching.lapsed" in kinds, "coaching.hours_used_up" in kinds) == (True, False)
