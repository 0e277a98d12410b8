"""The small page that partners put into their own web sites."""

import pytest
from django.urls import reverse
from django.utils import translation
from time_machine import travel


@pytest.fixture(autouse=True)
def _today(now):
    with travel(now, tick=False), translation.override("de"):
        yield


def widget(client, query=""):
    return client.get(reverse("events:widget") + query)


def test_it_may_stand_in_any_frame_and_nothing_else_is_loosened(client, event, publish):
    publish(event, title="Abend")
    response = widget(client)
    policy = response["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "script-src 'self'" in policy
    assert "X-Frame-Options" not in response
    assert "frame-ancestors 'none'" in client.get("/de/")["Content-Security-Policy"]


def test_it_sets_no_cookie_and_holds_no_form(client, event, publish):
    publish(event, title="Abend")
    response = widget(client)
    page = response.content.decode()
    assert not response.cookies
    assert "<form" not in page
    assert "Abend" in page


def test_it_shows_as_many_as_asked_of_the_kind_asked(client, make_event, publish):
    for number in range(7):
        publish(make_event(mode="online" if number == 6 else "on_site"), title=f"Nummer {number}")
    assert widget(client).content.count(b'<li class="event-row') == 5
    assert widget(client, "?n=2").content.count(b'<li class="event-row') == 2
    assert widget(client, "?mode=online").content.count(b'<li class="event-row') == 1
    for odd in ("?n=0", "?n=-3", "?n=999999", "?n=%00x", "?format=" + "x" * 400):
        assert widget(client, odd).status_code in (200, 400)


def test_it_costs_the_same_with_one_and_three_events(client, make_event, publish, django_assert_max_num_queries):
    asked = []
    for number in (1, 2):
        for _ in range(number):
            publish(make_event())
        with django_assert_max_num_queries(10) as queries:
            widget(client)
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_the_calendar_hands_out_the_lines_to_copy(client, calendar, event, publish):
    publish(event)
    page = client.get(calendar.url + "?mode=on_site").content.decode()
    assert "&lt;iframe src=&quot;http://testserver/de/kalender/widget/?mode=on_site&quot;" in page
