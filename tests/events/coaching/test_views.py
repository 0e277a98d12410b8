"""The pages of coaching: what visitors, clients, coaches and start-ups see and do."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from time_machine import travel

from events import limits
from events.coaching import booking, hours, notes
from events.coaching.models import Account, Booking, BusyTime, Coach, CoachingPage, Note, Slot
from events.coaching.templatetags import coaching
from portal.accounts.models import Institution, Membership
from portal.accounts.people import enroll
from tests.events.coaching.making import NOW, TUESDAY, book, make_coach, make_slot, make_topic

pytestmark = pytest.mark.django_db
SAID = {"name": "Ada", "email": "ada@example.org", "stage": "idea", "about": "Patente", "consent": "on"}


@pytest.fixture(autouse=True)
def _today():
    with travel(NOW, tick=False):
        yield


@pytest.fixture
def page(site_tree):
    made = CoachingPage(title="Coaching", slug="coaching", lead="Eine Stunde", locale=site_tree.de.locale)
    site_tree.de.add_child(instance=made)
    return made


def address(name, *args):
    return reverse(f"coaching:{name}", args=args)


def text(response) -> str:
    return response.content.decode()


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


def test_booking_leads_to_the_page_behind_the_secret_link(client, page, slot):
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


def test_taken_address_and_used_hours_are_told_in_the_form(client, page, programme):
    programme.hours = 1
    programme.save()
    first = make_slot(programme=programme)
    assert client.post(address("book", first.pk), SAID | {"startup": ""}).status_code == 422
    client.post(address("book", first.pk), SAID | {"startup": "Zell"})
    again = client.post(address("book", first.pk), SAID | {"startup": "Zell"})
    assert (again.status_code, "ist dieser Termin schon gebucht" in text(again)) == (422, True)
    other = make_slot(programme=programme)
    used = client.post(address("book", other.pk), SAID | {"startup": "zell"})
    assert (used.status_code, "0 Minuten übrig" in text(used)) == (422, True)


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


def test_notes_are_read_by_coach_and_client_and_by_nobody_else(client, page, slot):
    one = book(slot)
    client.post(one.get_absolute_url() + "notiz/", {"text": "Streng <b>geheim</b>"})
    assert Note.objects.get().author == "client"
    assert "Streng &lt;b&gt;geheim" in text(client.get(one.get_absolute_url()))
    client.force_login(slot.coach.user)
    assert "Streng &lt;b&gt;geheim" in text(client.get(address("booking", one.pk)))
    client.force_login(make_coach().user)
    assert client.get(address("booking", one.pk)).status_code == 404
    client.force_login(enroll("root@example.org", staff_groups=("Administrators",), is_superuser=True))
    assert client.get(address("booking", one.pk)).status_code == 404
    for view in ("list", "inspect"):
        args = [one.pk] if view == "inspect" else []
        shown = client.get(reverse(f"wagtailsnippets_coaching_booking:{view}", args=args))
        assert (shown.status_code, "geheim" in text(shown)) == (200, False)


def test_who_takes_over_a_coachs_account_reads_no_note_written_before(client, page, slot):
    one, coach, other = book(slot), slot.coach, enroll("editor@example.org")
    notes.write_note(one, author="client", text="Streng geheim")
    Coach.objects.filter(pk=coach.pk).update(user=other)
    client.force_login(other)
    shown = text(client.get(address("booking", one.pk)))
    assert ("Freedom to operate" in shown, "geheim" in shown) == (True, False)
    Coach.objects.filter(pk=coach.pk).update(user=None)
    assert client.post(one.get_absolute_url() + "notiz/", {"text": "Wer liest das?"}).status_code == 409


def test_desk_shows_what_is_to_come_only(slot):
    one = book(slot, user=enroll("ada@example.org"))
    assert len(coaching.my_coaching(one.user)["rows"]) == 1
    with travel(slot.ends_at, tick=False):
        assert coaching.my_coaching(one.user)["rows"] == []


def test_no_note_reaches_the_search_or_the_audit_log(page, slot, caplog):
    one = book(slot)
    notes.write_note(one, author="coach", text="Geheimwort Quittenbaum")
    with connection.cursor() as cursor:
        cursor.execute("select string_agg(t::text, '') from wagtailcore_modellogentry t")
        assert "Quittenbaum" not in (cursor.fetchone()[0] or "")
        cursor.execute("select string_agg(t::text, '') from wagtailsearch_indexentry t")
        assert "Quittenbaum" not in (cursor.fetchone()[0] or "")
    assert "Quittenbaum" not in caplog.text


def test_coach_publishes_a_series_and_sees_the_week(client, page, coach):
    client.force_login(coach.user)
    said = {
        "day": "2026-12-01",
        "time": "14:00",
        "minutes": "60",
        "rhythm": "weekly",
        "until": "2026-12-31",
        "seats": "1",
        "mode": "online",
        "buffer_before": "0",
        "buffer_after": "15",
        "lead_hours": "24",
        "horizon_days": "60",
    }
    response = client.post(address("publish"), said)
    assert (response.status_code, response["Location"]) == (303, address("week") + "?week=2026-11-30")
    assert Slot.objects.count() == 5
    assert "14:00–15:00" in text(client.get(response["Location"]))
    assert (
        client.post(address("publish"), said | {"day": "2027-03-28", "time": "02:30", "rhythm": "once"}).status_code
        == 422
    )
    assert client.post(address("publish"), said | {"mode": "on_site"}).status_code == 422
    assert client.post(address("publish"), said | {"until": ""}).status_code == 422


def test_coach_confirms_records_and_answers_a_slip(client, page, coach):
    one = book(make_slot(coach, needs_confirmation=True))
    client.force_login(coach.user)
    assert "Bitte antworten" in text(client.get(address("week")))
    client.post(address("act", one.pk, "confirm"))
    early = client.post(address("act", one.pk, "record"), {"minutes": "50"})
    assert (early.status_code, "noch nicht begonnen" in text(early)) == (409, True)
    with travel(one.slot.ends_at, tick=False):
        assert client.post(address("act", one.pk, "record"), {"minutes": "x"}).status_code == 422
        client.post(address("act", one.pk, "record"), {"minutes": "50", "outcome": "Fertig"})
    one.refresh_from_db()
    assert (one.state, one.minutes, one.outcome) == ("done", 50, "Fertig")
    assert client.post(address("act", one.pk, "explode")).status_code == 404


def test_refused_record_keeps_what_the_coach_typed(client, page, coach, programme):
    one = book(make_slot(coach, programme=programme))
    client.force_login(coach.user)
    with travel(one.slot.ends_at, tick=False):
        answer = client.post(address("act", one.pk, "record"), {"minutes": "500", "outcome": "Viel gelernt"})
    assert (answer.status_code, 'value="Viel gelernt"' in text(answer)) == (409, True)


def test_week_costs_ten_queries_at_most_and_shows_busy_days(client, page, coach):
    booked = [book(make_slot(coach, first=TUESDAY + timedelta(days=n), needs_confirmation=n % 2)) for n in range(4)]
    first = booked[0].slot
    BusyTime.objects.create(coach=coach, starts_at=first.ends_at, ends_at=first.ends_at + timedelta(days=2))
    client.force_login(coach.user)
    client.get(address("week"))
    with CaptureQueriesContext(connection) as queries:
        shown = text(client.get(address("week"), {"week": "2026-11-30"}))
    assert len(queries) <= 10, [query["sql"][:200] for query in queries]
    assert ("ganztägig" in shown, "15:00–24:00" in shown, "0:00–15:00" in shown) == (True, True, True)


def test_coach_changes_seats_and_withdraws_with_a_reason(client, page, slot, post_office):
    book(slot)
    waits = book(slot, "ada@example.org")
    client.force_login(slot.coach.user)
    client.post(address("resize", slot.pk), {"seats": "2"})
    waits.refresh_from_db()
    assert waits.state == "offered"
    client.post(address("resize", slot.pk), {"seats": "1"})
    slot.refresh_from_db()
    assert slot.seats == 2
    client.post(address("withdraw", slot.pk), {"reason": "Grippe"})
    assert [mail for mail in post_office() if "ada@example.org" in mail.to[0] and "Grippe" in mail.body]
    client.force_login(make_coach().user)
    assert client.post(address("resize", slot.pk), {"seats": "3"}).status_code == 404


def test_day_long_ago_is_told_beside_its_field(client, page, coach):
    client.force_login(coach.user)
    said = {"day": "0001-01-01", "time": "00:00", "minutes": "60", "rhythm": "weekly", "until": "2027-01-01"}
    said |= {"seats": "1", "mode": "online", "buffer_before": "0", "buffer_after": "0", "lead_hours": "0"}
    answer = client.post(address("publish"), said | {"horizon_days": "60"})
    assert (answer.status_code, "Dieser Tag ist vorbei" in text(answer)) == (422, True)


@pytest.mark.parametrize("week", ["", "x", "2026-13-01", "9999-12-31", "0001-01-01", "2026-11-30"])
def test_any_week_in_the_address_is_answered(client, page, coach, week):
    client.force_login(coach.user)
    assert client.get(address("week"), {"week": week}).status_code in (200, 404)


def test_coach_cannot_have_a_private_address_read(client, page, coach):
    client.force_login(coach.user)
    response = client.post(address("calendar"), {"address": "https://127.0.0.1/x.ics"})
    assert (response.status_code, "privaten Netz" in text(response)) == (422, True)
    coach.refresh_from_db()
    assert coach.calendar_address == ""


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
    assert client.get(one.get_follow_up_url().replace("frage", "frage")).status_code == 200
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
