"""A canary registers, orders, pays, asks and is erased: afterwards no table knows it, but for vouchers."""

import base64
import json
from io import StringIO

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from wagtail.models import ModelLogEntry

from events.coaching.booking import verbs as coaching
from events.coaching.record import notes
from events.registration import verbs as registration
from events.registration.signup import Signup
from home.answers import views as join
from home.models import Answer, Person
from marketplace.models import Order
from marketplace.orders import verbs as ordering
from marketplace.orders.request import OrderRequest
from portal import persons
from portal.accounts import membership
from portal.accounts.models import Invitation, Membership, User
from portal.accounts.requests import verbs as requests
from portal.approvals import asking
from portal.payments import bookkeeping
from portal.payments.models import Payment
from portal.payments.states import PaymentState
from portal.withdrawals import verbs as withdrawing
from portal.withdrawals.verbs import Declaration

EMAIL, NAME = "kanarienvogel@example.org", "Kanariline Vogelsang"
PASSWORD = "correct horse battery"


def call(command: str, *args, **options) -> str:
    out = StringIO()
    call_command(command, *args, stdout=out, **options)
    return out.getvalue()


def everywhere(*needles: str) -> set[str]:
    """Tables with a row that tells one of `needles`, in any column; sessions are looked into."""
    with connection.cursor() as cursor:
        cursor.execute("select quote_ident(tablename) from pg_tables where schemaname = 'public'")
        tables = [name for (name,) in cursor.fetchall()]
        found = set()
        for table in tables:
            for needle in needles:
                # A row as text shows every column; bytea columns as hexadecimal digits.
                cursor.execute(
                    f"select exists (select 1 from {table} t where t::text ilike %s or t::text ilike %s)",
                    [f"%{needle}%", f"%{needle.encode().hex()}%"],
                )
                if cursor.fetchone()[0]:
                    found.add(table)
    told = "".join(json.dumps(session.get_decoded(), default=str) for session in Session.objects.all())
    encoded = base64.b64encode(EMAIL.encode()).decode().rstrip("=")
    return found | ({"django_session"} if EMAIL in told or encoded in told else set())


def register(event, **more):
    said = {"name": NAME, "email": EMAIL, "target_group": "sme", "language": "de", "consent_version": "1"}
    return registration.register(event, Signup(**said, note=f"Von {NAME}", **more))


@pytest.fixture
def canary(client, world) -> User:
    """Leaves a trace wherever a person can."""
    client.post(
        "/de/konto/signup/",
        {"email": EMAIL, "password1": PASSWORD, "first_name": "Kanariline", "last_name": "Vogelsang"},
    )
    user = User.objects.get(email=EMAIL)
    user.emailaddress_set.update(verified=True)
    client.post("/de/konto/login/", {"login": EMAIL, "password": PASSWORD})
    said = {"target_group": "other", "language": "de", "note": f"Bitte an {EMAIL}"}
    start = timezone.localtime(world.order.starts_at) + timezone.timedelta(days=1)
    asked = OrderRequest(by=user, start=start, end=start + timezone.timedelta(hours=2), **said)
    ordering.place(world.device, asked)
    register(world.free, user=user)
    paid = register(world.paid)
    bookkeeping.receive_transfer(Payment.objects.for_purpose(paid).get(), by=world.users["finance"])
    membership.invite(world.a, email=EMAIL, role="member", by=world.users["manager_a"])
    Membership.objects.create(user=user, institution=world.b, role="member")
    join.keep(world.pages["join"], said={"name": NAME, "post": EMAIL, "text": "Hallo"})
    asking.ask(world.submitted, name=NAME, email=EMAIL, language="de", by=world.users["moderator"])
    told = {"name": NAME, "about": f"Von {NAME}", "stage": "idea", "language": "de", "consent_version": "1"}
    booked = coaching.book(world.coaching.slot, email=EMAIL, startup="Flug GmbH", user=user, **told)
    notes.write_note(booked, author="client", text=f"Vertraulich von {NAME}")
    declared = Declaration(name=NAME, contract="TP-999999", email=EMAIL, language="de")
    withdrawing.receive(declared)
    Person.objects.create(first_name="Kanariline", last_name="Vogelsang", email=EMAIL)
    requests.export(EMAIL, reason=f"{NAME} hat geschrieben.", by=world.users["root"])
    asked = requests.ask(EMAIL, reason=f"{NAME} hat angerufen.", by=world.users["moderator"])
    requests.decline(asked, answer=f"{NAME} hat es sich anders überlegt.", by=world.users["root"])
    requests.ask(EMAIL, reason=f"{NAME} hat wieder angerufen.", by=world.users["moderator"])
    return user


def test_the_scan_finds_the_canary_in_every_place(canary):
    assert everywhere(EMAIL, NAME, "Vogelsang") >= {
        "accounts_user",
        "accounts_invitation",
        "accounts_personrequest",
        "approvals_approval",
        "account_emailaddress",
        "django_session",
        "coaching_booking",
        "coaching_note",
        "events_registration",
        "home_answer",
        "home_person",
        "marketplace_order",
        "payments_payment",
        "withdrawals_withdrawal",
    }


def test_the_export_holds_everything_of_the_canary_and_nothing_of_others(canary, world):
    held = json.loads(call("export_person", EMAIL.upper()))
    assert set(held) == {
        *(
            "account",
            "invitations",
            "payments",
            "answers",
            "contact_entries",
            "registrations",
            "orders",
            "approvals",
            "coaching",
            "letters",
            "person_requests",
            "withdrawals",
        ),
    }
    assert len(persons.parts(held)) == len(held)
    assert len(held["registrations"]) == 2
    assert held["registrations"][0]["consent_version"] == "1"
    assert len(held["orders"]) == len(held["payments"]) == 1
    told = json.dumps(held)
    assert EMAIL in told
    for other in (*world.users.values(), world.guest, world.payer):
        assert other.email not in told


def test_nothing_is_exported_of_a_stranger(world):
    assert json.loads(call("export_person", "stranger@example.org")) == {}


def test_erasing_leaves_the_canary_in_no_table_but_vouchers_and_proofs(canary, world):
    told = call("erase_person", EMAIL)
    assert everywhere(EMAIL, NAME, "Vogelsang") == {"payments_payment", "withdrawals_withdrawal"}
    kept = Payment.objects.get(payer_email=EMAIL)
    assert kept.state == PaymentState.REFUND_DUE
    assert f"{kept.reference}: kept as a voucher (§ 147 AO) until the end of {kept.paid_at.year + 8}" in told
    assert "Contact entry" in told


def test_erasing_gives_seats_and_devices_back_and_keeps_the_evidence(canary, world):
    taken = world.free.seats_taken
    call("erase_person", EMAIL)
    world.free.refresh_from_db()
    assert world.free.seats_taken == world.free.registrations.holding().count()
    assert world.free.seats_taken <= max(taken, 1)
    gone = world.free.registrations.get(name="–")
    assert (gone.state, gone.target_group, gone.seats) == ("cancelled", "sme", 1)
    order = Order.objects.get(name="–")
    assert (order.state, order.orderer, order.target_group) == ("cancelled", None, "other")
    call("check_invariants")


def test_no_letter_goes_to_an_erased_person(canary, world, post_office):
    call("erase_person", EMAIL)
    post_office()
    assert not [one for one in mail.outbox if "erased.example" in "".join(one.to)]


def test_others_stay_as_they_were(canary, world):
    call("erase_person", EMAIL)
    assert world.free.registrations.get(email="guest@example.org").name.startswith("Gast")
    assert User.objects.get(email="person@example.org").is_active
    assert Invitation.objects.get().email == "new@example.org"


def test_a_dry_run_changes_nothing(canary, world):
    before = everywhere(EMAIL)
    assert "Dry run" in call("erase_person", EMAIL, dry_run=True)
    assert everywhere(EMAIL) == before
    assert Answer.objects.exists()


def test_erasing_twice_is_quiet(canary, world):
    call("erase_person", EMAIL)
    again = call("erase_person", EMAIL)
    assert [line.split(":")[1].split()[0] for line in again.splitlines()] == ["kept", "kept"]


def test_the_erased_cannot_log_in(canary, world, client):
    call("erase_person", EMAIL)
    client.post("/de/konto/login/", {"login": EMAIL, "password": PASSWORD})
    assert "_auth_user_id" not in client.session


def test_order_of_an_institution_goes_on_without_its_person(world):
    call("erase_person", "member_b@example.org")
    order = Order.objects.get(pk=world.purchase.pk)
    assert (order.state, order.name, order.orderer) == ("awaiting_payment", "–", None)


def test_what_staff_looked_for_is_in_no_log(world, as_):
    as_("root").get(f"/admin/snippets/events/registration/?q={EMAIL}&export=csv")
    assert ModelLogEntry.objects.filter(action="events.export").count() == 1
    assert everywhere("kanarienvogel") == set()
