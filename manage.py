#!/usr/bin/env python3
"""Django's command line; without DATABASE_URL it starts the embedded PostgreSQL first."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    from portal.database import embedded

    embedded.provide_database()
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
