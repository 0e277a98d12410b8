"""What a process remembers is as true as if it were read now; also what is undone, drafted or changed meanwhile."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import timezone
from time_machine import travel

from portal.accounts.models import Institution
from portal.accounts.samples import institution
from portal.caching import grounds, remember, stamps
from portal.caching.remember import remembered
from tests.portal.caching.remembering import empty_memory, names  # noqa: F401


@pytest.mark.django_db
def test_it_is_read_once_and_anew_when_it_has_changed(django_assert_num_queries):
    house = institution()
    first = remembered("names", names)
    with django_assert_num_queries(0):
        assert remembered("names", names) == first
    Institution.objects.filter(pk=house.pk).update(name="Anders")
    assert remembered("names", names) == ["Anders"]


@pytest.mark.django_db
def test_what_is_undone_is_not_remembered():
    house = institution()
    first = remembered("names", names)
    with transaction.atomic():
        Institution.objects.filter(pk=house.pk).update(name="Vielleicht")
        assert remembered("names", names) == ["Vielleicht"]
        transaction.set_rollback(True)
    assert remembered("names", names) == first


@pytest.mark.django_db
def test_each_request_gets_a_copy_and_asks_for_it_once():
    institution()
    first = remembered("names", names)
    first.append("mine")
    with grounds.watched():
        mine = remembered("names", names)
        assert "mine" not in mine
        assert remembered("names", names) is mine


@pytest.mark.django_db
def test_a_draft_is_drawn_and_not_kept(rf: RequestFactory):
    template = Template('{% load kept %}{% kept "card" one.pk %}{{ one.name }}{% endkept %}')
    house, request = institution(), rf.get("/")

    def page(one, **said) -> str:
        request.__dict__.update(said)
        with grounds.watched(stamps.moment()):
            Institution.objects.get(pk=house.pk)
            return template.render(Context({"one": one, "request": request}))

    draft = Institution(pk=house.pk, name="Entwurf")
    assert page(draft, is_preview=True) == "Entwurf"
    assert page(house, is_preview=False) == house.name
    assert page(draft, is_preview=False) == house.name
    assert page(draft, is_preview=True) == "Entwurf"


@pytest.mark.django_db
def test_memory_is_bounded_also_for_what_is_shared(monkeypatch):
    monkeypatch.setattr(remember, "_values", remember.Memory(2_000))
    institution()
    for number in range(100):
        remembered(f"names {number}", lambda: names() * 10, shared=True)
    assert len(remember._values._entries) < 20


@pytest.mark.django_db
def test_what_is_made_inside_of_something_else_stands_on_what_it_takes_from_memory():
    """The request has fetched it before, so that what is made inside asks no question about it."""
    house = institution()

    def page() -> str:
        with grounds.watched(stamps.moment()):
            remembered("names", names)
            return remembered("block", lambda: "; ".join(remembered("names", names)), shared=True)

    assert page() == house.name
    Institution.objects.filter(pk=house.pk).update(name="Anders")
    assert page() == "Anders"


@pytest.mark.django_db
def test_what_a_request_has_written_it_reads_anew():
    house = institution()
    with grounds.watched(stamps.moment()):
        assert remembered("names", names) == [house.name]
        Institution.objects.filter(pk=house.pk).update(name="Anders")
        assert remembered("names", names) == ["Anders"]


@pytest.mark.django_db
def test_who_reads_in_another_zone_leaves_nothing_for_the_others():
    def clock() -> str:
        return str(timezone.localtime(datetime(2026, 11, 30, 12, tzinfo=UTC)).hour)

    with timezone.override("Asia/Tokyo"):
        assert remembered("clock", clock) == "21"
    assert remembered("clock", clock) == "13"


@pytest.mark.django_db
def test_what_the_clock_has_turned_while_it_was_made_is_not_kept_beyond():
    """Begun a moment before the quarter, finished a moment after it."""
    begun = datetime(2026, 11, 30, 11, 59, 59, tzinfo=UTC)
    with travel(begun, tick=False) as clock:

        def slowly() -> int:
            hour = timezone.now().hour
            clock.move_to(begun + timedelta(seconds=2))
            return hour

        assert remembered("hour", slowly) == 11
        assert remembered("hour", slowly) == 12
