"""The pages of a coach: times, the week, the hour recorded, and notes that client and coach alone read."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from time_machine import travel

from events.coaching.models import BusyTime, Coach, Note, Slot
from events.coaching.record import notes
from portal.accounts.people import enroll
from tests.events.coaching.making import TUESDAY, book, make_coach, make_slot
from tests.events.coaching.reading import address, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


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


def test_no_note_reaches_the_search_or_the_audit_log(page, slot, caplog):
    one = book(slot)
    notes.write_note(one, author="coach", text="Geheimwort Quittenbaum")
    with connection.cursor() as cursor:
        cursor.execute("select string_agg(t::text, '') from wagtailcore_modellogentry t")
        assert "Quittenbaum" not in (cursor.fetchone()[0] or "")
        cursor.execute("select string_agg(t::text, '') from wagtailsearch_indexentry t")
        # The index keeps words in small letters.
        assert "quittenbaum" not in (cursor.fetchone()[0] or "").casefold()
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
    assert (answer.status_code, "Bitte prüfen Sie die Jahreszahl" in text(answer)) == (422, True)


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
