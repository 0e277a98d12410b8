from django.core.management.base import BaseCommand

from portal.language import catalogues


class Command(BaseCommand):
    help = "Bring the German catalogues up to date with the source and compile them; lists what has no German yet."

    def add_arguments(self, parser):
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--compile-only", action="store_true", help="only compile what is there")
        what.add_argument("--check", action="store_true", help="write nothing; exit 1 where German is missing")

    def handle(self, *args, compile_only, check, **options):
        if check:
            self._check()
            return
        if not compile_only:
            for room, untranslated in catalogues.update().items():
                for message in untranslated:
                    self.stdout.write(f"{room}: {message!r}")
        self.stdout.write(str(catalogues.compile_all()))

    def _check(self) -> None:
        gaps = catalogues.gaps()
        for gap in gaps:
            self.stdout.write(gap)
        if gaps:
            raise SystemExit(1)
