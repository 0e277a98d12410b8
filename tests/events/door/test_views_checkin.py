"""The check-in page and the papers: who may, what they show, what they do without JavaScript."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from events.door import verbs as checkin
from events.models import Attendance, Registration
from events.papers import tickets
from portal.web import tokens


@pytest.fixture
def event(make_event, publish):
    event = make_event(starts_at=timezone.now() + timedelta(hours=2), capacity=5)
    publish(event, title="Abendvortrag")
    return event


@pytest.fixture
def one(event, guest):
    return guest(event, name="Émile Zoë", institution="Zellwerk", now=timezone.now())


@pytest.fixture
def desk(event):
    return reverse("events:checkin", args=[event.pk])


@pytest.fixture
def post(admin_client, event):
    def send(door, **said):
        return admin_client.post(reverse(f"events:{door}", args=[event.pk]), said)

    return send


def press(one, **said):
    return {"registration": one.pk, "position": 1, "press": str(uuid4())} | said


def test_strangers_log_in_and_people_without_the_right_find_nothing(client, desk, django_user_model):
    assert client.get(desk).status_code == 302
    client.force_login(django_user_model.objects.create_user("p@example.org", "x"))
    assert client.get(desk).status_code == 404


def test_camera_may_be_used_on_this_page_alone(admin_client, desk, event):
    assert admin_client.get(desk)["Permissions-Policy"].startswith("camera=(self)")
    papers = admin_client.get(reverse("events:papers", args=[event.pk]))
    assert papers["Permissions-Policy"].startswith("camera=()")


def test_search_finds_guests_and_shows_their_state(admin_client, desk, one, event, guest):
    guest(event, name="Robin Klein", now=timezone.now())
    page = admin_client.get(desk, {"q": "emile"}).content.decode()
    assert "Émile Zoë" in page
    assert "Robin Klein" not in page
    assert "0 von 2 sind da" in page


def test_scripts_get_the_list_alone(admin_client, desk, one):
    part = admin_client.get(desk, headers={"HX-Request-Type": "partial"}).content.decode()
    assert "Émile Zoë" in part
    assert "<html" not in part


def test_one_tap_checks_in_and_the_card_offers_to_take_it_back(admin_client, post, one, desk):
    answer = post("enter", **press(one))
    come = Attendance.objects.get()
    assert (answer.status_code, answer.url) == (303, f"{desk}?last={come.pk}")
    page = admin_client.get(answer.url).content.decode()
    assert "Eingecheckt um" in page
    assert "1 von 1 sind da" in page
    assert post("undo_check_in", attendance=come.pk).status_code == 303
    assert "0 von 1 sind da" in admin_client.get(desk).content.decode()


def test_a_scanned_ticket_checks_its_seat_in(post, one):
    said = {"ticket": f"https://portal.example{tickets.path(one, 1)}", "press": str(uuid4())}
    assert post("scan", **said).status_code == 303
    assert Attendance.objects.get().registration == one


def test_a_ticket_of_another_event_and_nonsense_are_told_apart_from_guests(post, make_event, guest):
    other = guest(make_event(starts_at=timezone.now() + timedelta(hours=2)), now=timezone.now())
    for said in (tickets.token(other, 1), "nonsense", "", "x" * 400):
        answer = post("scan", ticket=said, press=str(uuid4()))
        assert answer.status_code == 422
        assert "nicht für diese Veranstaltung" in answer.content.decode()
    assert not Attendance.objects.exists()


@pytest.mark.parametrize(
    "said", [{"registration": "x"}, {"press": "x"}, {"position": "-1"}, {"registration": "9" * 30}]
)
def test_odd_presses_are_refused(post, one, said):
    assert post("enter", **press(one, **said)).status_code == 422


def test_the_registration_of_another_event_is_not_found(post, make_event, guest):
    assert post("enter", **press(guest(make_event()))).status_code == 404
    assert post("undo_check_in", attendance="9" * 30).status_code == 404


def test_a_refusal_stands_on_the_page(post, one):
    Registration.objects.filter(pk=one.pk).update(state="cancelled")
    type(one.event).objects.filter(pk=one.event_id).update(seats_taken=0)
    answer = post("enter", **press(one))
    assert answer.status_code == 409
    assert "keinen bestätigten Platz" in answer.content.decode()


def walk(**said):
    return {"name": "Toni Spontan", "target_group": "sme", "press": str(uuid4())} | said


def test_a_walk_in_is_taken_in_and_here(admin_client, post):
    answer = post("walk_in", **walk())
    assert answer.status_code == 303
    assert "ohne Anmeldung" in admin_client.get(answer.url).content.decode()


def test_an_invalid_walk_in_keeps_what_was_typed(post):
    answer = post("walk_in", **walk(name="", institution="Zellwerk"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in page
    assert 'value="Zellwerk"' in page


def test_a_full_house_asks_for_a_decision_and_takes_it(post, event, guest):
    guest(event, seats=5, now=timezone.now())
    answer = post("walk_in", **walk())
    assert answer.status_code == 409
    assert "über die Plätze hinaus" in answer.content.decode()
    assert post("walk_in", **walk(beyond="on")).status_code == 303


@pytest.mark.parametrize("unasked", ["", "on"])
def test_a_house_with_room_needs_no_decision(post, event, unasked):
    answer = post("walk_in", **walk(beyond=unasked))
    assert answer.status_code == 303
    assert Attendance.objects.count() == 1


def test_papers_are_made_by_post_and_written_into_the_log(admin_client, post, one, event):
    page = admin_client.get(reverse("events:papers", args=[event.pk])).content.decode()
    assert "Namensschilder" in page
    assert 'value="certificates"' not in page
    for paper, media in {
        "badges": "application/pdf",
        "list": "application/pdf",
        "csv": "text/csv; charset=utf-8",
    }.items():
        assert post("papers", paper=paper)["Content-Type"] == media
    assert post("papers", paper="certificates").status_code == 404
    assert post("papers", paper="x").status_code == 404


@pytest.fixture
def over(event, one):
    """The event is over; the guest was there."""
    checkin.check_in(one)
    ago = timezone.now() - timedelta(days=1)
    type(event).objects.filter(pk=event.pk).update(starts_at=ago, ends_at=ago + timedelta(hours=2))
    return one


def test_who_was_there_finds_a_certificate_and_no_ticket(client, over):
    token = tokens.make("manage", over)
    page = client.get(over.get_absolute_url()).content.decode()
    address = reverse("events:certificate", args=[token, 1])
    assert address in page
    assert client.get(address).content.startswith(b"%PDF")
    assert client.get(reverse("events:ticket_file", args=[token, 1])).status_code == 404


def test_who_was_not_there_gets_none_and_is_a_no_show(client, admin_client, over, event, guest):
    Attendance.objects.all().delete()
    address = reverse("events:certificate", args=[tokens.make("manage", over), 1])
    assert client.get(address).status_code == 404
    assert address not in client.get(over.get_absolute_url()).content.decode()


def test_staff_gets_all_certificates_at_once_and_sees_who_did_not_come(post, admin_client, over, event):
    assert post("papers", paper="certificates").content.startswith(b"%PDF")
    assert b"".join(post("papers", paper="xlsx")).startswith(b"PK")


def test_before_the_event_the_guest_finds_a_ticket_for_each_seat(client, event, guest):
    group = guest(event, seats=2, now=timezone.now())
    page = client.get(group.get_absolute_url()).content.decode()
    assert page.count('class="ticket-code"') == 2
    token = tokens.make("manage", group)
    assert client.get(reverse("events:ticket_file", args=[token, 2])).content.startswith(b"%PDF")
    for nobody in (0, 3, 99):
        assert client.get(reverse("events:ticket_file", args=[token, nobody])).status_code == 404
    assert client.get(reverse("events:certificate", args=[token, 1])).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_desk_costs_few_queries_whatever_the_number(
    admin_client, desk, event, guest, number, django_assert_max_num_queries
):
    for _ in range(number):
        checkin.check_in(guest(event, now=timezone.now()))
    admin_client.get(desk)
    with django_assert_max_num_queries(12):
        admin_client.get(desk, {"show": "all"})


def test_staff_are_told_which_names_no_font_can_print(admin_client, guest, event):
    guest(event, name="李小龙", institution="Zellwerk")
    address = reverse("events:papers", args=[event.pk])
    assert "Kästchen" not in admin_client.get(address).content.decode()
    guest(event, name="Ada 𓀀", institution="Zellwerk")
    page = admin_client.get(address).content.decode()
    assert "Kästchen" in page
    assert "Ada 𓀀" in page
