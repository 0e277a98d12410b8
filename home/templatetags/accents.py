"""The link to the style sheet of the sections' accents, for block `head`."""

from django import template
from django.urls import reverse
from django.utils.html import format_html

register = template.Library()


@register.simple_tag
def accents_link() -> str:
    return format_html('<link rel="stylesheet" href="{}">', reverse("accents"))
