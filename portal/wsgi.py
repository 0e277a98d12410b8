"""The door for WSGI servers."""

import os

from portal.database import embedded

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
embedded.provide_database()

from django.core.wsgi import get_wsgi_application  # noqa: E402

application = get_wsgi_application()
