"""Tags that the apps above own, drawn into a variable, so that a heading can disappear with what it heads.

Templates may look up: `home` names them, never imports them, and shows nothing where an app is missing.
"""

from django import template
from django.template import engines
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_tag(takes_context=True)
def upstairs(context, library: str, tag: str, argument) -> str:
    """`{% upstairs "events" "upcoming_events" 3 as rows %}`: what `{% upcoming_events 3 %}` would draw."""
    engine = engines["django"].engine
    if library not in engine.template_libraries or tag not in engine.template_libraries[library].tags:
        return ""
    drawn = engine.from_string(f"{{% load {library} %}}{{% {tag} argument %}}")
    with context.push(argument=argument):
        return mark_safe(drawn.render(context).strip())
