"""The calendar and the page of an event, as visitors read them."""

import json
import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import translation
from time_machine import travel
from wagtail.models import PageViewRestriction

from events import samples
from events.kinds import EventStatus
from events.models import Event
from events.pages import Speaker
from events.staff import dates
from home.models import Person, Section
from portal.accounts.models import Institution
from tests.home.conftest import image  # noqa: F401


@pytest.fixture(autouse=True)
def _today(now):
    with travel(now, tick=False):
        yield


def titles(response):
    found = re.findall(r'<h[23]>\s*<a href="[^"]*"[^>]*>([^<]*)</a>\s*</h[23]>', response.content.decode())
    return [title.strip() for title in found]


def get(client, page, query=""):
    response = client.get(page.url + query)
    assert response.status_code == 200
    return response


def test_list_shows_upcoming_events_the_nearest_first(client, calendar, make_event, publish, now):
    for days, title in ((20, "Zweiter"), (5, "Erster"), (-5, "Vorbei")):
        publish(make_event(starts_at=now + timedelta(days=days)), title=title)
    assert titles(get(client, calendar)) == ["Erster", "Zweiter"]


def test_archive_shows_past_events_the_latest_first_and_by_year(client, calendar, make_event, publish, now):
    for days in (5, -5, -400):
        publish(make_event(starts_at=now + timedelta(days=days)), title=f"Tag {days}")
    assert titles(get(client, calendar, "?view=archive")) == ["Tag -5", "Tag -400"]
    assert titles(get(client, calendar, "?view=archive&year=2025")) == ["Tag -400"]


def test_list_leaves_out_events_without_a_live_page(client, calendar, make_event, publish):
    make_event()
    publish(make_event(), title="Entwurf", live=False)
    assert titles(get(client, calendar)) == []


def test_filters_narrow_and_count_under_the_other_filters(client, calendar, make_event, publish):
    workshop = samples.event_format("workshop", "Werkstatt", "Workshop")
    section = Section.objects.create(slug="bio", name_de="Bioprozesstechnik", name_en="Bioprocess")
    publish(make_event(format=workshop, section=section), title="A")
    publish(make_event(format=workshop, mode="online"), title="B")
    publish(make_event(section=section), title="C")
    assert titles(get(client, calendar, "?format=workshop")) == ["A", "B"]
    assert titles(get(client, calendar, "?format=workshop&section=bio")) == ["A"]
    assert titles(get(client, calendar, "?mode=online&format=talk")) == []
    groups = get(client, calendar, "?section=bio").context["groups"]
    assert {o["label"]: o["count"] for o in groups[0]["options"]} == {"Vortrag": 1, "Werkstatt": 1}


@pytest.mark.parametrize(
    "query",
    ["?page=-1", "?page=abc", f"?page={10**20}", "?view=x", "?month=2026-13", "?month=99999-01", "?year=٢٠٢٦",
     "?view=month&month=%F0%9F%A7%AA", "?view=month&month=2100-12", "?view=month&month=2000-01", "?format=' or 1=1"],
)  # fmt: skip
def test_nonsense_in_the_address_answers_200(client, calendar, query):
    get(client, calendar, query)


def test_month_grid_begins_on_monday_and_shows_an_event_on_each_of_its_days(client, calendar, make_event, publish, now):
    start = now.replace(month=12, day=30, hour=8)
    publish(make_event(starts_at=start, ends_at=start + timedelta(days=2, hours=3)), title="Drei Tage")
    december = get(client, calendar, "?view=month&month=2026-12").context["weeks"]
    january = get(client, calendar, "?view=month&month=2027-01").context["weeks"]
    assert [day["date"].isoformat() for day in december[0]][::6] == ["2026-11-30", "2026-12-06"]
    busy = [d["date"].day for week in december for d in week if d["in_month"] and d["events"]]
    assert busy == [30, 31]
    assert [d["date"].day for week in january for d in week if d["in_month"] and d["events"]] == [1]
    first = next(d["events"][0] for week in december for d in week if d["events"])
    assert first["time"] == "9:00"


def test_month_grid_shows_what_has_no_day_yet_below(client, calendar, make_event, publish, now):
    start = now.replace(month=12, day=1, hour=0)
    publish(make_event(starts_at=start, ends_at=start + timedelta(days=31), month_only=True), title="Offen")
    response = get(client, calendar, "?view=month&month=2026-12")
    assert titles(response) == ["Offen"]
    assert not any(day["events"] for week in response.context["weeks"] for day in week)
    assert "Dezember 2026, Termin noch offen" in client.get(response.context["open_dates"][0]["url"]).content.decode()


def test_english_calendar_shows_words_in_english_else_in_german(client, calendar_en, calendar, make_event, publish):
    both, german = make_event(), make_event()
    publish(both, title="Auf Deutsch")
    publish(both, parent=calendar_en, title="In English")
    publish(german, title="Nur Deutsch")
    with translation.override("en"):
        response = get(client, calendar_en)
    assert titles(response) == ["In English", "Nur Deutsch"]
    assert 'lang="de" hreflang="de">Nur Deutsch' in response.content.decode()


@pytest.mark.parametrize("query", ["", "?view=month&month=2026-12", "?view=archive"])
def test_list_costs_the_same_with_one_and_three_events(
    client, calendar, make_event, publish, django_assert_max_num_queries, now, query
):
    start = now - timedelta(days=3) if "archive" in query else now.replace(month=12, day=20)
    asked = []
    for number in (1, 2):
        for _ in range(number):
            publish(make_event(starts_at=start, section=Section.objects.first()))
        get(client, calendar, query)
        with django_assert_max_num_queries(10) as queries:
            get(client, calendar, query)
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_event_page_costs_the_same_with_one_and_three_speakers(
    client, make_event, publish, django_assert_max_num_queries
):
    page = publish(make_event())
    asked = []
    for number in (1, 2):
        people = [Person.objects.create(first_name="A", last_name=str(n)) for n in range(number)]
        page.speaker_rows.add(*[Speaker(person=person) for person in people])
        page.save()
        get(client, page)
        with django_assert_max_num_queries(10) as queries:
            get(client, page)
        asked.append(len(queries))
    assert asked[0] == asked[1]


def structured(response):
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', response.content.decode(), re.S)
    return next(data for data in map(json.loads, blocks) if data["@type"] == "BusinessEvent")


def test_a_reader_elsewhere_sees_the_time_of_berlin_with_its_zone(client, make_event, publish):
    """Nothing on the page converts: the zone is named, and the beginning stands there for machines with its offset."""
    page = client.get(publish(make_event()).url).content.decode()
    assert '<time datetime="2026-12-20T10:00+01:00">' in page
    assert "10:00–13:00 Uhr (MEZ)" in page


def test_structured_data_tells_status_seats_and_price(client, make_event, publish, guest, now):
    event = make_event(capacity=10, fee="49.90", mode="hybrid", online_url="https://meet.example/secret")
    page = publish(event, title="</script><script>alert(1)")
    guest(event, seats=3)
    dates.move(event, starts_at=event.starts_at + timedelta(days=1), ends_at=event.ends_at + timedelta(days=1))
    response = get(client, page)
    told = structured(response)
    assert told["name"] == "</script><script>alert(1)"
    assert told["eventStatus"] == "https://schema.org/EventRescheduled"
    assert told["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert (told["remainingAttendeeCapacity"], told["maximumAttendeeCapacity"]) == (7, 10)
    assert (told["offers"]["price"], told["offers"]["priceCurrency"]) == ("49.90", "EUR")
    assert told["startDate"] == "2026-12-21T10:00:00+01:00"
    assert told["previousStartDate"] == "2026-12-20T10:00:00+01:00"
    assert "meet.example" not in response.content.decode()


def test_structured_data_of_a_cancelled_event_says_so(client, make_event, publish, now):
    event = make_event()
    dates.call_off(event, now=now)
    assert structured(get(client, publish(event)))["eventStatus"] == "https://schema.org/EventCancelled"


def test_event_page_shows_what_to_do(client, make_event, publish, guest, now):
    def shown(**facts):
        cache.clear()
        return get(client, publish(make_event(**facts))).content.decode()

    assert "Jetzt anmelden" in shown()
    full = make_event(capacity=1)
    guest(full)
    assert "Auf die Warteliste" in get(client, publish(full)).content.decode()
    assert "Zur Seite des Veranstalters" in shown(external_url="https://example.org/")
    assert "Nur auf Einladung" in shown(admission="invitation")
    past = shown(starts_at=now - timedelta(days=3))
    assert "Diese Veranstaltung ist vorbei." in past
    assert "Jetzt anmelden" not in past


def test_event_page_shows_report_and_material_only_afterwards(client, make_event, publish, now):
    slides = [{"type": "links", "value": {"links": [{"text": "Folien", "address": "https://slides.example/"}]}}]
    words = {"report": "<p>Es war voll.</p>", "material": slides}
    for event, shown in ((make_event(), False), (make_event(starts_at=now - timedelta(days=3)), True)):
        page = get(client, publish(event, **words)).content.decode()
        assert ("Es war voll." in page, "https://slides.example/" in page) == (shown, shown)


def test_one_event_has_one_page_per_language(make_event, publish):
    event = make_event()
    publish(event)
    with pytest.raises(Exception, match="Sprache"):
        publish(event, slug="again")


def test_pages_below_a_password_are_not_public(calendar, make_event, publish):
    open_, hidden = make_event(), make_event()
    publish(open_)
    PageViewRestriction.objects.create(page=publish(hidden), restriction_type="login")
    assert list(Event.objects.public()) == [open_]
    PageViewRestriction.objects.create(page=calendar, restriction_type="login")
    assert list(Event.objects.public()) == []


def test_region_language_and_audience_are_filters_too(client, calendar, make_event, publish):
    publish(make_event(languages=["de"], audience=["clinic", "sme"], district="05913"), title="A")
    publish(make_event(languages=["de", "en"], audience=["startup"], district="05911"), title="B")
    assert titles(get(client, calendar, "?language=en")) == ["B"]
    assert titles(get(client, calendar, "?audience=sme&audience=startup")) == ["A", "B"]
    assert titles(get(client, calendar, "?district=05913")) == ["A"]
    page = get(client, calendar).content.decode()
    for label in ("Sprache der Veranstaltung", "Für wen", "Region", "Dortmund", "Englisch", "Klinik"):
        assert label in page
    month = get(client, calendar, "?view=month&month=2026-12&language=en").content.decode()
    assert "1 Veranstaltung" in month
    assert "2 Veranstaltungen" in get(client, calendar, "?view=month&month=2026-12").content.decode()


def test_an_event_without_a_picture_is_shared_with_the_portals(client, calendar, make_event, publish):
    page = get(client, publish(make_event())).content.decode()
    assert '<meta property="og:image" content="http://testserver/static/look/share' in page


def test_a_hidden_host_is_named_without_a_link(client, calendar, make_event, publish):
    event = make_event()
    event.hosts.add(Institution.objects.create(name="Offenes Haus", slug="offen", kind="university"))
    event.hosts.add(Institution.objects.create(name="Stilles Haus", slug="still", kind="university", is_visible=False))
    page = get(client, publish(event)).content.decode()
    assert "/einrichtungen/offen/" in page
    assert "Stilles Haus" in page
    assert "/einrichtungen/still/" not in page


def test_the_photograph_of_an_event_names_who_took_it(client, calendar, make_event, publish, image):  # noqa: F811
    page = get(client, publish(make_event(), image=image)).content.decode()
    assert f"Bild: {image.credit}" in page


def test_the_credit_of_a_picture_is_read_in_the_readers_language(image):  # noqa: F811
    image.credit, image.credit_en = "Zeichnung: Portal", ""
    with translation.override("en"):
        assert image.shown_credit == "Zeichnung: Portal"
        image.credit_en = "Drawing: Portal"
        assert image.shown_credit == "Drawing: Portal"
    assert image.shown_credit == "Zeichnung: Portal"


def test_the_next_events_of_a_page_are_those_that_guests_can_still_come_to(calendar, make_event, publish, now):
    ended = {"registration_closes_at": now - timedelta(hours=1)}
    for title, days, facts in (
        ("Anmeldung zu", 1, ended),
        ("Abgesagt", 2, {"status": EventStatus.CANCELLED}),
        ("Ohne Frist", 4, {}),
        ("Mit Frist", 3, {"registration_closes_at": now + timedelta(hours=1)}),
    ):
        publish(make_event(starts_at=now + timedelta(days=days), **facts), title=title)
    publish(make_event(starts_at=now - timedelta(hours=1), ends_at=now + timedelta(hours=1)), title="Hat begonnen")
    month = make_event(starts_at=now - timedelta(days=3), ends_at=now + timedelta(days=9), month_only=True)
    publish(month, title="Im Monat")
    shown = [event.title for event in Event.objects.attendable()]
    assert shown == ["Im Monat", "Mit Frist", "Ohne Frist"]
    assert all(not event.is_cancelled and event.closes_at > now for event in Event.objects.attendable())
