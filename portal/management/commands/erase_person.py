from django.core.management.base import BaseCommand
from django.utils import translation

from portal import persons
from portal.language.mailbox import same_mailbox

from .export_person import refuse_nobody


class Command(BaseCommand):
    help = "Take one person out of the portal (Art. 17 GDPR); what the law keeps is listed with its reason."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--dry-run", action="store_true")

    def handle(self, *args, email, dry_run, **options):
        refuse_nobody(email)
        # Who operates reads English, as in the documents.
        with translation.override("en"):
            lines = persons.erase(same_mailbox(email), dry_run=dry_run)
        for line in lines:
            self.stdout.write(line)
        if dry_run:
            self.stdout.write("Dry run: nothing was changed.")
