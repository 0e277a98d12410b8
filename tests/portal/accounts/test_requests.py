"""The data of a person: found, exported, erased by two; who asked and who released stays on record."""

import json

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from portal import persons
from portal.accounts import groups, tasks
from portal.accounts.models import PersonRequest, User
from portal.accounts.people import enroll
from portal.accounts.requests import verbs
from portal.retention import Stays

pytestmark = pytest.mark.django_db
EMAIL = "ada@example.org"


@pytest.fixture
def staff(db):
    """`staff("Moderators", "mia")`: an account of the group."""
    groups.grant()
    return lambda role, name: enroll(f"{name}@example.org", staff_groups=(role,), first_name=name.title())


@pytest.fixture
def mia(staff):
    return staff(groups.MODERATORS, "mia")


@pytest.fixture
def root(staff):
    return staff(groups.ADMINISTRATORS, "root")


@pytest.fixture
def asked(ada, mia) -> PersonRequest:
    return verbs.ask(EMAIL, reason="Brief vom 3. Mai", by=mia)


def page(client, user, name, *args, **said):
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    address = reverse(name, args=args)
    return client.post(address, said) if said else client.get(address)


def test_a_second_person_releases_and_the_record_tells_what_went(asked, root, ada):
    lines = verbs.release(asked, by=root)
    asked.refresh_from_db()
    assert not User.objects.filter(email=EMAIL).exists()
    assert (asked.state, asked.decided_by, asked.whose, asked.reason) == ("done", root, "", "")
    assert [one["line"] for one in asked.told] == lines
    assert EMAIL not in json.dumps(asked.told)


def test_nobody_releases_what_they_asked_for_nor_their_own_account(asked, mia, root):
    with pytest.raises(verbs.SecondPerson):
        verbs.release(asked, by=mia)
    own = verbs.ask(root.email, reason="Brief", by=mia)
    with pytest.raises(verbs.OwnAccount):
        verbs.release(own, by=root)
    assert User.objects.filter(email__in=[EMAIL, root.email]).count() == 2


def test_the_database_holds_that_two_are_needed(asked, mia):
    with pytest.raises(IntegrityError, match="an_erasure_is_released_by_another"), transaction.atomic():
        PersonRequest.objects.filter(pk=asked.pk).update(state="done", decided_by=mia)


def test_one_request_waits_for_an_address_however_it_is_spelled(asked, root):
    with pytest.raises(verbs.AskedBefore):
        verbs.ask("ADA@Example.org", reason="Noch ein Brief", by=root)
    with pytest.raises(verbs.NothingHeld):
        verbs.ask("stranger@example.org", reason="Brief", by=root)


DECIDED = {
    "released": lambda asked, root, mia: verbs.release(asked, by=root),
    "declined": lambda asked, root, mia: verbs.decline(asked, answer="Nein", by=root),
    "withdrawn": lambda asked, root, mia: verbs.withdraw(asked, by=mia),
}


@pytest.mark.parametrize("first", DECIDED)
@pytest.mark.parametrize("second", DECIDED)
def test_what_is_decided_stays_decided(asked, root, mia, first, second):
    DECIDED[first](asked, root, mia)
    with pytest.raises(verbs.DecidedBefore):
        DECIDED[second](asked, root, mia)
    assert User.objects.filter(email=EMAIL).exists() == (first != "released")


def test_only_who_asked_takes_it_back(asked, root):
    with pytest.raises(verbs.NotYours):
        verbs.withdraw(asked, by=root)


def test_every_deed_stands_in_the_log_without_the_address(asked, root, mia, ada):
    verbs.export(EMAIL, reason="Brief", by=root)
    verbs.decline(asked, answer="Nein", by=root)
    verbs.withdraw(verbs.ask(EMAIL, reason="Brief", by=mia), by=mia)
    verbs.release(verbs.ask(EMAIL, reason="Brief", by=mia), by=root)
    entries = ModelLogEntry.objects.filter(content_type__model="personrequest")
    done = {
        root: ("export_person", "decline_erasure", "release_erasure"),
        mia: ("withdraw_erasure", *["ask_erasure"] * 3),
    }
    expected = sorted((f"accounts.{deed}", who.email) for who, deeds in done.items() for deed in deeds)
    assert sorted(entries.values_list("action", "user__email")) == expected
    assert not [entry for entry in entries if EMAIL in f"{entry.label} {entry.data}"]


def test_the_export_is_a_file_with_everything_and_its_reason_is_kept(client, ada, house, root):
    missing = page(client, root, "people_export", email=EMAIL, reason="")
    assert missing.status_code == 422
    told = page(client, root, "people_export", email=EMAIL, reason="Brief vom 3. Mai")
    assert told.headers["Content-Disposition"].startswith("attachment")
    assert told.json()["account"]["institutions"] == ["Zellschmiede"]
    assert PersonRequest.objects.get().reason == "Brief vom 3. Mai"
    assert page(client, root, "people_export", email="stranger@example.org", reason="Brief").status_code == 302


def test_a_moderator_finds_and_asks_but_takes_no_data_along(client, ada, mia):
    found = page(client, mia, "people_find", email="ADA@example.org").content.decode()
    assert "Konto" in found
    assert reverse("people_export") not in found
    assert page(client, mia, "people_export", email=EMAIL, reason="Brief").status_code == 302
    assert not PersonRequest.objects.exists()
    assert page(client, mia, "people_erase", email=EMAIL, reason="").status_code == 422
    assert page(client, mia, "people_erase", email=EMAIL, reason="Brief").status_code == 302
    assert PersonRequest.objects.get().is_open
    assert User.objects.filter(email=EMAIL).exists()


def test_who_asked_sees_what_will_go_and_no_button_to_release(client, asked, mia, root):
    mine = page(client, mia, "people_request", asked.pk).content.decode()
    assert "muss sie freigeben" in mine
    assert "endgültig löschen" not in mine
    assert "Name, Adresse, Passwort" in mine
    theirs = page(client, root, "people_request", asked.pk).content.decode()
    assert "endgültig löschen" in theirs
    assert page(client, mia, "people_request", asked.pk, release="1").status_code == 302
    assert User.objects.filter(email=EMAIL).exists()
    assert page(client, root, "people_request", asked.pk, release="1").status_code == 302
    assert not User.objects.filter(email=EMAIL).exists()
    assert "Name, Adresse, Passwort" in page(client, root, "people_request", asked.pk).content.decode()


def test_declining_needs_a_reason_and_taking_back_does_not(client, asked, root, mia):
    assert page(client, root, "people_request", asked.pk, decline="1", answer=" ").status_code == 422
    assert page(client, root, "people_request", asked.pk, decline="1", answer="Vertrag läuft").status_code == 302
    assert "Vertrag läuft" in page(client, mia, "people_request", asked.pk).content.decode()
    again = verbs.ask(EMAIL, reason="Brief", by=mia)
    page(client, mia, "people_request", again.pk, withdraw="1")
    again.refresh_from_db()
    assert again.state == "withdrawn"


def test_a_stranger_is_told_to_be_unknown_and_a_slip_of_the_keys_is_told(client, mia):
    assert "nichts gespeichert" in page(client, mia, "people_find", email="stranger@example.org").content.decode()
    assert page(client, mia, "people_find", email="ada@").status_code == 422


def test_the_first_page_shows_what_waits_to_those_who_release(client, asked, root, staff):
    address = reverse("people_request", args=[asked.pk])
    assert address in page(client, root, "wagtailadmin_home").content.decode()
    for role, name in ((groups.EDITORS, "edi"), (groups.FINANCE, "fine")):
        assert address not in page(client, staff(role, name), "wagtailadmin_home").content.decode()


def test_the_list_costs_the_same_however_long(client, asked, mia, django_assert_num_queries):
    page(client, mia, "people_find")
    with CaptureQueriesContext(connection) as first:
        page(client, mia, "people_find")
    for _ in range(3):
        verbs.export(EMAIL, reason="Brief", by=mia)
    with django_assert_num_queries(len(first)):
        page(client, mia, "people_find")


def test_proofs_go_with_the_end_of_the_third_year(asked, root):
    verbs.decline(asked, answer="Nein", by=root)
    year = timezone.now().year
    PersonRequest.objects.update(decided_at=timezone.now().replace(year=year - 3, month=1, day=2))
    tasks.forget_requests(0)
    assert PersonRequest.objects.exists()
    PersonRequest.objects.update(decided_at=timezone.now().replace(year=year - 4, month=12, day=30))
    tasks.forget_requests(0)
    assert not PersonRequest.objects.exists()


def test_what_stays_is_told_apart(ada):
    assert not [line for line in persons.erase(EMAIL, dry_run=True) if isinstance(line, Stays)]
