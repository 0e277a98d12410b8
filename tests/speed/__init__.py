"""Benchmarks, each run by hand with `make bench-…`; no test depends on a clock."""

import django

from tests import early  # noqa: F401 starts the database before the settings are read

django.setup()
