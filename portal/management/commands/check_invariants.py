from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.core.management.base import BaseCommand

from portal import embedded


class Command(BaseCommand):
    help = "Look for rows that contradict the rules of the domain; exit 1 on any."

    def handle(self, *args, **options):
        broken = [f"{name}: {row}" for name, check in _checks() for row in check()]
        for line in broken:
            self.stdout.write(line)
        if broken:
            raise SystemExit(1)
        self.stdout.write("No row contradicts the rules.")


def _checks():
    """Every app's `invariants.check`, each giving a sentence per offending row."""
    for config in apps.get_app_configs():
        ours = str(config.path).startswith(str(embedded.ROOT)) and ".venv" not in str(config.path)
        if ours and find_spec(f"{config.name}.invariants"):
            yield config.name, import_module(f"{config.name}.invariants").check
