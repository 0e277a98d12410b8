import json

from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder

from portal import persons
from portal.language.mailbox import same_mailbox


def refuse_nobody(email: str) -> None:
    """An empty address would stand for everybody who gave none."""
    if "@" not in email:
        raise CommandError("Please give the email address of one person.")


class Command(BaseCommand):
    help = "Everything the portal holds about one email address, as JSON (Art. 15 and 20 GDPR)."

    def add_arguments(self, parser):
        parser.add_argument("email")

    def handle(self, *args, email, **options):
        refuse_nobody(email)
        held = persons.export(same_mailbox(email))
        self.stdout.write(json.dumps(held, cls=DjangoJSONEncoder, indent=2, ensure_ascii=False))
