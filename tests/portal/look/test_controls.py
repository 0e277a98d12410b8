"""Forms: label, hint, error and control belong together without any form doing something for it."""

import re

import pytest
from django import forms
from django.template.loader import get_template, render_to_string
from django.test import RequestFactory
from django.utils import translation

from portal.look import controls, examples


def html(form, **more) -> str:
    request = RequestFactory().get("/de/")
    return get_template("components/form.html").render({"form": form, **more}, request=request)


def test_error_summary_links_to_every_wrong_control():
    text = html(examples.wrong_form())
    targets = re.findall(r'<li>\s*<a href="#([\w-]+)"', text)
    assert len(targets) == 6
    assert [target for target in targets if f'id="{target}"' not in text] == []


def test_wrong_control_is_marked_and_described_by_hint_and_error():
    text = html(examples.wrong_form())
    control = re.search(r'<input type="email"[^>]*>', text).group()
    assert 'aria-invalid="true"' in control
    assert 'aria-describedby="id_wrong-email_hint id_wrong-email_error"' in control
    assert 'value="aylin.kaya"' in control


def test_ids_named_by_aria_describedby_exist():
    for form in (examples.ExampleForm(), examples.wrong_form()):
        text = html(form)
        named = {name for ids in re.findall(r'aria-describedby="([^"]*)"', text) for name in ids.split()}
        assert {name for name in named if f'id="{name}"' not in text} == set()


def test_right_control_is_not_marked():
    assert "aria-invalid" not in html(examples.ExampleForm())


def test_optional_fields_are_marked_and_required_ones_are_not():
    text = html(examples.ExampleForm())
    assert text.count('class="opt"') == 3


def test_dates_use_the_browsers_pickers():
    text = html(examples.ExampleForm())
    assert 'type="datetime-local" name="starts"' in text
    assert 'type="date" name="ends"' in text


def test_date_from_the_database_is_written_as_the_picker_wants_it():
    class Form(forms.Form):
        starts = forms.DateTimeField(initial=examples.WHEN.replace(tzinfo=None))

    assert 'value="2027-01-21T09:30"' in html(Form())


def test_form_with_a_file_is_multipart():
    assert 'enctype="multipart/form-data"' in html(examples.ExampleForm())


def test_post_form_carries_its_csrf_field_although_includes_are_isolated():
    assert 'name="csrfmiddlewaretoken"' in html(examples.ExampleForm())
    assert "csrfmiddlewaretoken" not in html(examples.ExampleForm(), method="get")


def test_fields_outside_the_sections_are_not_lost():
    class Form(forms.Form):
        sections = [("One", ["first"])]
        first = forms.CharField()
        second = forms.CharField()
        secret = forms.CharField(widget=forms.HiddenInput)

    text = html(Form())
    assert all(f'name="{name}"' in text for name in ("first", "second", "secret"))


def test_hidden_field_with_an_error_is_told_without_a_link():
    class Form(forms.Form):
        secret = forms.CharField(widget=forms.HiddenInput)

    form = Form({})
    assert form.is_valid() is False
    assert 'href="#id_secret"' not in html(form)


def test_group_leads_to_its_first_control():
    assert controls.anchor(examples.ExampleForm()["attendance"]) == "id_attendance_0"


def test_typed_markup_stays_text():
    form = examples.ExampleForm({"name": '"><svg onload=alert(1)>'})
    form.is_valid()
    assert "<svg onload" not in html(form)


def test_trap_for_robots_is_out_of_sight_and_out_of_reach():
    class Form(forms.Form):
        website = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": "-1"}))

    text = html(Form())
    assert '<div class="trap" aria-hidden="true">' in text
    assert re.search(r'<input[^>]*name="website"[^>]*tabindex="-1"', text)
    assert "optional" not in text
    assert "freiwillig" not in text


@pytest.mark.parametrize(
    ("name", "german", "english"),
    [
        ("name", "Bitte geben Sie an: Name.", "Please enter: Name."),
        ("language", "Bitte wählen Sie: Gesprächssprache.", "Please choose: Gesprächssprache."),
        ("attendance", "Bitte wählen Sie: Teilnahme.", "Please choose: Teilnahme."),
        ("attachment", "Bitte wählen Sie eine Datei: Unterlage.", "Please choose a file: Unterlage."),
    ],
)
def test_what_was_left_empty_is_told_as_something_to_do(name, german, english):
    form = examples.ExampleForm({"language": "", "attendance": ""})
    form.fields["attachment"].required = True
    for language, text in (("de", german), ("en", english)):
        with translation.override(language):
            assert controls.told(form[name]) == [text]
            assert text in render_to_string("components/field.html", {"field": form[name]})
            assert controls.told_in_summary(form[name]) == [text]


def test_a_message_of_its_own_stays_and_any_other_is_named_in_the_summary():
    class Asking(forms.Form):
        consent = forms.BooleanField(error_messages={"required": "Ohne Ihre Zustimmung geht es nicht."})
        starts = forms.IntegerField(label="Beginn?")

    form = Asking({"starts": "x"})
    assert controls.told(form["consent"]) == ["Ohne Ihre Zustimmung geht es nicht."]
    assert controls.told_in_summary(form["starts"]) == ["Beginn: Bitte eine ganze Zahl eingeben."]
