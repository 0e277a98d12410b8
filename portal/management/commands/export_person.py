import json

from django.core.management.base import BaseCommand
from django.core.serializers.json import DjangoJSONEncoder

from portal import sockets


class Command(BaseCommand):
    help = "Everything the portal holds about one e-mail address, as JSON (Art. 15 and 20 GDPR)."

    def add_arguments(self, parser):
        parser.add_argument("email")

    def handle(self, *args, email, **options):
        held = {}
        for room in sockets.modules("privacy"):
            held |= room.export(email.strip())
        self.stdout.write(json.dumps(held, cls=DjangoJSONEncoder, indent=2, ensure_ascii=False))
