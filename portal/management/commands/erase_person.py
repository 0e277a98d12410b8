from django.core.management.base import BaseCommand
from django.db import transaction

from portal import sockets


class Command(BaseCommand):
    help = "Take one person out of the portal (Art. 17 GDPR); what the law keeps is listed with its reason."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--dry-run", action="store_true")

    def handle(self, *args, email, dry_run, **options):
        with transaction.atomic():
            # From the top floor down: deeds find their person by the account that goes last.
            for room in reversed(sockets.modules("privacy")):
                for line in room.erase(email.strip()):
                    self.stdout.write(line)
            transaction.set_rollback(dry_run)
        if dry_run:
            self.stdout.write("Dry run: nothing was changed.")
