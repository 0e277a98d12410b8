"""Changes that wait: only what was changed counts, what others changed meanwhile is shown, who proposed is told."""

import pytest
from django.http import QueryDict
from django.urls import reverse
from wagtail.models import ModelLogEntry

from events import samples as evenings
from events.models import Event
from home import privacy as words
from home import samples
from home.models import Person
from portal.approvals import privacy, proposals
from portal.approvals.models import Proposal

pytestmark = pytest.mark.django_db
JANA = "jana@example.org"


@pytest.fixture
def person(db) -> Person:
    return samples.person(first_name="Jana", last_name="Berg", email=JANA, phone="0234 1", function_de="Leitung")


def as_user(client, user):
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def typed(client, person: Person, **changes) -> dict:
    """The whole form as the editor's browser sends it, with `changes`."""
    form = client.get(edit(person)).context["form"]
    said = {name: form[name].value() for name in form.fields}
    for name, rows in form.formsets.items():
        said |= {f"{name}-{key}": rows.management_form[key].value() for key in rows.management_form.fields}
    return {name: value for name, value in (said | changes).items() if value not in (None, False)}


def edit(person: Person) -> str:
    return reverse("wagtailsnippets_home_person:edit", args=[person.pk])


@pytest.fixture
def propose(client, person, editor):
    def proposed(**changes) -> Proposal | None:
        as_user(client, editor)
        assert client.post(edit(person), typed(client, person, **changes)).status_code == 302
        return Proposal.objects.filter(state="open").first()

    return proposed


def decide(client, moderator, proposal, **said):
    address = reverse("decide_proposal", args=[proposal.pk])
    page = as_user(client, moderator).get(address)
    if not said.pop("is_seen", True):
        return page
    return client.post(address, {"seen": page.context.get("seen", "")} | said)


def test_only_what_was_changed_is_kept(propose, person):
    proposal = propose(phone="0234 99")
    assert proposal.said == {"phone": ["0234 99"]}
    assert proposal.before == {"phone": "0234 1"}
    person.refresh_from_db()
    assert person.phone == "0234 1"


def test_a_form_without_a_change_proposes_nothing(propose):
    assert propose() is None


def test_what_others_changed_meanwhile_stays(client, propose, person, moderator):
    proposal = propose(phone="0234 99")
    Person.objects.filter(pk=person.pk).update(first_name="Johanna", function_de="Sprecherin")
    decide(client, moderator, proposal)
    person.refresh_from_db()
    assert (person.phone, person.first_name, person.function_de) == ("0234 99", "Johanna", "Sprecherin")


def test_the_same_changed_by_others_is_shown_before_it_is_decided(client, propose, person, moderator):
    proposal = propose(phone="0234 99")
    assert "inzwischen geändert" not in decide(client, moderator, proposal, is_seen=False).content.decode()
    Person.objects.filter(pk=person.pk).update(phone="0234 55")
    shown = decide(client, moderator, proposal, is_seen=False).content.decode()
    for words_ in ("0234 55", "0234 99", "inzwischen geändert"):
        assert words_ in shown
    decide(client, moderator, proposal)
    person.refresh_from_db()
    assert person.phone == "0234 99"


def test_a_release_counts_for_what_was_seen_only(client, propose, person, moderator):
    proposal = propose(phone="0234 99")
    address = reverse("decide_proposal", args=[proposal.pk])
    seen = as_user(client, moderator).get(address).context["seen"]
    Person.objects.filter(pk=person.pk).update(phone="0234 55")
    answer = client.post(address, {"seen": seen}, follow=True)
    assert "während Sie gelesen haben" in answer.content.decode()
    person.refresh_from_db(), proposal.refresh_from_db()
    assert (person.phone, proposal.state) == ("0234 55", "open")


def test_what_is_gone_can_only_be_declined(client, propose, person, moderator):
    proposal = propose(phone="0234 99")
    Person.objects.filter(pk=person.pk).delete()
    page = decide(client, moderator, proposal, is_seen=False)
    assert (page.status_code, page.context["fits"]) == (200, False)
    decide(client, moderator, proposal)
    proposal.refresh_from_db()
    assert proposal.state == "open"
    decide(client, moderator, proposal, decline="1", reason="Ausgeschieden")
    proposal.refresh_from_db()
    assert proposal.state == "declined"


@pytest.mark.parametrize(
    ("said", "subject", "words_"),
    [
        ({}, "Freigegeben: Jana Berg", "Ihre Änderung"),
        ({"decline": "1", "reason": "Falsche Nummer"}, "Nicht", "Falsche"),
    ],
)
def test_who_proposed_gets_a_letter_with_the_reason(client, propose, moderator, post_office, said, subject, words_):
    decide(client, moderator, propose(phone="0234 99"), **said)
    (mail,) = [mail for mail in post_office() if "editor@example.org" in mail.to[0]]
    assert mail.subject.startswith(subject)
    assert words_ in mail.body
    assert "Mia Muster" in mail.body


def test_a_proposal_is_decided_once(client, propose, moderator):
    proposal = propose(phone="0234 99")
    decide(client, moderator, proposal)
    with pytest.raises(proposals.DecidedBefore):
        proposals.decline(proposal, reason="Doch nicht", by=moderator)
    with pytest.raises(proposals.DecidedBefore):
        proposals.release(proposal, seen="", by=moderator)
    assert ModelLogEntry.objects.filter(action="approvals.release").count() == 1


def test_the_list_shows_all_to_who_decides_and_their_own_to_the_others(client, propose, editor, moderator):
    proposal, address = propose(phone="0234 99"), reverse("proposals")
    decision = reverse("decide_proposal", args=[proposal.pk])
    assert decision in as_user(client, moderator).get(address).content.decode()
    shown = as_user(client, editor).get(address).content.decode()
    assert "Jana Berg" in shown
    assert decision not in shown
    Proposal.objects.update(proposed_by=moderator)
    assert "Jana Berg" not in as_user(client, editor).get(address).content.decode()


def test_the_export_holds_what_was_proposed(propose, editor):
    propose(phone="0234 99")
    (told,) = privacy.export(editor.email)["proposals"]
    assert (told["about"], told["typed"]) == ("Jana Berg", {"phone": ["0234 99"]})
    assert privacy.export(JANA) == {}


def test_an_erased_person_stands_in_no_proposal(propose, person, editor):
    propose(phone="0234 99")
    words.erase(JANA)
    assert not Proposal.objects.exists()


def test_a_proposal_that_names_the_address_goes(propose):
    propose(email="jana@bücher.example")
    assert "jana@bücher.example" in privacy.addresses()
    assert len(privacy.erase("jana@xn--bcher-kva.example")) == 1
    assert not Proposal.objects.exists()


def test_lists_that_nobody_touched_are_not_proposed(editor):
    """Their first value is no part of the page; another order of the same is no change."""
    event = evenings.event()
    Event.objects.filter(pk=event.pk).update(audience=["startup", "clinic"], languages=["de"])
    model = Event.snippet_viewset.get_edit_handler().bind_to_model(Event).get_form_class()
    row = Event.objects.get(pk=event.pk)
    said = QueryDict(mutable=True)
    said.setlist("audience", ["clinic", "startup"])
    said.setlist("languages", ["de"])
    sent = model(said, instance=row, for_user=editor)
    assert not {"audience", "languages"} & set(proposals._changed_fields(sent))
    said.setlist("languages", ["de", "en"])
    assert "languages" in proposals._changed_fields(model(said, instance=row, for_user=editor))
