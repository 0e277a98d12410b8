"""In which order tables are built."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

OURS = {"accounts", "approvals", "coaching", "events", "home", "letters", "marketplace", "media", "payments"}
# Wagtail's pages know their owner.
BEFORE_WAGTAIL = ("accounts", "0001_initial")


def test_wagtails_tables_are_built_before_ours(db):
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes(), clean_start=True)
    order = [(step.app_label, step.name) for step, _backwards in plan]
    ours = [place for place, step in enumerate(order) if step[0] in OURS and step != BEFORE_WAGTAIL]
    wagtails = [place for place, (app, _name) in enumerate(order) if app.startswith("wagtail")]
    assert max(wagtails) < min(ours)
