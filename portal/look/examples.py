"""Example data for the style guide and for the tests that render every component.

Plain data lives in `examples.json` as a list of component, state, parameters; what needs objects is built here.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import django_tables2 as tables
from django import forms
from django.core.paginator import Paginator
from django.utils.html import format_html_join

from portal.look import drawings, icons

Example = tuple[str, str, dict[str, Any]]
DATA = Path(__file__).with_suffix(".json")
WHEN = datetime(2027, 1, 21, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
SWATCHES = "ink muted brand link accent ok warn bad info indigo line-strong focus deep page surface sunken"


class ExampleForm(forms.Form):
    """One field of every kind."""

    sections = [
        ("Person", ["name", "email", "language", "attendance"], "Wir zeigen diese Angaben niemandem."),
        ("Vorhaben", ["topic", "seats", "starts", "ends", "attachment", "interests", "consent"]),
    ]
    halves = ("name", "email", "starts", "ends")

    name = forms.CharField(label="Name")
    email = forms.EmailField(label="E-Mail", help_text="Dorthin schicken wir die Bestätigung.")
    language = forms.ChoiceField(label="Gesprächssprache", choices=[("de", "Deutsch"), ("en", "Englisch")])
    attendance = forms.ChoiceField(
        label="Teilnahme",
        choices=[("site", "Vor Ort in Bochum"), ("online", "Online")],
        widget=forms.RadioSelect,
    )
    topic = forms.CharField(label="Ihr Anliegen in zwei Sätzen", widget=forms.Textarea(attrs={"rows": 3}))
    seats = forms.IntegerField(label="Plätze", min_value=1, max_value=5, initial=1)
    starts = forms.DateTimeField(label="Beginn")
    ends = forms.DateField(label="Tag", required=False)
    attachment = forms.FileField(label="Unterlage", required=False, help_text="PDF, höchstens 5 MB")
    interests = forms.MultipleChoiceField(
        label="Felder",
        choices=[("cell", "Zellkultur"), ("omics", "Omics-Analytik"), ("bio", "Bioprozesse")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    consent = forms.BooleanField(label="Ich stimme der Verarbeitung meiner Angaben zu.")


def wrong_form() -> ExampleForm:
    typed = {"name": "Aylin Kaya", "email": "aylin.kaya", "attendance": "site", "starts": "gestern"}
    form = ExampleForm({f"wrong-{name}": value for name, value in typed.items()}, prefix="wrong")
    form.is_valid()
    return form


@dataclass
class Rendition:
    """What the picture components need of a Wagtail rendition."""

    url: str = "/static/look/network.svg"
    alt: str = "Verbundene Punkte"
    width: int = 900
    height: int = 500


@dataclass
class Message:
    """What components/messages.html needs of a message of Django."""

    text: str
    level_tag: str = "success"

    def __str__(self) -> str:
        return self.text


def month() -> list[list[dict]]:
    """January 2027 with a few events, in the shape of components/month_grid.html."""
    events = {
        7: [("10:00", "Sprechstunde Förderung", "", False)],
        12: [("14:00", "Coaching Patente", "b", False)],
        19: [("9:00", "Seminar Zulassung", "d", False), ("16:00", "Netzwerktreffen", "", False)],
        21: [("9:30", "Matching-Tag", "c", False)],
        28: [("", "Datenforum Bioprozesse", "", True)],
    }
    cells = [
        {
            "date": day,
            "in_month": day.month == 1,
            "is_today": day == date(2027, 1, 15),
            "events": [
                {"time": time, "title": title, "tone": tone, "off": off, "url": "#"}
                for time, title, tone, off in (events.get(day.day, []) if day.month == 1 else [])
            ],
        }
        for day in (date(2026, 12, 28) + timedelta(days=n) for n in range(35))
    ]
    return [cells[n : n + 7] for n in range(0, 35, 7)]


def week_rows() -> list[dict]:
    """A week of one device, in the shape of components/week_grid.html."""
    plan = {"8:00": "bfbff", "9:00": "bfbff", "10:00": "fbfff", "11:00": "fbfmf", "12:00": "pbfmf", "13:00": "bffpb"}
    states = {"b": ("busy", "belegt"), "f": ("free", "frei"), "m": ("mine", "Ihre Zeit"), "p": ("past", "–")}
    days = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag")
    return [
        {
            "label": hour,
            "cells": [
                {"state": states[code][0], "text": states[code][1], "said": f"{day}, {hour} Uhr", "url": "#"}
                for code, day in zip(codes, days, strict=True)
            ],
        }
        for hour, codes in plan.items()
    ]


def facet_groups() -> list[dict]:
    period = ExampleForm(prefix="facet")
    return [
        {
            "label": "Kategorie",
            "open": True,
            "name": "category",
            "options": [
                {"value": "m", "label": "Mikroskopie", "count": 31, "checked": True},
                {"value": "c", "label": "Chromatografie", "count": 27},
                {"value": "p", "label": "PCR", "count": 0},
            ],
        },
        {
            "label": "Frei im Zeitraum",
            "open": True,
            "fields": [period["starts"], period["ends"]],
            "hint": "Wirkt nur auf buchbare Geräte.",
        },
        {"label": "Standort", "name": "town", "options": [{"value": "bo", "label": "Bochum", "count": 44}]},
    ]


class ExampleTable(tables.Table):
    caption = "Anmeldungen"

    name = tables.Column(verbose_name="Name")
    seats = tables.Column(verbose_name="Plätze", attrs={"th": {"class": "r"}, "td": {"class": "r"}})

    class Meta:
        empty_text = "Noch niemand ist angemeldet."


def example_table(rows: list[dict]) -> tables.Table:
    table = ExampleTable(rows, order_by="name")
    table.paginate(per_page=3)
    return table


def _forms() -> Iterator[Example]:
    unbound = ExampleForm()
    yield "form", "unbound", {"form": unbound, "submit_label": "Verbindlich anmelden", "cancel_url": "#"}
    yield "form", "with mistakes", {"form": wrong_form(), "submit_label": "Absenden", "submit_icon_after": "arrow"}
    yield "form_fields", "", {"form": ExampleForm(prefix="fields")}
    yield "error_summary", "", {"form": wrong_form()}
    yield "field", "", {"field": ExampleForm(prefix="one")["email"]}
    yield "facets", "", {"reset_url": "#", "show_label": "45 Angebote anzeigen", "groups": facet_groups()}


def _dated() -> Iterator[Example]:
    rows = [
        ("Matching-Tag: Start-ups treffen Kliniken", "Matching", "accent", 0, "Noch 14 Plätze", "ok"),
        ("Gute Herstellungspraxis für Zelltherapien", "Weiterbildung", "info", 21, "Warteliste", "bad"),
        ("Netzwerkabend Bioprozesse", "Netzwerk", "book", 30, "Abgesagt", "bad"),
    ]
    for title, badge, tone, days, state, state_tone in rows:
        event = {"when": WHEN + timedelta(days=days), "url": "#", "title": title, "time": "9:30–17:00 Uhr"}
        event |= {"badge": badge, "badge_tone": tone, "place": "BioMedizinZentrum Dortmund"}
        yield "event_row", state, event | {"state": state, "state_tone": state_tone, "off": state == "Abgesagt"}
    yield "date_tile", "", {"when": WHEN}
    days = [
        {"day": WHEN + timedelta(days=n), "url": "#", "note": f"{n + 1} frei", "is_current": n == 0} for n in range(5)
    ]
    yield "day_strip", "", {"label": "Tage mit freien Zeiten", "days": days}
    ways = {"previous_url": "#", "next_url": "#"}
    grid = {"title": "Januar 2027", "caption": "Veranstaltungen im Januar 2027", "weeks": month(), "level": 3}
    yield "month_grid", "", grid | ways
    days = [date(2027, 1, 18 + n) for n in range(5)]
    caption = "Belegung 18. bis 22. Januar 2027"
    yield "week_grid", "", {"id": "example", "caption": caption, "days": days, "rows": week_rows()}


def _objects() -> Iterator[Example]:
    yield "messages", "", {"messages": [Message("Gespeichert."), Message("Nicht möglich.", "error")]}
    yield "pager", "", {"page": Paginator(range(90), 10).page(5), "param": "page"}
    guests = [{"name": name, "seats": 1} for name in ("Aylin Kaya", "Jonas Brandt", "Piotr Nowak", "Wiebke Sommer")]
    yield "table", "sorted, several pages", {"table": example_table(guests)}
    yield "table", "empty", {"table": example_table([])}
    news = {"title": "Acht neue Mitglieder", "meta": ["Netzwerk", "7. Januar 2027"], "text": "Kurz vorgestellt."}
    yield "card", "with photograph", news | {"url": "#", "image": Rendition()}
    links = [("#bochum", "Bochum"), ("#dortmund", "Dortmund")]
    yield "link_list", "", {"content": format_html_join("", '<li><a href="{}"><span>{}</span></a></li>', links)}
    yield "picture", "photograph", {"image": Rendition(), "caption": "Das Netz."}


def all_examples() -> list[Example]:
    """Component, state and parameters of everything the style guide shows."""
    plain = [tuple(example) for example in json.loads(DATA.read_text(encoding="utf-8"))]
    return [*plain, *_objects(), *_dated(), *_forms()]


def by_component() -> dict[str, list[dict[str, Any]]]:
    """The states of each component, in the order of first appearance."""
    shown: dict[str, list[dict[str, Any]]] = {}
    for name, state, given in all_examples():
        shown.setdefault(name, []).append({"state": state, "given": given})
    return shown


def icon_names() -> list[str]:
    return sorted(icons.all_icons())


def drawing_names() -> list[tuple[str, str]]:
    """Every drawing with a tone, the tones taking turns."""
    names = [*drawings.CATEGORIES, *drawings.SCENES]
    return [(name, drawings.TONES[n % 4]) for n, name in enumerate(names)]
