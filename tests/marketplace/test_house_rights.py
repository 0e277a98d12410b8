"""What people may do for their institution in the marketplace: every row of the table, in every role, over HTTP; and
nobody accepts their own request alone."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from marketplace.models import Listing, Order
from marketplace.orders import paying
from marketplace.orders import verbs as ordering
from marketplace.orders.bargain import LineSaid
from marketplace.refusals import OwnRequest, OwnTerms
from portal.accounts.kinds import Role
from portal.payments.models import Payment
from portal.rights import HOUSE_ROLES, HouseRight
from tests.marketplace.making import draft, institution, member, person, place, released

pytestmark = pytest.mark.django_db
STRANGER = "stranger"


@pytest.fixture
def house():
    """An institution with one person in each role, what it offers, what was asked of it and what one of it asked."""
    owner, other, now = institution(), institution("other"), timezone.now()
    day = timezone.localdate() + timedelta(days=9)
    ahead = {"start": f"{day} 10:00", "end": f"{day} 12:00", "now": now}
    people = {role: member(owner, f"{role}@owner.example", role=role) for role in Role.values}
    people[STRANGER] = member(institution("third"), "stranger@third.example")
    device, loan = released(now=now), released("loan", now=now)
    theirs = released(owner=other, now=now)
    asked, run = place(device, **ahead), place(device, **ahead | {"start": f"{day} 14:00", "end": f"{day} 15:00"})
    ordering.accept(run, by=None, now=now)
    Order.objects.filter(pk=run.pk).update(period=(now - timedelta(hours=2), now - timedelta(hours=1)))
    colleague = member(owner, "colleague@owner.example", role=Role.MEMBER)
    placed = place(theirs, by=colleague, institution=owner, **ahead)
    proposed = place(theirs, by=colleague, institution=owner, **ahead)
    ordering.propose(proposed, lines=[LineSaid(text="x", net=9)], by=member(other), now=now)
    bought = place(released("sale", now=now), by=person("buyer@example.org"), now=now)
    sketch = draft(now=now)
    return SimpleNamespace(**{name: value for name, value in locals().items() if name not in {"day", "ahead", "now"}})


def get(name, row):
    return lambda client, house: client.get(reverse(f"marketplace:{name}", args=[getattr(house, row).pk]))


def post(name, row, **said):
    return lambda client, house: client.post(reverse(f"marketplace:{name}", args=[getattr(house, row).pk]), said)


LINE = {"text_1": "Messung", "net_1": "5"}
EDIT = {"kind": "loan", "title": "Anders", "description": "Anders", "inventory_number": "1"}
DOORS = {
    HouseRight.ORDER: [get("my_order", "placed")],
    HouseRight.DRAFT_OFFERS: [get("edit", "sketch"), get("photos", "sketch")],
    HouseRight.SEE_REQUESTS: [get("my_order", "asked"), get("my_order", "bought")],
    HouseRight.DECLINE_REQUESTS: [post("decline", "asked", reason="Gesperrt")],
    HouseRight.CLOSE_THINGS: [
        get("keep", "device"),
        post("keep", "device", action="light", light="down", note="defekt"),
        post("keep", "loan", action="close", start="2030-01-01T08:00", end="2030-01-02T08:00", why="own_use"),
    ],
    HouseRight.ACT_FOR_COLLEAGUES: [
        post("cancel", "placed", reason="x"),
        post("propose", "placed", message="Geht es früher?"),
        post("confirm", "proposed"),
    ],
    HouseRight.ANSWER_REQUESTS: [
        post("accept", "asked"),
        post("propose", "asked", **LINE),
        post("complete", "run"),
        post("cancel", "bought", reason="x"),
    ],
    HouseRight.NOTE_MONEY: [post("paid", "bought"), post("paid_back", "bought")],
    HouseRight.KEEP_OFFERS: [
        get("edit", "device"),
        get("photos", "device"),
        post("withdraw", "loan"),
        post("extend", "loan"),
        post("keep", "device", action="tariff", unit="hour", net="5", vat="not_shown"),
        post("keep", "device", action="describe", name_de="LSM"),
        post("keep", "device", action="drop_tariff", number="1"),
    ],
    HouseRight.KEEP_MEMBERS: [
        lambda client, house: client.get(reverse("accounts:bank", args=[house.owner.slug])),
    ],
}


@pytest.mark.parametrize("right", HouseRight, ids=lambda right: right.name)
def test_each_row_opens_its_doors_to_its_roles_and_to_nobody_else(client, house, right):
    told = {}
    for number, door in enumerate(DOORS[right]):
        for role in (*HOUSE_ROLES, STRANGER):
            client.force_login(house.people[role])
            with transaction.atomic():
                told[number, role] = door(client, house).status_code
                transaction.set_rollback(True)
    wrong = {
        key: status
        for key, status in told.items()
        if (status == 404) == (key[1] in right.roles) or status not in {200, 302, 404}
    }
    assert wrong == {}


def test_a_manager_may_whatever_anybody_may():
    assert {right.name for right in HouseRight if Role.MANAGER not in right.roles} == set()
    assert set(Role.values) == set(HOUSE_ROLES)


@pytest.mark.parametrize(("role", "state"), [(Role.MEMBER, "draft"), (Role.SAFETY, "draft"), (Role.DESK, "submitted")])
def test_who_only_prepares_saves_a_draft_whichever_button_is_pressed(client, house, role, state):
    client.force_login(house.people[role])
    said = {"kind": "device", "title": "Neu", "description": "Neu", "institution": house.owner.pk, "action": "submit"}
    assert client.post(reverse("marketplace:offer") + "?kind=device", said).status_code == 302
    assert Listing.objects.get(texts__title="Neu", texts__language="de").state == state


def test_the_page_of_an_order_shows_the_buttons_of_the_role(client, house):
    shown = {}
    for role in HOUSE_ROLES[1:]:
        client.force_login(house.people[role])
        actions = client.get(house.asked.get_absolute_url()).context["actions"]
        shown[role] = {name for name in actions.__slots__ if getattr(actions, name)}
    answers = {"accept", "propose", "decline"}
    assert shown == {Role.DESK: answers, Role.SAFETY: {"decline"}, Role.MANAGER: answers}


def test_the_list_of_listings_leads_each_role_to_where_it_may_do_most(client, house):
    ends = {
        Role.MEMBER: house.device.get_absolute_url(),
        Role.DESK: reverse("marketplace:edit", args=[house.device.pk]),
    }
    ends[Role.SAFETY] = reverse("marketplace:keep", args=[house.device.pk])
    for role, address in ends.items():
        client.force_login(house.people[role])
        assert f'href="{address}"' in client.get(reverse("marketplace:my_listings")).content.decode(), role
        assert client.get(address).status_code == 200


# Four eyes.


def of_own_house(house, role=Role.MANAGER, **more):
    """An order that somebody of the house places on what the house offers itself."""
    return place(more.pop("listing", house.device), by=house.people[role], institution=house.owner, **ahead(), **more)


def ahead() -> dict:
    day = timezone.localdate() + timedelta(days=20)
    return {"start": f"{day} 10:00", "end": f"{day} 12:00", "now": timezone.now()}


@pytest.mark.parametrize("role", [Role.DESK, Role.MANAGER])
@pytest.mark.parametrize("kind", ["device", "loan", "sale", "gift", "space"])
def test_who_could_answer_is_confirmed_at_once_by_nobody(house, kind, role):
    listing = released(kind, approval="instant", now=timezone.now())
    order = of_own_house(house, role, listing=listing)
    assert (order.state, bool(ordering.why_not_at_once(order)), order.holds.count()) == ("requested", True, 0)
    other = Role.MANAGER if role == Role.DESK else Role.DESK
    assert ordering.accept(order, by=house.people[other]).state in {"accepted", "awaiting_payment"}


def test_who_could_not_answer_is_confirmed_at_once_like_everybody(house):
    listing = released(approval="instant", now=timezone.now())
    assert of_own_house(house, Role.MEMBER, listing=listing).state == "accepted"


def test_nobody_accepts_their_own_request_over_http_either(client, house):
    order = of_own_house(house)
    client.force_login(house.people[Role.MANAGER])
    page = client.get(order.get_absolute_url())
    assert not page.context["actions"].accept
    client.post(reverse("marketplace:accept", args=[order.pk]))
    assert Order.objects.get(pk=order.pk).state == "requested"


def test_nobody_proposes_to_themselves_and_confirms_it(house):
    order, me = of_own_house(house), house.people[Role.MANAGER]
    order = ordering.propose(order, lines=[], message="Umsonst bitte", by=me)
    assert (order.state, order.proposals.last().side) == ("requested", "orderer")
    with pytest.raises(OwnRequest):
        ordering.accept(order, by=me)


def test_nobody_agrees_to_their_own_terms_for_a_colleague(house):
    """The house orders from itself: its desk may speak on either side, but not on both."""
    order, desk = of_own_house(house), house.people[Role.DESK]
    order = ordering.propose(order, lines=[LineSaid(text="x", net=1)], by=desk)
    with pytest.raises(OwnTerms):
        ordering.confirm(order, by=desk)
    assert ordering.confirm(order, by=house.people[Role.MANAGER]).state == "accepted"


def test_nobody_accepts_the_counter_proposal_that_they_made_for_the_other_side(house):
    both = member(house.other, house.people[Role.DESK].email)
    order = place(house.device, by=person("theirs@example.org"), institution=house.other, **ahead())
    ordering.propose(order, lines=[LineSaid(text="x", net=1)], by=house.people[Role.MANAGER])
    Order.objects.filter(pk=order.pk).update(state="requested")
    order.proposals.filter(side="owner").update(side="orderer", by=both)
    with pytest.raises(OwnTerms):
        ordering.accept(order, by=both)


def test_nobody_notes_their_own_money(house):
    order = of_own_house(house, listing=released("sale", now=timezone.now()))
    ordering.accept(order, by=house.people[Role.DESK])
    for verb in (paying.note_transfer, paying.note_refund):
        with pytest.raises(OwnRequest):
            verb(order, by=house.people[Role.MANAGER])
    assert paying.note_transfer(order, by=house.people[Role.DESK]).state == "accepted"


def test_who_cancels_what_they_ordered_themselves_is_not_the_seller(house):
    order = of_own_house(house, listing=released("sale", now=timezone.now()))
    ordering.accept(order, by=house.people[Role.DESK])
    paying.note_transfer(order, by=house.people[Role.DESK])
    ordering.cancel(order, by=house.people[Role.MANAGER])
    assert Payment.objects.for_purpose(order).get().cause == "own"
