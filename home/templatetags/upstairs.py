"""Tags that the apps above own. Templates may look up; where the app above is not built yet, nothing is shown."""

from django import template
from django.template import engines
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_tag(takes_context=True)
def upstairs(context, library: str, tag: str, argument) -> str:
    """`{% upstairs "events" "upcoming_events" 3 %}`: what `{% upcoming_events 3 %}` of the library would draw."""
    engine = engines["django"].engine
    if library not in engine.template_libraries or tag not in engine.template_libraries[library].tags:
        return ""
    drawn = engine.from_string(f"{{% load {library} %}}{{% {tag} argument %}}")
    with context.push(argument=argument):
        return mark_safe(drawn.render(context).strip())
