"""Coaching in the administration: lists, exports, hours; deeds are read, never written."""

import pytest
from django.urls import reverse
from time_machine import travel
from wagtail.models import ModelLogEntry

from events.coaching.models import Account, Booking, Coach, Programme, Slot, Topic
from events.coaching.record import notes
from portal.accounts import groups
from portal.accounts.people import enroll
from tests.events.coaching.making import NOW, TUESDAY, book, make_coach, make_slot, timedelta

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client, site_tree):
    groups.grant()

    def log_in(group):
        client.force_login(enroll(f"{group.casefold()}@example.org", staff_groups=(group,), language="de"))
        return client

    return log_in


@pytest.fixture
def booked(coach, programme):
    Topic.objects.create(slug="patents", name_de="Patente", name_en="Patents")
    return book(make_slot(coach, programme=programme), startup="=1+1")


def door(model, view, *args):
    return reverse(f"wagtailsnippets_coaching_{model}:{view}", args=args)


@pytest.mark.parametrize("model", [Coach, Slot, Booking, Account, Programme, Topic])
def test_every_list_opens_is_exported_and_looked_into(staff, booked, model):
    client = staff("Administrators")
    model, row = model._meta.model_name, model.objects.first()
    assert client.get(door(model, "inspect", row.pk)).status_code == 200
    assert client.get(door(model, "list")).status_code == 200
    for kind in ("csv", "xlsx"):
        assert client.get(door(model, "list") + f"?export={kind}").status_code == 200


def test_export_of_bookings_holds_no_note_and_is_logged_without_the_search(staff, booked):
    notes.write_note(booked, author="client", text="Streng geheim")
    response = staff("Moderators").get(door("booking", "list") + "?export=csv&q=M%C3%BCller")
    assert "geheim" not in b"".join(response.streaming_content).decode()
    (entry,) = ModelLogEntry.objects.filter(action="coaching.export")
    assert "ller" not in str(entry.data)


def test_formula_in_a_name_is_text_in_the_export(staff, booked):
    response = staff("Moderators").get(door("booking", "list") + "?export=csv")
    assert '"\'=1+1"' in b"".join(response.streaming_content).decode()


def test_moderators_grant_hours_and_print_the_statement(staff, booked):
    account, client = Account.objects.get(), staff("Moderators")
    assert "Stunden ändern" in client.get(door("account", "inspect", account.pk)).content.decode()
    client.post(reverse("coaching_grant", args=[account.pk]), {"hours": "7.5"})
    account.refresh_from_db()
    assert account.minutes_granted == 450
    client.post(reverse("coaching_grant", args=[account.pk]), {"hours": "0.5"})
    account.refresh_from_db()
    assert account.minutes_granted == 450
    assert client.get(reverse("coaching_statement", args=[account.pk])).content.startswith(b"%PDF")


def test_staff_act_for_a_coach_who_is_ill(staff, booked, post_office):
    client, slot = staff("Moderators"), booked.slot
    shown = client.get(door("slot", "inspect", slot.pk)).content.decode()
    assert "Termin zurückziehen" in shown
    assert "Łukasz Müller" in shown
    assert "01.12.2026 14:00" in shown
    seats = reverse("coaching_decide", args=["slot", slot.pk, "resize"])
    assert 'value="1"' in client.get(seats).content.decode()
    assert client.post(seats, {"seats": "0"}).status_code == 422
    client.post(seats, {"seats": "3"})
    client.post(reverse("coaching_decide", args=["slot", slot.pk, "withdraw"]), {"reason": "Grippe"})
    booked.refresh_from_db()
    slot.refresh_from_db()
    assert (booked.state, booked.reason, slot.state, slot.seats) == ("cancelled", "Grippe", "withdrawn", 3)
    assert "Termin zurückziehen" not in client.get(door("slot", "inspect", slot.pk)).content.decode()


def test_staff_answer_cancel_and_renew_the_link(staff, coach):
    asked = book(make_slot(coach, needs_confirmation=True))
    client, old = staff("Moderators"), asked.get_absolute_url()
    shown = client.get(door("booking", "inspect", asked.pk)).content.decode()
    assert "Bestätigen" in shown
    assert "Ablehnen" in shown
    for deed, state in (("confirm", "confirmed"), ("renew-link", "confirmed"), ("cancel", "cancelled")):
        client.post(reverse("coaching_decide", args=["booking", asked.pk, deed]))
        asked.refresh_from_db()
        assert asked.state == state
    assert client.get(old).status_code == 404


def test_times_to_come_stand_first(staff, slot):
    past = make_slot(slot.coach, first=TUESDAY - timedelta(days=365), now=NOW - timedelta(days=400))
    assert past.starts_at < slot.starts_at
    with travel(NOW, tick=False):
        shown = staff("Moderators").get(door("slot", "list"))
    assert list(shown.context["object_list"]) == [slot, past]


def test_who_only_reads_bookings_decides_nothing(staff, booked):
    client = staff("Finance")
    assert "Coaching absagen" not in client.get(door("booking", "inspect", booked.pk)).content.decode()
    client.post(reverse("coaching_decide", args=["booking", booked.pk, "cancel"]))
    booked.refresh_from_db()
    assert booked.state == "confirmed"


def test_editors_keep_coaches_but_see_no_bookings(staff, booked):
    client = staff("Editors")
    assert client.get(door("coach", "edit", Coach.objects.get().pk)).status_code == 200
    assert client.get(door("booking", "list")).status_code == 302


def test_address_of_a_coachs_own_calendar_is_not_shown_to_staff(staff):
    coach = make_coach(calendar_address="https://calendar.example/secret-token.ics")
    shown = staff("Administrators").get(door("coach", "edit", coach.pk)).content.decode()
    assert "secret-token" not in shown
