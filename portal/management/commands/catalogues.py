from django.core.management.base import BaseCommand

from portal import catalogues


class Command(BaseCommand):
    help = "Bring the German catalogues up to date with the source and compile them; lists what has no German yet."

    def add_arguments(self, parser):
        parser.add_argument("--compile-only", action="store_true", help="only compile what is there")

    def handle(self, *args, compile_only, **options):
        if not compile_only:
            for room, untranslated in catalogues.update().items():
                for message in untranslated:
                    self.stdout.write(f"{room}: {message!r}")
        self.stdout.write(str(catalogues.compile_all()))
