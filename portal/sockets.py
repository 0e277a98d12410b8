"""Our own apps, and the modules of one name that they offer (`invariants`, `privacy`, `letters`)."""

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.apps import apps

FLOORS = ("portal", "home", "events", "marketplace")


def modules(name: str) -> list[ModuleType]:
    """`<app>.<name>` of every app of the house that has it, in the order of INSTALLED_APPS."""
    ours = [config.name for config in apps.get_app_configs() if config.name.split(".")[0] in FLOORS]
    return [import_module(f"{app}.{name}") for app in ours if _has(app, name)]


def _has(app: str, name: str) -> bool:
    room, _, rest = name.partition(".")
    found = find_spec(f"{app}.{room}")
    if found is None or not rest:
        return found is not None
    return found.submodule_search_locations is not None and _has(f"{app}.{room}", rest)
