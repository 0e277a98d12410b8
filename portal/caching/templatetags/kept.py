"""Parts of a list that cost more to draw than to fetch."""

from django import template
from django.utils.safestring import mark_safe

from portal.caching.everybody import part
from portal.caching.remember import drawn
from portal.language import languages

register = template.Library()


@register.tag
def kept(parser, token):
    """`{% kept "article_card" article.pk %}…{% endkept %}`: drawn once for these values in this language, until
    something changes that the page has read so far. What stands inside knows nothing of the reader.
    """
    _tag, name, *values = token.split_contents()
    nodes = parser.parse(["endkept"])
    parser.delete_first_token()
    return Kept(nodes, [parser.compile_filter(part) for part in (name, *values)])


class Kept(template.Node):
    def __init__(self, nodelist, said):
        self.nodelist, self.said = nodelist, said

    def render(self, context):
        request = context.get("request")
        if request is None or getattr(request, "is_preview", False):
            # A draft has the number of what is shown.
            return self.nodelist.render(context)
        key = ":".join([languages.current(), *(str(part.resolve(context)) for part in self.said)])
        return mark_safe(drawn(key, lambda: self.nodelist.render(context)))


@register.tag
def for_everybody(parser, token):
    """`{% for_everybody "content" %}…{% endfor_everybody %}`: a part of a page that is drawn once for everybody, until
    something it shows changes. Only inside stands what `parts.shown` gives (`portal.caching.everybody`).
    """
    _tag, name = token.split_contents()
    nodes = parser.parse(["endfor_everybody"])
    parser.delete_first_token()
    return Part(nodes, parser.compile_filter(name))


class Part(template.Node):
    def __init__(self, nodelist, name):
        self.nodelist, self.name = nodelist, name

    def render(self, context):
        def draw(shown: dict) -> str:
            with context.push(**shown):
                return self.nodelist.render(context)

        if (parts := context.get("parts")) is None:
            # A page of another kind, in the same frame.
            return self.nodelist.render(context)
        return mark_safe(part(self.name.resolve(context), parts, context["request"], draw))
