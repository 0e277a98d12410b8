"""The form of registration: what it asks, takes and refuses, and when nobody may register."""

import re
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from events.models import Event, Registration
from events.registration import limits
from tests.events.filling import answers, door

pytestmark = pytest.mark.usefixtures("today")


def hidden(response, name):
    return re.search(rf'name="{name}"[^>]*value="([^"]*)"', response.content.decode())[1]


def errors(response):
    return sorted(re.findall(r'<p class="err" id="id_(\w+)_error"', response.content.decode()))


def test_registering_with_ones_own_mailbox_leads_to_the_page_behind_the_secret_link(
    client, open_event, django_user_model
):
    client.force_login(django_user_model.objects.create_user("lukasz@example.org", "pw"))
    response = client.post(door(open_event), answers())
    one = Registration.objects.get()
    assert (response.status_code, response["Location"]) == (303, one.get_absolute_url())
    assert (one.name, one.email, one.seats, one.state) == ("Łukasz Ó Briain", "lukasz@example.org", 2, "confirmed")
    page = client.get(response["Location"])
    assert "Sie sind angemeldet." in page.content.decode()


def told(response, client) -> tuple:
    """What somebody sees who looks for differences."""
    page = client.get(response["Location"])
    return response.status_code, response["Location"], response.content, page.status_code, page.content


def test_registering_in_english_keeps_the_language(client, open_event):
    client.post(door(open_event, "en"), answers())
    assert Registration.objects.get().language == "en"


def test_address_of_the_form_speaks_the_readers_language(open_event):
    assert door(open_event) == f"/de/anmeldung/{open_event.pk}/"
    assert door(open_event, "en") == f"/en/registration/{open_event.pk}/"


def test_form_asks_for_nothing_twice_of_a_person_who_is_logged_in(client, open_event, django_user_model):
    user = django_user_model.objects.create_user("a@example.org", "pw", first_name="Ada", last_name="Lovelace")
    client.force_login(user)
    page = client.get(door(open_event)).content.decode()
    assert 'value="Ada Lovelace"' in page
    assert 'value="a@example.org"' in page
    client.post(door(open_event), answers(email="a@example.org"))
    assert Registration.objects.get().user == user


def test_what_visitors_may_not_decide_is_decided_by_the_server(client, open_event, django_user_model):
    stranger = django_user_model.objects.create_user("b@example.org")
    more = {"state": "confirmed", "status": "confirmed", "price": "0", "amount": "0", "is_paid": "1"}
    more |= {"capacity": "9999", "user": stranger.pk, "institution_id": "2", "event": "1", "created_at": "2000-01-01"}
    Event.objects.filter(pk=open_event.pk).update(fee=Decimal("49.90"))
    client.post(door(open_event), answers(**more))
    one = Registration.objects.get()
    assert (one.state, one.amount, one.user) == ("awaiting_payment", Decimal("99.80"), None)
    assert one.created_at.year == 2026
    assert Event.objects.get().capacity == 10


@pytest.mark.parametrize("seats", ["", "0", "-1", "1.5", "1e9", "99999999999999999999", "NaN", "٣", "11", "1 000"])
def test_seats_that_make_no_sense_are_refused_beside_the_field(client, open_event, seats):
    response = client.post(door(open_event), answers(seats=seats))
    assert (response.status_code, errors(response)) == (422, ["seats"])
    assert 'aria-invalid="true"' in response.content.decode()
    assert Registration.objects.count() == 0


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 10_000),
        ("name", "Zwei\nZeilen"),
        ("name", "Hi\x0b\x0bINJECTED"),
        ("name", "Glocke\x07"),
        ("email", "kein-at"),
        ("email", "a@b.de\r\nBcc: x@y.de"),
        ("email", "a@b.de,c@d.de"),
        ("email", "a" * 100_000 + "@"),
        ("institution", "x" * 151),
        ("institution", "Feld\x1cgrenze"),
        ("note", "x" * 501),
        ("target_group", ""),
        ("target_group", "alien"),
        ("consent", ""),
    ],
)
def test_input_that_makes_no_sense_is_refused_beside_its_field(client, open_event, field, value):
    response = client.post(door(open_event), answers(**{field: value}))
    assert (response.status_code, errors(response)) == (422, [field])
    assert (Registration.objects.count(), ProcrastinateJob.objects.count()) == (0, 0)


def test_refused_form_keeps_what_was_typed(client, open_event):
    page = client.post(door(open_event), answers(seats="0", note="Bitte vorn sitzen")).content.decode()
    assert 'value="Bitte vorn sitzen"' in page
    assert 'value="Łukasz Ó Briain"' in page


def test_names_are_composed_and_lose_what_turns_the_reading_direction(client, open_event):
    client.post(door(open_event), answers(name="Rene\u0301 \u202egnp\u202c \u200bZero 🧪"))
    assert Registration.objects.get().name == "René gnp Zero 🧪"


@pytest.mark.parametrize("text", ["<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>', "{{7*7}}", "${7*7}"])
def test_markup_in_a_name_is_shown_as_text(client, open_event, text):
    response = client.post(door(open_event), answers(name=text, note=text), follow=True)
    assert text not in response.content.decode().replace("{{7*7}}", "").replace("${7*7}", "") or "<" not in text
    assert Registration.objects.get().name == text


def test_script_that_was_never_shown_the_question_of_origin_counts_as_other(client, open_event):
    said = answers()
    del said["target_group"]
    assert client.post(door(open_event), said).status_code == 303
    assert Registration.objects.get().target_group == "other"


def test_two_values_for_seats_leave_seats_and_price_in_agreement(client, make_event, publish):
    event = make_event(fee=Decimal("10"))
    publish(event)
    client.post(door(event), answers(seats=["1", "5"]))
    one = Registration.objects.get()
    assert (one.seats, one.amount) == (5, Decimal("50"))


def test_pressing_twice_makes_one_registration(client, open_event):
    form = hidden(client.get(door(open_event)), "submission")
    first = client.post(door(open_event), answers(submission=form))
    second = client.post(door(open_event), answers(submission=form))
    assert (first["Location"], second.status_code) == (second["Location"], 303)
    assert Registration.objects.count() == 1


def test_form_sent_again_with_other_details_is_refused_once_and_then_taken(client, open_event):
    form = str(uuid4())
    client.post(door(open_event), answers(submission=form))
    again = client.post(door(open_event), answers(submission=form, email="b@example.org"))
    assert again.status_code == 409
    fresh = hidden(again, "submission")
    assert fresh != form
    assert client.post(door(open_event), answers(submission=fresh, email="b@example.org")).status_code == 303


def test_second_registration_of_an_address_sends_the_link_to_its_owner_only(client, open_event):
    """Known and unknown addresses are answered alike: only the letter tells."""
    first = told(client.post(door(open_event), answers()), client)
    again = told(client.post(door(open_event), answers(email="Lukasz@Example.ORG", name="Neugierig")), client)
    assert again == first
    assert "Bitte schauen Sie in Ihr Postfach" in first[-1].decode()
    assert b"meine-anmeldung" not in first[-1]
    assert Registration.objects.get().name == "Łukasz Ó Briain"
    kinds = [job.args["kind"] for job in ProcrastinateJob.objects.order_by("id")]
    assert kinds[-1] == "events.link_again"


def test_every_look_through_the_seat_meter_is_told_to_the_mailbox_and_there_are_few(client, open_event, monkeypatch):
    """Decision 11: the meter moves for an unknown address only. Whoever tries that out writes to its owner."""
    monkeypatch.setattr(limits, "PER_MAILBOX", 2)
    moved, answers_ = [], []
    for _ in range(3):
        before = Event.objects.get().seats_taken
        answers_.append(client.post(door(open_event), answers()).status_code)
        moved.append(Event.objects.get().seats_taken > before)
    assert (moved, answers_) == ([True, False, False], [303, 303, 429])
    kinds = ProcrastinateJob.objects.filter(args__reader=None).order_by("id").values_list("args__kind", flat=True)
    assert [kind for kind in kinds if kind in {"events.registered", "events.link_again"}] == [
        "events.registered",
        "events.link_again",
    ]


def test_what_is_refused_is_refused_to_known_and_unknown_addresses_alike(client, make_event, publish):
    """Else a false price, a full session or a voucher that is none would ask who is registered."""
    event = make_event(fee=Decimal("49.90"))
    publish(event)
    client.post(door(event), answers())
    for more in ({"shown_fee": "1.00"}, {"seats": "10000"}, {"target_group": "x"}):
        known, unknown = (
            client.post(door(event), answers(email=email, **more))
            for email in ("lukasz@example.org", "somebody@example.org")
        )
        assert known.status_code == unknown.status_code == 422


def test_price_that_changed_between_view_and_press_is_shown_before_it_counts(client, make_event, publish):
    event = make_event(fee=Decimal("49.90"))
    publish(event)
    shown = hidden(client.get(door(event)), "shown_fee")
    Event.objects.filter(pk=event.pk).update(fee=Decimal("59.90"))
    refused = client.post(door(event), answers(shown_fee=shown))
    assert refused.status_code == 422
    assert "119,80" in refused.content.decode()
    assert Registration.objects.count() == 0
    client.post(door(event), answers(shown_fee=hidden(refused, "shown_fee")))
    assert Registration.objects.get().amount == Decimal("119.80")


def test_button_for_a_fee_says_that_it_costs(client, make_event, publish):
    free, paid = make_event(), make_event(fee=20)
    publish(free), publish(paid)

    def button(event, language):
        page = client.get(door(event, language)).content.decode()
        return re.search(r'<div class="form-actions">.*?<button[^>]*>([^<]*)</button>', page, re.S)[1].strip()

    assert button(free, "de") == "Anmelden"
    assert button(paid, "de") == "zahlungspflichtig bestellen"
    assert button(paid, "en") == "order with obligation to pay"


def test_group_larger_than_the_event_is_refused_with_the_number(client, make_event, publish):
    event = make_event(capacity=3)
    publish(event)
    response = client.post(door(event), answers(seats="4"))
    assert (response.status_code, errors(response)) == (422, ["seats"])


def test_full_event_offers_the_waiting_list(client, make_event, publish, guest):
    event = make_event(capacity=1)
    publish(event)
    guest(event)
    assert "Auf die Warteliste" in client.get(door(event)).content.decode()
    client.post(door(event), answers(seats="1"))
    mine = Registration.objects.get(email="lukasz@example.org")
    page = client.get(mine.get_absolute_url()).content.decode()
    assert "Sie stehen auf der Warteliste." in page
    assert "Sie stehen auf Platz 1." in page


def test_events_that_take_nobody_say_why(client, make_event, publish, now):
    cases = {
        "Anmeldung geschlossen": make_event(registration_closes_at=now - timedelta(hours=1)),
        "Diese Veranstaltung ist vorbei.": make_event(starts_at=now - timedelta(days=2)),
        "Nur auf Einladung": make_event(admission="invitation"),
        "Anmeldung ab": make_event(registration_opens_at=now + timedelta(days=1)),
        "Veranstaltung anderer": make_event(external_url="https://example.org/"),
    }
    for words, event in cases.items():
        publish(event)
        page = client.get(door(event))
        assert (page.status_code, words in page.content.decode()) == (200, True)
        assert client.post(door(event), answers()).status_code == 409
    assert Registration.objects.count() == 0


def test_events_without_a_public_page_do_not_exist(client, event):
    assert client.get(door(event)).status_code == 404
    assert client.get(f"/de/anmeldung/{10**20}/").status_code == 404


def test_form_and_own_page_cost_few_queries(client, open_event, guest, django_assert_max_num_queries):
    one = guest(open_event)
    for path in (door(open_event), one.get_absolute_url()):
        client.get(path)
        with django_assert_max_num_queries(10):
            client.get(path)
