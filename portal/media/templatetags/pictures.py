"""`{% load pictures %}{% shown page.image "hero" as picture %}`: see `portal.media.pictures`."""

from django import template

from portal.media import pictures

register = template.Library()


@register.simple_tag
def shown(image, cut):
    return pictures.shown(image or None, cut)
