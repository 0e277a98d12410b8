"""Staff in the administration: facts change through the verbs, deeds are only read."""

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from events.models import Event, Registration
from events.staff.viewsets import RegistrationViewSet
from portal.accounts import groups
from tests.events.filling import save, typed

pytestmark = pytest.mark.usefixtures("today")


def test_new_capacity_goes_through_the_verb_and_moves_the_waiting_list(client, staff, make_event, guest):
    event = make_event(capacity=1)
    guest(event)
    waits = guest(event)
    assert save(client, event, capacity=2).status_code == 302
    waits.refresh_from_db()
    event.refresh_from_db()
    assert (waits.state, event.capacity, event.seats_taken) == ("confirmed", 2, 2)


def test_capacity_below_what_is_taken_is_refused_with_the_number(client, staff, make_event, guest):
    event = make_event(capacity=10)
    for _ in range(3):
        guest(event)
    response = save(client, event, capacity=2, name="Neuer Name")
    assert response.status_code == 200
    assert "3 Plätze vergeben" in response.content.decode()
    event.refresh_from_db()
    assert (event.capacity, event.name == "Neuer Name") == (10, False)


def test_other_dates_go_through_the_verb(client, staff, event, guest):
    guest(event)
    later = (timezone.localtime(event.starts_at) + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    end = (timezone.localtime(event.ends_at) + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    save(client, event, starts_at=later, ends_at=end, tell="yes")
    moved = Event.objects.get()
    assert (moved.status, moved.sequence, moved.previous_starts_at) == ("moved", 1, event.starts_at)
    assert moved.starts_at == event.starts_at + timedelta(days=1)


def test_moving_warns_of_deadlines_that_stay_where_they_were(client, staff, event):
    Event.objects.update(registration_closes_at=event.starts_at)
    later = [
        timezone.localtime(at + timedelta(days=1)).strftime("%Y-%m-%d %H:%M") for at in (event.starts_at, event.ends_at)
    ]
    closes = timezone.localtime(event.starts_at).strftime("%Y-%m-%d %H:%M")
    answer = save(client, event, starts_at=later[0], ends_at=later[1], registration_closes_at=closes)
    page = client.get(answer.url).content.decode()
    assert "nicht mit verschoben" in page


def test_another_place_goes_through_the_verb(client, staff, event):
    save(client, event, venue="Neues Haus")
    moved = Event.objects.get()
    assert (moved.venue, moved.sequence, moved.status) == ("Neues Haus", 1, "planned")


def test_form_opened_before_somebody_registered_does_not_bring_back_the_old_count(client, staff, event, guest):
    stale = Event.objects.get()
    guest(event, seats=4)
    stale.name = "Neuer Name"
    stale.save()
    assert Event.objects.get().seats_taken == 4
    save(client, event, name="Noch ein Name")
    fresh = Event.objects.get()
    assert (fresh.seats_taken, fresh.name) == (4, "Noch ein Name")


def test_new_event_is_created_in_the_form(client, staff, event):
    said = typed(event, name="Ganz neu") | {"languages": ["de"], "audience": ["startup", "sme"]}
    response = client.post(reverse("wagtailsnippets_events_event:add"), said)
    assert response.status_code == 302
    new = Event.objects.get(name="Ganz neu")
    assert (new.capacity, new.seats_taken, new.audience, new.uid != event.uid) == (10, 0, ["startup", "sme"], True)


def test_new_event_is_created_in_the_chooser_of_a_page(client, staff, event):
    address = reverse(f"{Event.snippet_viewset.chooser_viewset.url_namespace}:create")
    client.post(address, typed(event, name="Im Wähler"))
    assert Event.objects.filter(name="Im Wähler").exists()


def test_calling_off_asks_first(client, staff, event, guest):
    one = guest(event)
    address = reverse("events_call_off", args=[event.pk])
    assert "1 Anmeldung" in client.get(address).content.decode()
    assert Event.objects.get().status == "planned"
    client.post(address)
    one.refresh_from_db()
    assert (Event.objects.get().status, one.state) == ("cancelled", "cancelled")


def test_event_with_registrations_cannot_be_deleted(client, staff, event, guest):
    guest(event)
    for act in (client.get, client.post):
        said = act(reverse("wagtailsnippets_events_event:delete", args=[event.pk]), follow=True)
        assert "wird verwendet und bleibt erhalten: " in said.content.decode()
        assert "Sagen Sie die Veranstaltung stattdessen ab." in said.content.decode()
    assert Event.objects.filter(pk=event.pk).exists()


def test_registrations_are_read_not_written_not_even_by_a_superuser(client, staff, event, guest):
    one = guest(event)
    name = "wagtailsnippets_events_registration"
    assert client.get(reverse(f"{name}:list")).status_code == 200
    assert client.get(reverse(f"{name}:inspect", args=[one.pk])).status_code == 200
    assert one.nonce not in client.get(reverse(f"{name}:inspect", args=[one.pk])).content.decode()
    for door in (
        reverse(f"{name}:add"),
        reverse(f"{name}:edit", args=[one.pk]),
        reverse(f"{name}:delete", args=[one.pk]),
    ):
        assert client.get(door).status_code == 302
        client.post(door, {"state": "cancelled", "seats": 9})
    one.refresh_from_db()
    assert (one.state, one.seats) == ("confirmed", 1)


@pytest.mark.parametrize(("role", "may"), [(groups.EDITORS, False), (groups.MODERATORS, True), (groups.FINANCE, True)])
def test_registrations_are_for_those_whose_work_they_are(client, django_user_model, event, guest, role, may):
    groups.grant()
    user = django_user_model.objects.create_user("staff@example.org", "pw")
    user.groups.add(groups.Group.objects.get(name=role))
    client.force_login(user)
    guest(event)
    status = client.get(reverse("wagtailsnippets_events_registration:list")).status_code
    assert status == (200 if may else 302)


def export(client, kind):
    response = client.get(reverse("wagtailsnippets_events_registration:list") + f"?export={kind}")
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_csv_carries_no_formula_and_keeps_phone_numbers(client, staff, event, guest):
    guest(event, name='=HYPERLINK("http://evil.example")', note="+49 (231) 555-0", institution="@SUM(1)")
    text = export(client, "csv").decode()
    assert text.startswith("\ufeff")
    assert '"\'=HYPERLINK(""http://evil.example"")"' in text
    assert '"+49 (231) 555-0"' in text
    assert '"\'@SUM(1)"' in text


def test_xlsx_survives_control_characters_and_formulas(client, staff, event, guest):
    one = guest(event, name="=1+1")
    Registration.objects.filter(pk=one.pk).update(note="Glocke\x07\x0b")
    sheet = load_workbook(io.BytesIO(export(client, "xlsx"))).active
    columns = RegistrationViewSet.list_export
    row = dict(zip(columns, sheet[2], strict=True))
    assert (row["name"].value, row["name"].data_type) == ("=1+1", "s")
    assert row["note"].value == "Glocke"


def test_export_is_written_into_the_audit_log(client, staff, event, guest):
    guest(event)
    export(client, "csv")
    assert ModelLogEntry.objects.filter(action="events.export", user=staff).count() == 1


def test_the_tab_registration_of_an_event_page_tells_seats_and_leads_to_the_event(client, staff, event, publish):
    page = publish(event)
    shown = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert "Veranstaltung ändern" in shown
    assert f"/admin/snippets/events/event/edit/{event.pk}/" in shown


def test_a_new_event_page_asks_for_its_event_first(client, staff, calendar):
    shown = client.get(f"/admin/pages/add/events/eventpage/{calendar.pk}/").content.decode()
    assert "Wählen oder erstellen Sie im ersten Reiter die Veranstaltung" in shown


def test_a_new_event_begins_with_the_question_about_support(client, staff, event):
    """Needs are health data: answers of this kind go seven days after the event, the note stays longer."""
    door = reverse("wagtailsnippets_events_event:add")
    (row,) = client.get(door).context["form"].formsets["questions"]
    assert (row.instance.is_special_category, row.instance.required) == (True, False)
    values = {name: row[name].value() for name in row.fields}
    shown = {f"questions-0-{name}": value or "" for name, value in values.items() if value is not False}
    said = typed(event, name="Neues") | shown | {"questions-TOTAL_FORMS": 1, "questions-INITIAL_FORMS": 1}
    assert client.post(door, said).status_code == 302
    assert Event.objects.get(name="Neues").questions.get().kept_days == 7


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_year_that_nobody_means_is_refused_beside_its_field(client, staff, event, day):
    """The database knows no year before 1 in UTC, and calendars count a day beyond the last one."""
    answer = save(client, event, starts_at=f"{day} 10:00", ends_at=f"{day} 23:59", cancel_until=f"{day} 00:00")
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {"starts_at", "ends_at", "cancel_until"}
    copied = client.post(reverse("events_copy", args=[event.pk]), {"starts_at": f"{day} 10:00", "rhythm": ""})
    assert (copied.status_code, Event.objects.count()) == (422, 1)
