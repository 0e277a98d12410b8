"""Each promise of the database has a sentence in both languages and its field; forms show it there."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Q
from django.urls import reverse
from django.utils import translation
from wagtail.snippets.models import get_snippet_models

from home import samples as facts
from home.models import Project, Section
from marketplace.models import Listing
from portal import sockets
from portal.database.promises import Check
from portal.letters.models import LetterText

PROMISES = sorted(
    (
        (model, promise)
        for app in sockets.ours()
        for model in app.get_models(include_auto_created=True)
        for promise in model._meta.constraints
    ),
    key=lambda pair: pair[1].name,
)
by_name = pytest.mark.parametrize(("model", "promise"), PROMISES, ids=[promise.name for _model, promise in PROMISES])

THEN = datetime(2026, 5, 4, 10, tzinfo=ZoneInfo("Europe/Berlin"))
BEFORE = THEN - timedelta(hours=1)
BACKWARDS = {"starts_at": THEN, "ends_at": BEFORE}
OVERSOLD = {"capacity": 1, "seats_taken": 2}
# For every check what breaks it.
BROKEN = {
    "an_erasure_is_released_by_another": {"kind": "erasure", "state": "done", "asked_by_id": 1, "decided_by_id": 1},
    "a_transfer_is_positive": {"amount": 0},
    "a_month_is_reopened_with_a_reason": {"reopened_at": THEN},
    "a_decided_withdrawal_knows_when": {"state": "carried_out"},
    "a_refused_withdrawal_has_a_reason": {"state": "refused"},
    "account_never_overdrawn": {"minutes_granted": 60, "minutes_taken": 61},
    "busy_time_ends_after_it_begins": BACKWARDS,
    "credit_never_overused": {"left": 2, "amount": 1},
    "consent_says_to_what": {"price": None, "day": None},
    "event_ends_after_it_begins": BACKWARDS,
    "only_staff_enter_without_email": {"email": "", "consent_version": "2026-11"},
    "event_fee_not_negative": {"fee": -1},
    "event_never_oversold": OVERSOLD,
    "event_says_until_when_cancelling_is_free": {"cancel_percent": 50, "cancel_days": None},
    "exclusive_order_has_a_period": {"exclusive": True, "period": None},
    "hold_has_a_piece": {"piece": 0},
    "hold_has_a_time": {"period": DateTimeTZRange(empty=True)},
    "hold_of_an_order_names_it": {"why": "order"},
    "image_has_alt_text_or_is_decoration": {"description": ""},
    "closed_month_begins_on_the_first": {"month": date(2026, 5, 2)},
    "correction_names_its_invoice": {"kind": "correction"},
    "invoice_adds_up": {"net": 5, "tax": 1, "gross": 7},
    "invoice_charges_something": {"net": 0, "tax": 0, "gross": 0},
    "issuer_has_a_tax_number": {"vat_id": "", "tax_number": ""},
    "line_total_not_negative": {"total": -1},
    "listing_has_a_quantity": {"quantity": 0},
    "listing_prices_are_not_negative": {"daily": -1},
    "offered_booking_has_a_deadline": {"state": "offered"},
    "order_ends_after_it_starts": {"period": DateTimeTZRange(empty=True)},
    "order_has_a_quantity": {"quantity": 0},
    "order_price_is_not_negative": {"price": -1},
    "payment_by_hand_is_part_of_what_went_back": {"by_hand": 1},
    "payment_on_a_linked_account_has_a_payee": {"session_account": "acct_1", "payee_id": None},
    "linked_account_ends_when_it_is_disconnected": {"state": "disconnected", "disconnected_at": None},
    "payment_owes_a_part_only": {"amount": 5, "owed": 5},
    "payment_gives_back_what_came": {"amount": 5, "refunded": 6},
    "payment_in_batch_is_part_of_what_leaves": {"in_batch": 1, "leaving": 0},
    "payment_part_is_less_than_all": {"received": 50, "amount": 50},
    "payment_is_positive": {"amount": 0},
    "programme_ends_after_it_begins": {"starts_on": date(2026, 5, 4), "ends_on": date(2026, 5, 3)},
    "programme_value_not_negative": {"hourly_value": -1},
    "project_ends_after_it_begins": {"starts_on": date(2026, 5, 4), "ends_on": date(2026, 5, 3)},
    "redemption_is_positive": {"amount": 0},
    "refund_is_released_by_another": {"proposed_by_id": 1, "released_by_id": 1},
    "registration_amount_not_negative": {"amount": -1},
    "registration_seats_in_range": {"seats": 0},
    "reminders_have_three_steps": {"step": 4},
    "resource_has_a_quantity": {"quantity": 0},
    "released_listing_knows_when": {"state": "released"},
    "settled_batch_knows_when": {"state": "confirmed"},
    "section_role_ends_after_it_begins": {"since": date(2026, 5, 4), "until": date(2026, 5, 3)},
    "session_ends_after_it_begins": BACKWARDS,
    "session_never_oversold": OVERSOLD,
    "slot_ends_after_it_begins": BACKWARDS,
    "slot_never_oversold": {"seats": 1, "seats_taken": 2},
    "slot_seats_in_range": {"seats": 0},
    "slot_span_holds_the_meeting": {
        "starts_at": BEFORE,
        "ends_at": THEN + timedelta(hours=1),
        "span": DateTimeTZRange(THEN, THEN + timedelta(hours=1)),
    },
    "tariff_not_negative": {"net": -1},
    "ticket_fee_not_negative": {"fee": -1},
    "ticket_never_oversold": OVERSOLD,
    "voucher_never_overused": {"used": 2, "max_uses": 1},
}
CHECKS = [(model, promise) for model, promise in PROMISES if isinstance(promise, Check)]


def _fields(model, promise) -> set[str]:
    """What the promise speaks of."""
    told = [promise.condition] if promise.condition else []
    told += [expression for expression, _operator in getattr(promise, "expressions", ())]
    named = {name for part in told if not isinstance(part, str) for name, *_ in model._get_expr_references(part)}
    return named | set(getattr(promise, "fields", ())) | {part for part in told if isinstance(part, str)}


@by_name
def test_it_has_a_sentence_in_both_languages_and_a_field(model, promise):
    with translation.override("de"):
        german = promise.get_violation_error_message()
    with translation.override("en"):
        english = promise.get_violation_error_message()
    assert german != english
    assert promise.name not in german + english
    model._meta.get_field(promise.beside)


def test_there_is_a_case_for_every_check():
    assert set(BROKEN) == {promise.name for _model, promise in CHECKS}


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "promise"), CHECKS, ids=[promise.name for _model, promise in CHECKS])
def test_what_breaks_it_is_told_beside_its_field(model, promise):
    with pytest.raises(ValidationError) as told:
        promise.validate(model, model(**BROKEN[promise.name]))
    assert told.value.message_dict == {promise.beside: [promise.get_violation_error_message()]}


@pytest.mark.django_db
def test_a_form_without_the_field_says_it_at_its_top():
    promise = Check(name="some", condition=Q(quantity__gte=1), beside="price", says="There is none.")
    with pytest.raises(ValidationError) as told:
        promise.validate(Listing, Listing(quantity=0), exclude={"price"})
    assert told.value.message_dict == {NON_FIELD_ERRORS: ["There is none."]}


@pytest.mark.django_db
def test_a_second_row_is_told_beside_its_field():
    LetterText.objects.create(kind="x", language="de")
    with pytest.raises(ValidationError) as told:
        LetterText(kind="x", language="de").validate_constraints()
    assert told.value.message_dict == {"language": ["Für dieses Schreiben gibt es in dieser Sprache schon einen Text."]}


def test_another_sentence_is_no_migration():
    for _model, promise in PROMISES:
        path, _args, told = promise.deconstruct()
        assert path.startswith("django.")
        assert not {"beside", "says", "violation_error_message"} & set(told)
        twin = promise.clone()
        assert twin == promise
        assert twin.violation_error_message is promise.violation_error_message


def _forms():
    """Every form of a fact in the administration, and those of the rows below it."""
    for model in get_snippet_models():
        if handler := model.snippet_viewset.get_edit_handler():
            form = handler.get_form_class()
            yield form
            yield from (rows.form for rows in getattr(form, "formsets", {}).values())


@pytest.mark.django_db
def test_whatever_a_form_can_break_has_its_field_there():
    found = 0
    for form in _forms():
        model = form._meta.model
        for promise in model._meta.constraints:
            if _fields(model, promise) <= set(form.base_fields):
                found += 1
                assert promise.beside in form.base_fields, (form, promise.name)
    assert found > 5


@pytest.mark.django_db
def test_a_project_that_ends_too_early_says_so_beside_its_end(admin_client):
    said = {"acronym": "X", "title_de": "X", "title_en": "X", "starts_on": "2026-05-04", "ends_on": "2026-05-03"}
    empty = {
        f"{rows}-{n}": 0 for rows in ("funding", "partners", "work_packages") for n in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    answer = admin_client.post(reverse(Project.snippet_viewset.get_url_name("add")), said | empty)
    assert answer.context["form"].errors == {"ends_on": ["Das Ende darf nicht vor dem Beginn liegen."]}
    assert "project_ends_after_it_begins" not in answer.content.decode()


@pytest.mark.django_db
def test_a_row_says_it_beside_its_own_field(admin_client):
    section = facts.section()
    row = {"function": "member", "since": "2026-05-04", "until": "2026-05-03", "id": "", "ORDER": 1}
    said = {"name_de": "A", "name_en": "A", "slug": section.slug, "roles-TOTAL_FORMS": 1, "roles-INITIAL_FORMS": 0}
    said |= {f"roles-0-{name}": value for name, value in row.items()} | {"accent": section.accent}
    address = reverse(Section.snippet_viewset.get_url_name("edit"), args=[section.pk])
    answer = admin_client.post(address, said)
    told = answer.context["form"].formsets["roles"].errors[0]
    assert told["until"] == ["Das Ende darf nicht vor dem Beginn liegen."]
