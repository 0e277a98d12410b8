"""Moving asks first: who will be told, in which words; who may not publish proposes."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.models import ModelLogEntry

from events import samples
from events.models import Event
from portal.accounts import groups
from portal.accounts.people import enroll
from portal.approvals.models import Proposal
from tests.events.staff.test_admin import save
from tests.events.staff.test_admin_rows import with_session

pytestmark = pytest.mark.django_db


def letters() -> list[str]:
    return sorted(
        ProcrastinateJob.objects.filter(args__kind__startswith="events.").values_list("args__kind", flat=True)
    )


@pytest.fixture
def role(client):
    """`role(groups.EDITORS)`: log in as one of the group."""

    def log_in(name: str):
        groups.grant()
        email = f"{name.lower()}@example.org"
        user = get_user_model().objects.filter(email=email).first() or enroll(email, staff_groups=(name,))
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return user

    return log_in


@pytest.fixture
def full(make_event, guest):
    """An event with two guests, whose letters of registration are gone."""
    event = make_event(capacity=5)
    guest(event), guest(event)
    ProcrastinateJob.objects.all().delete()
    return event


def seen(client, address: str) -> str:
    """What the page of a proposal says it shows."""
    return client.get(address).context["seen"]


def later(event: Event, days: int = 1) -> dict[str, str]:
    return {
        name: (timezone.localtime(getattr(event, name)) + timedelta(days=days)).strftime("%Y-%m-%d %H:%M")
        for name in ("starts_at", "ends_at")
    }


CHANGES = {
    "date": (later, ["events.moved"] * 2),
    "place": (lambda event: {"venue": "Neuer Saal"}, ["events.relocated"] * 2),
    "both": (lambda event: later(event) | {"venue": "Neuer Saal"}, ["events.replanned"] * 2),
}


@pytest.mark.parametrize("change", CHANGES)
def test_moving_asks_first_tells_the_number_and_shows_the_letter(client, role, full, change):
    role(groups.MODERATORS)
    changed, kinds = CHANGES[change]
    asked = save(client, full, **changed(full))
    page = asked.content.decode()
    assert asked.status_code == 200
    assert "2 Gäste" in page
    assert page.count("<iframe") == len(set(kinds))
    assert "Neuer Saal" in page or change == "date"
    assert letters() == []
    before = Event.objects.get(pk=full.pk)
    assert (before.starts_at, before.venue, before.sequence) == (full.starts_at, full.venue, full.sequence)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("tell", ["yes", "no"])
def test_move_and_tell_or_move_silently(client, role, full, change, tell):
    role(groups.MODERATORS)
    changed, kinds = CHANGES[change]
    assert save(client, full, **changed(full), tell=tell).status_code == 302
    after = Event.objects.get(pk=full.pk)
    assert after.sequence > full.sequence
    assert letters() == (sorted(kinds) if tell == "yes" else [])
    data = ModelLogEntry.objects.filter(action__in=["events.move", "events.relocate"]).values_list(
        "data__told", flat=True
    )
    assert set(data) == {tell == "yes"}


def test_back_shows_the_form_with_what_was_typed_and_saves_nothing(client, role, full):
    role(groups.MODERATORS)
    back = save(client, full, venue="Neuer Saal", tell="back")
    assert back.status_code == 200
    assert back.context["form"]["venue"].value() == "Neuer Saal"
    assert Event.objects.get(pk=full.pk).venue == full.venue
    assert letters() == []


def test_nobody_is_asked_where_nobody_would_be_told(client, role, event):
    role(groups.MODERATORS)
    assert save(client, event, **later(event)).status_code == 302
    assert Event.objects.get(pk=event.pk).starts_at == event.starts_at + timedelta(days=1)


def test_an_editor_moves_nothing_live_but_proposes_and_a_moderator_releases(client, role, full):
    editor = role(groups.EDITORS)
    assert save(client, full, **later(full), tell="yes").status_code == 302
    assert letters() == []
    assert Event.objects.get(pk=full.pk).starts_at == full.starts_at
    proposal = Proposal.objects.get()
    address = reverse("decide_proposal", args=[proposal.pk])
    assert client.get(address).status_code == 302
    assert client.post(address).status_code == 302
    assert Event.objects.get(pk=full.pk).starts_at == full.starts_at
    assert "wartet auf Freigabe" in client.get("/admin/").content.decode()
    moderator = role(groups.MODERATORS)
    assert address in client.get("/admin/").content.decode()
    page = client.get(address).content.decode()
    assert str(editor) in page
    assert "2 Schreiben" in page
    assert client.post(address, {"seen": seen(client, address)}).status_code == 302
    assert Event.objects.get(pk=full.pk).starts_at == full.starts_at + timedelta(days=1)
    assert letters() == ["events.moved"] * 2
    proposal.refresh_from_db()
    assert (proposal.state, proposal.decided_by) == ("released", moderator)
    assert client.post(address).status_code in {302, 404}
    assert letters() == ["events.moved"] * 2


def test_a_moderator_releases_silently_or_declines_with_a_reason(client, role, full):
    role(groups.EDITORS)
    save(client, full, **later(full))
    role(groups.MODERATORS)
    address = reverse("decide_proposal", args=[Proposal.objects.get().pk])
    wrong = client.post(address, {"decline": "1", "reason": ""})
    assert wrong.status_code == 422
    assert client.post(address, {"silently": "1", "seen": seen(client, address)}).status_code == 302
    assert letters() == []
    role(groups.EDITORS)
    save(client, Event.objects.get(pk=full.pk), venue="Anderswo")
    role(groups.MODERATORS)
    address = reverse("decide_proposal", args=[Proposal.objects.get(state="open").pk])
    client.post(address, {"decline": "1", "reason": "Der Saal ist kleiner."})
    assert Event.objects.get(pk=full.pk).venue == full.venue
    role(groups.EDITORS)
    assert "Der Saal ist kleiner." in client.get("/admin/").content.decode()


def test_date_place_and_agenda_changed_in_one_save_tell_everybody_once(client, role, full):
    """Who has chosen the part of the agenda that moved gets no second letter: the first names their parts."""
    role(groups.MODERATORS)
    part = samples.session(full, room="E 12")
    full.registrations.first().session_seats.create(session=part)
    assert save(client, full, tell="yes", **with_session(part, room="E 13")).status_code == 302
    assert letters() == ["events.rearranged"]
    ProcrastinateJob.objects.all().delete()
    save(client, Event.objects.get(pk=full.pk), tell="yes", venue="Neuer Saal", **with_session(part, room="E 14"))
    assert letters() == ["events.relocated"] * 2


def test_an_editor_changes_a_draft_at_once_and_calls_off_nothing(client, role, event):
    role(groups.EDITORS)
    assert save(client, event, venue="Neuer Saal").status_code == 302
    assert Event.objects.get(pk=event.pk).venue == "Neuer Saal"
    assert client.post(reverse("events_call_off", args=[event.pk])).status_code == 302
    assert not Event.objects.get(pk=event.pk).is_cancelled


@pytest.mark.parametrize(
    "label", ["home.funder", "home.person", "home.project", "home.section", "accounts.fieldofwork"]
)
@pytest.mark.parametrize("other", ["coaching.programme", "coaching.topic", "coaching.coach", "events.eventformat"])
def test_every_live_fact_is_proposed(label, other):
    """The views of all facts come from one place."""
    from django.apps import apps

    from portal.approvals.proposing import ProposingEditView

    for name in (label, other):
        assert issubclass(apps.get_model(name).snippet_viewset.edit_view_class, ProposingEditView)
