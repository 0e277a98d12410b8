"""What a process remembers is as true as if it were read now; also what is undone, drafted or changed meanwhile."""

import pytest
from django.db import transaction
from django.template import Context, Template
from django.test import RequestFactory

from portal.accounts.models import Institution
from portal.accounts.samples import institution
from portal.caching import grounds, remember, stamps
from portal.caching.remember import remembered


@pytest.fixture(autouse=True)
def empty_memory(monkeypatch):
    monkeypatch.setattr(remember, "_values", remember.Memory(1_000_000))
    stamps.tables.cache_clear()


def names() -> list[str]:
    return list(Institution.objects.order_by("pk").values_list("name", flat=True))


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
