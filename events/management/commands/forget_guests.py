from datetime import datetime

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from events.coaching.booking import retention as coaching
from events.registration import retention


class Command(BaseCommand):
    help = "Delete the names of guests and coached people that were kept long enough; the worker does so every night."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true")
        parser.add_argument("--now", type=datetime.fromisoformat, help="the time to assume, ISO 8601 with offset")

    def handle(self, *args, dry_run, now, **options):
        with transaction.atomic():
            now = now or timezone.now()
            for line in [*retention.forget_past(now), *coaching.forget_past(now)]:
                self.stdout.write(line)
            transaction.set_rollback(dry_run)
        if dry_run:
            self.stdout.write("Dry run: nothing was changed.")
