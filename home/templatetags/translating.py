"""Around wagtail-localize's editor: texts in lines, and the steps that its reader may take."""

import json

from django import template
from django.urls import reverse

from home.languages import release

register = template.Library()
BREAK = "<br/>"


@register.filter
def in_lines(props: str, translation) -> str:
    """The editor's data; where a plain text has lines, its translators see lines instead of marks.

    wagtail-localize takes the lines of what is translated as they are typed. Rich text keeps its marks: there a line
    in the source is none on the page.
    """
    told = json.loads(props)
    rich = set(translation.source.templatesegment_set.values_list("context__path", flat=True))
    for segment in told["segments"]:
        if segment["type"] == "string" and segment["contentPath"] not in rich:
            segment["source"] = segment["source"].replace(BREAK, "\n")
    return json.dumps(told)


@register.inclusion_tag("home/admin/steps_of_translation.html", takes_context=True)
def steps_of_translation(context, translation, page) -> dict:
    first, *others = [*release.steps(page, context["request"].user), None]
    return {
        "csrf_token": context["csrf_token"],
        "first": first,
        "others": [step for step in others if step],
        "language": page.locale.get_display_name(),
        "waits": page.workflow_in_progress,
        "preview_url": reverse("wagtail_localize:preview_translation", args=[translation.pk]),
    }
