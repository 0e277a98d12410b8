"""Structured data for search engines (schema.org), escaped so that no text can leave its script element."""

import json

from django import template
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.html import _json_script_escapes, format_html
from django.utils.safestring import mark_safe

from home.reading import navigation, structured

register = template.Library()


def as_script(data: dict) -> str:
    """`data` in a JSON-LD script element; `<`, `>` and `&` are escaped as in Django's `json_script`."""
    text = json.dumps({"@context": "https://schema.org"} | data, cls=DjangoJSONEncoder, ensure_ascii=False)
    return format_html(
        '<script type="application/ld+json">{}</script>', mark_safe(text.translate(_json_script_escapes))
    )


@register.simple_tag
def json_ld(data: dict) -> str:
    return as_script(data)


@register.simple_tag(takes_context=True)
def breadcrumb_ld(context) -> str:
    page = context.get("page")
    trail = navigation.crumbs(page) if page and page.pk else []
    return as_script(structured.breadcrumb(trail)) if len(trail) > 1 else ""


@register.simple_tag
def article_ld(article) -> str:
    return as_script(structured.article(article, navigation.frame().office))


@register.simple_tag
def organisation_ld() -> str:
    return as_script(structured.organisation(navigation.frame().office))


@register.simple_tag
def institution_ld(institution) -> str:
    return as_script(structured.institution(institution))
