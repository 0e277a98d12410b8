"""The folders of files, looked at before the portal starts."""

from itertools import combinations
from pathlib import Path

from django.conf import settings
from django.core.checks import Error

ROOTS = ("PICTURES_ROOT", "DOCUMENTS_ROOT", "STATIC_ROOT")


def check_roots(app_configs, **kwargs) -> list[Error]:
    """No root may lie in another one: what is private would have an address."""
    paths = {name: Path(getattr(settings, name)).resolve() for name in ROOTS}
    return [
        Error(f"{one} and {other} lie in each other.", id="portal.E001")
        for one, other in combinations(ROOTS, 2)
        if paths[one].is_relative_to(paths[other]) or paths[other].is_relative_to(paths[one])
    ]
