"""Wires a form control to its label, hint and error, so that no form has to do it by itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

# What browsers expect in the value of their own pickers, whatever the language of the page.
PICKERS = (
    (forms.DateTimeInput, "datetime-local", "%Y-%m-%dT%H:%M"),
    (forms.DateInput, "date", "%Y-%m-%d"),
    (forms.TimeInput, "time", "%H:%M"),
)
GROUPS = (forms.RadioSelect, forms.CheckboxSelectMultiple)


def kind(bound: BoundField) -> str:
    """How the field is laid out: group, check, textarea, select, file, hidden, trap or input.

    A trap is a field that only robots fill in; it is known by the `tabindex="-1"` of its widget.
    """
    widget = bound.field.widget
    if widget.is_hidden:
        return "hidden"
    if widget.attrs.get("tabindex") == "-1":
        return "trap"
    for classes, name in (
        (GROUPS, "group"),
        (forms.CheckboxInput, "check"),
        (forms.Textarea, "textarea"),
        (forms.Select, "select"),
        (forms.FileInput, "file"),
    ):
        if isinstance(widget, classes):
            return name
    return "input"


def anchor(bound: BoundField) -> str:
    """The id to which the error summary leads: the control, or the first one of a group."""
    return f"{bound.auto_id}_0" if kind(bound) == "group" else bound.id_for_label


def told(bound: BoundField) -> list[str]:
    """What is wrong with the field; where it was left empty, what to do, unless the field has a message of its own."""
    usual = type(bound.field).default_error_messages.get("required", forms.Field.default_error_messages["required"])
    found = []
    for error in bound.errors.as_data():
        is_empty = error.code == "required" and error.message == usual
        found += [_left_empty(bound)] if is_empty else [str(message) for message in error.messages]
    return found


def told_in_summary(bound: BoundField) -> list[str]:
    """The same for a list away from the field: each names it."""
    label = named(bound)
    return [text if label in text or kind(bound) == "check" else f"{label}: {text}" for text in told(bound)]


def named(bound: BoundField) -> str:
    """The label, ready for a colon: without its full stop or question mark."""
    return str(bound.label).rstrip(".?:! ")


def _left_empty(bound: BoundField) -> str:
    asked = {
        "group": _("Please choose: %(label)s."),
        "select": _("Please choose: %(label)s."),
        "file": _("Please choose a file: %(label)s."),
        "check": _("Please tick: %(label)s."),
    }.get(kind(bound), _("Please enter: %(label)s."))
    return asked % {"label": named(bound)}


def described_by(bound: BoundField) -> str:
    """Ids of hint and error, in reading order; empty when there is neither."""
    ids = [f"{bound.auto_id}_hint"] if bound.help_text else []
    if bound.errors:
        ids.append(f"{bound.auto_id}_error")
    return " ".join(ids)


def render(bound: BoundField, **extra: str) -> SafeString:
    """The control with class, `aria-invalid` and `aria-describedby`; pickers get their native type."""
    widget = bound.field.widget
    for classes, input_type, pattern in PICKERS:
        if isinstance(widget, classes) and widget.input_type == "text":
            widget.input_type, widget.format = input_type, pattern
            break
    attrs = dict(extra)
    if kind(bound) not in ("check", "hidden"):
        attrs["class"] = f"input {widget.attrs.get('class', '')}".strip()
    if bound.errors:
        attrs["aria-invalid"] = "true"
    # Always set: Django would otherwise point at ids that our markup does not have.
    attrs["aria-describedby"] = described_by(bound) or False
    return bound.as_widget(attrs=attrs)


@dataclass
class Section:
    """A titled group of fields; `title` is empty for a form without sections."""

    title: str = ""
    hint: str = ""
    fields: list[BoundField] = field(default_factory=list)


def sections(form: forms.BaseForm) -> Iterator[Section]:
    """The visible fields in the groups of `form.sections`, a list of (title, field names[, hint]), if it has one."""
    planned = getattr(form, "sections", None)
    if not planned:
        yield Section(fields=form.visible_fields())
        return
    placed = {name for _title, names, *_hint in planned for name in names}
    for title, names, *hint in planned:
        present = [form[name] for name in names if name in form.fields and not form[name].is_hidden]
        if present:
            yield Section(title, hint[0] if hint else "", present)
    rest = [bound for bound in form.visible_fields() if bound.name not in placed]
    if rest:
        yield Section(fields=rest)


def is_half(bound: BoundField) -> bool:
    """Whether the field may share its line: the form lists such names in `halves`."""
    return bound.name in getattr(bound.form, "halves", ())
