"""Ticket types, vouchers and questions are rows in the form of their event."""

import pytest
from django.urls import reverse
from django.utils.timezone import localtime

from events.models import Question, Registration, TicketType, Voucher
from tests.events.filling import save
from tests.events.reading import fresh, letters

pytestmark = pytest.mark.usefixtures("today")


def with_ticket(ticket, **changes):
    """What the form sends about one ticket type that exists."""
    said = {"id": ticket.pk, "name_de": "Normal", "name_en": "Normal", "fee": "0", "capacity": "", "ORDER": 1}
    rows = {f"ticket_types-0-{name}": value for name, value in (said | changes).items()}
    return {"ticket_types-TOTAL_FORMS": 1, "ticket_types-INITIAL_FORMS": 1} | rows


def test_tickets_are_built_in_the_form_of_the_event(client, staff, event):
    new = with_ticket(TicketType(), id="", name_de="Start-up", name_en="Start-up", fee="29.00")
    assert save(client, event, **new | {"ticket_types-INITIAL_FORMS": 0}).status_code == 302
    assert event.ticket_types.get().name_de == "Start-up"


def test_a_larger_contingent_moves_the_waiting_list(client, staff, event, guest):
    few = TicketType.objects.create(event=event, name_de="Normal", name_en="Normal", fee=0, capacity=1)
    guest(event, ticket_type=few)
    waits = guest(event, ticket_type=few)
    assert save(client, event, **with_ticket(few, capacity=2)).status_code == 302
    assert Registration.objects.get(pk=waits.pk).state == "confirmed"
    assert TicketType.objects.get().seats_taken == 2


def test_a_contingent_below_what_is_taken_is_refused(client, staff, event, guest):
    few = TicketType.objects.create(event=event, name_de="Normal", name_en="Normal", fee=0, capacity=3)
    guest(event, seats=2, ticket_type=few)
    answer = save(client, event, **with_ticket(few, capacity=1))
    assert answer.status_code == 200
    assert "„Normal“: 2 sind schon vergeben, weniger geht nicht." in answer.content.decode()
    assert TicketType.objects.get().capacity == 3


def test_a_ticket_that_people_hold_is_not_deleted(client, staff, event, guest):
    kept = TicketType.objects.create(event=event, name_de="Normal", name_en="Normal", fee=0)
    guest(event, ticket_type=kept)
    answer = save(client, event, **with_ticket(kept, DELETE="on"))
    assert answer.status_code == 200
    assert "kann nicht gelöscht werden" in answer.content.decode()
    assert TicketType.objects.count() == 1


def rows(part, *rows):
    """What the form sends about rows, the stored ones (with their pk as `id`) first."""
    stored = sum(bool(row.get("id")) for row in rows)
    said = {f"{part}-TOTAL_FORMS": len(rows), f"{part}-INITIAL_FORMS": stored}
    typed = {f"{part}-{i}-{name}": value for i, row in enumerate(rows) for name, value in row.items()}
    return said | typed


def question(one, **changes):
    said = {
        "id": one.pk,
        "kind": "text",
        "label_de": one.label_de,
        "label_en": "?",
        "purpose_de": "Planung",
        "ORDER": 1,
    }
    return said | {"shown_if": one.shown_if_id or ""} | changes


def coupon(one, **changes):
    said = {"id": one.pk or "", "code": one.code, "kind": "free", "value": "0", "max_uses": 1}
    return said | {"ticket_type": one.ticket_type_id or ""} | changes


def test_a_ticket_that_a_voucher_names_is_deleted_with_it_but_not_alone(client, staff, event):
    ticket = TicketType.objects.create(event=event, name_de="Normal", name_en="Normal")
    voucher = Voucher.objects.create(event=event, code="RUHR", ticket_type=ticket)
    gone = with_ticket(ticket, DELETE="on")
    answer = save(client, event, **gone, **rows("vouchers", coupon(voucher)))
    assert "kann nicht gelöscht werden" in answer.content.decode()
    assert save(client, event, **gone, **rows("vouchers", coupon(voucher, DELETE="on"))).status_code == 302
    assert not TicketType.objects.exists()


def test_a_question_with_a_follow_up_is_deleted_with_it_but_not_alone(client, staff, event):
    first = Question.objects.create(event=event, label_de="Essen?", label_en="?")
    then = Question.objects.create(event=event, label_de="Was?", label_en="?", shown_if=first)
    answer = save(client, event, **rows("questions", question(first, DELETE="on"), question(then)))
    assert "kann nicht gelöscht werden" in answer.content.decode()
    freed = rows("questions", question(first, DELETE="on"), question(then, shown_if=""))
    assert save(client, event, **freed).status_code == 302
    Question.objects.create(event=event, pk=first.pk, label_de="Essen?", label_en="?")
    Question.objects.filter(pk=then.pk).update(shown_if=first)
    both = rows("questions", question(first, DELETE="on"), question(then, shown_if=first.pk, DELETE="on"))
    assert save(client, event, **both).status_code == 302
    assert not Question.objects.exists()


def test_the_same_voucher_code_in_other_letters_is_refused_beside_its_row(client, staff, event):
    twice = rows("vouchers", coupon(Voucher(code="ruhr")), coupon(Voucher(code="RUHR ")))
    assert save(client, event, **twice).status_code == 200
    assert not Voucher.objects.exists()


def test_rows_point_only_at_rows_of_the_same_event(client, staff, make_event):
    here, there = make_event(), make_event()
    foreign = TicketType.objects.create(event=there, name_de="Fremd", name_en="Foreign")
    answer = save(client, here, **rows("vouchers", coupon(Voucher(code="RUHR", ticket_type=foreign))))
    assert (answer.status_code, Voucher.objects.count()) == (200, 0)
    assert "Fremd" not in client.get(reverse("wagtailsnippets_events_event:edit", args=[here.pk])).content.decode()


def with_session(part, **changes):
    """What the form sends about one part of the agenda that exists."""
    said = {"id": part.pk, "title_de": part.title_de, "title_en": part.title_en, "room": part.room, "capacity": ""}
    said |= {name: f"{localtime(getattr(part, name)):%Y-%m-%d %H:%M}" for name in ("starts_at", "ends_at")}
    rows = {f"sessions-0-{name}": value for name, value in (said | changes).items()}
    return {"sessions-TOTAL_FORMS": 1, "sessions-INITIAL_FORMS": 1} | rows


@pytest.mark.parametrize(
    ("changes", "told"), [({"room": "E 13"}, 1), ({"title_de": "Werkstatt"}, 0), ({}, 0)], ids=["room", "title", "none"]
)
def test_another_room_of_a_part_is_told_to_those_who_chose_it(client, staff, event, guest, session, changes, told):
    part = session(event, "Labor", room="E 12")
    chose = guest(event, sessions=[part])
    guest(event)
    # Where guests are told, the move is asked about first.
    asked = {"tell": "yes"} if told else {}
    assert save(client, event, **with_session(part, **changes), **asked).status_code == 302
    assert [one for one in letters() if one[0] == "rearranged"] == [("rearranged", chose.pk)] * told
    assert fresh(part).seats_taken == 1
