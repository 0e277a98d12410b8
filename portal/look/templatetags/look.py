"""Tags of the face: icons, drawings, form controls.

Load with `{% load look %}`. They work inside includes with `only`.
"""

from django import template
from django.forms.boundfield import BoundField
from django.middleware.csrf import get_token
from django.template.loader import get_template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from portal.language import languages, times
from portal.look import controls, drawings, icons, values

register = template.Library()


@register.simple_tag
def icon(name, label="", css=""):
    """`{% icon "cal" %}`: an icon in the colour of the text; give `label` only where no text says the same."""
    return icons.render(name, label=label, css=css)


@register.simple_tag
def drawing(name, tone="a"):
    """`{% drawing "microscopy" tone="b" %}`: tones a petrol, b indigo, c amber, d green."""
    return drawings.render(str(name), str(tone or "a"))


@register.simple_tag
def component(name, values=None, **extra):
    """`{% component "event_row" row level=3 %}`: a component; its parameters are the entries of a dict, and more."""
    return get_template(f"components/{name}.html").render({**(values or {}), **extra})


def _around(name):
    """`{% box named="more" %}…{% endbox %}`: components/box.html around what stands between."""

    def tag(content, **given):
        return component(name, given, content=content)

    register.simple_block_tag(tag, name=name)


for surface in ("box", "panel", "prose", "meta", "link_list", "person"):
    _around(surface)


@register.simple_tag
def control(field, **extra):
    """`{% control field %}`: the form control of a bound field, wired to hint and error."""
    return controls.render(field, **extra)


@register.filter
def kind(field: BoundField) -> str:
    return controls.kind(field)


@register.filter
def anchor(field: BoundField) -> str:
    return controls.anchor(field)


@register.filter
def told(field: BoundField) -> list[str]:
    return controls.told(field)


@register.filter
def told_in_summary(field: BoundField) -> list[str]:
    return controls.told_in_summary(field)


@register.filter
def described_by(field: BoundField) -> str:
    return controls.described_by(field)


@register.filter
def is_half(field: BoundField) -> bool:
    return controls.is_half(field)


@register.filter
def form_sections(form):
    return list(controls.sections(form))


@register.simple_tag(takes_context=True)
def csrf_input(context):
    """The hidden CSRF field. Unlike `{% csrf_token %}` it also works below an include with `only`."""
    request = getattr(context, "request", None)
    if request is None:
        return ""
    return format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', get_token(request))


@register.filter
def fallback(obj, field: str) -> str:
    """`{{ institution|fallback:"description" }}`: "de" or "en" where the reader's language is missing."""
    return languages.fallback(obj, field)


@register.filter
def language_mark(language: str) -> str:
    """`{{ "de"|language_mark }}`: in German."""
    return languages.mark(language)


@register.filter
def initials(name: str) -> str:
    """First letters of the first and the last name, titles left out: "Dr. Miriam Osterkamp" is MO."""
    words = [word for word in str(name).split() if not word.endswith(".") and word[0].isalpha()]
    return "".join(word[0].upper() for word in (words[:1] + words[1:][-1:]))


@register.filter
def percent_of(part, whole) -> int:
    """`{{ taken|percent_of:capacity }}`: whole per cent, between 0 and 100; 0 when the whole is empty."""
    return max(0, min(100, round(100 * (part or 0) / whole))) if whole else 0


@register.filter
def at(values, index):
    """`{{ columns|at:2 }}`: the item at that place, counted from 0; nothing beyond the end."""
    return values[index] if index < len(values) else ""


@register.filter
def tone(index) -> str:
    """One of the four tones for the n-th thing in a list, so that neighbours differ."""
    return drawings.TONES[int(index) % len(drawings.TONES)]


@register.simple_tag(takes_context=True)
def page_query(context, number, param="page"):
    """`?…&page=3`: the query of this request with another page number."""
    query = context.request.GET.copy()
    query[param or "page"] = number
    return f"?{query.urlencode()}"


@register.filter
def page_numbers(page) -> list[int]:
    """Page numbers to show, 0 where a gap is: 1 0 4 5 6 0 9."""
    last = page.paginator.num_pages
    near = {1, last, *range(page.number - 1, page.number + 2)}
    shown: list[int] = []
    for number in sorted(n for n in near if 1 <= n <= last):
        if shown and number - shown[-1] > 1:
            shown.append(0)
        shown.append(number)
    return shown


@register.simple_tag
def in_place():
    """`<div id="found" {% in_place %}>`: what links and forms inside swap, and that the address follows."""
    return mark_safe('hx-target:inherited="#found" hx-swap:inherited="innerMorph" hx-push-url:inherited="true"')


@register.simple_tag(takes_context=True)
def example(context, template_name, given):
    """A component of the style guide with exactly the parameters given, as an include with `only` would have it."""
    return get_template(template_name).render(dict(given), request=context.request)


@register.filter
def in_words(value):
    return values.in_words(value)


@register.filter
def short_moment(at) -> str:
    """`{{ note.written_at|short_moment }}`: 21. Jan. 2027, 9:30 Uhr."""
    return times.short_moment(at)
