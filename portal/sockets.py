"""Our own apps, and the modules of one name that they offer (`invariants`, `privacy`, `letters`)."""

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.apps import AppConfig, apps

FLOORS = ("portal", "home", "events", "marketplace")


def ours() -> list[AppConfig]:
    """The apps of the house, in the order of INSTALLED_APPS."""
    return [config for config in apps.get_app_configs() if config.name.split(".")[0] in FLOORS]


def modules(name: str) -> list[ModuleType]:
    """`<app>.<name>` of every app of the house that has it, in the order of INSTALLED_APPS."""
    return [import_module(f"{app.name}.{name}") for app in ours() if _has(app.name, name)]


def _has(app: str, name: str) -> bool:
    room, _, rest = name.partition(".")
    found = find_spec(f"{app}.{room}")
    if found is None or not rest:
        return found is not None
    return found.submodule_search_locations is not None and _has(f"{app}.{room}", rest)
