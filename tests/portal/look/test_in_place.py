"""One address, two answers: the whole page to people, its list to the script that swaps it."""

import pytest

from home.pages import DirectoryPage, NewsIndexPage

PART = {"HX-Request": "true", "HX-Request-Type": "partial"}
BACK = {"HX-Request": "true", "HX-Request-Type": "full"}


@pytest.fixture(params=[NewsIndexPage, DirectoryPage])
def address(request, site_tree):
    page = request.param(title="Liste", slug="liste", locale=site_tree.de.locale)
    site_tree.de.add_child(instance=page)
    page.save_revision().publish()
    return page.url


def test_people_get_the_page_with_the_list_inside(client, address):
    page = client.get(address).content.decode()
    assert page.count('id="found"') == 1
    assert page.count("<h1") == 1


def test_script_gets_the_list_alone(client, address):
    part = client.get(address, headers=PART).content.decode()
    assert "<html" not in part
    assert 'id="found"' not in part
    assert 'role="status"' in part


def test_the_list_is_the_same_for_both(client, address):
    whole = client.get(address).content.decode()
    part = client.get(address, headers=PART).content.decode()
    assert part.split("{% endcomment %}")[-1].strip() in whole


def test_going_back_asks_for_the_whole_page(client, address):
    assert "<html" in client.get(address, headers=BACK).content.decode()


def test_caches_keep_page_and_list_apart(client, address):
    assert "HX-Request-Type" in client.get(address)["Vary"]


def test_only_pages_that_change_in_place_load_the_script(client, address):
    assert "htmx-4" in client.get(address).content.decode()
    assert "htmx-4" not in client.get("/de/").content.decode()
