from django.apps import AppConfig


class LookConfig(AppConfig):
    """The face: base template, components, drawings, style sheets."""

    name = "portal.look"
    label = "look"
