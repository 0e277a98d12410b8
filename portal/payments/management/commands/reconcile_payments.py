from datetime import datetime, timedelta

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from portal.payments import checkout, gateway, reconciliation


class Command(BaseCommand):
    help = "Ask Stripe for completed checkouts and settle those that no webhook told us about."

    def add_arguments(self, parser):
        parser.add_argument("--days", type=int, default=30, help="how far to look back (default 30)")
        parser.add_argument("--now", type=datetime.fromisoformat, help="the time to assume, ISO 8601 with offset")

    def handle(self, *args, days, now, **options):
        if not checkout.is_available():
            raise CommandError("STRIPE_SECRET_KEY is not set: there is nothing to compare with.")
        since = (now or timezone.now()) - timedelta(days=days)
        try:
            settled = reconciliation.reconcile(since=since, now=now)
        except (gateway.Unreachable, gateway.Refused) as error:
            raise CommandError(f"Stripe gave no answer: {error}")
        for payment in settled:
            self.stdout.write(f"{payment.reference} {payment.state}")
