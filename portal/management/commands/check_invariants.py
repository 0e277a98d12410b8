from django.core.management.base import BaseCommand

from portal import sockets


class Command(BaseCommand):
    help = "Look for rows that contradict the rules of the domain; exit 1 on any."

    def handle(self, *args, **options):
        broken = [f"{room.__name__}: {row}" for room in sockets.modules("invariants") for row in room.check()]
        for line in broken:
            self.stdout.write(line)
        if broken:
            raise SystemExit(1)
        self.stdout.write("No row contradicts the rules.")
