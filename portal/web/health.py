"""`/healthz`: whether this process can serve. Says no version and no detail."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def healthz(request):
    """200 `ok`; 503 while the database is away, read-only or behind its migrations."""
    healthy = _healthy()
    return HttpResponse("ok" if healthy else "not ready", status=200 if healthy else 503, content_type="text/plain")


def _healthy() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("show transaction_read_only")
            if cursor.fetchone()[0] == "on":
                return False
        executor = MigrationExecutor(connection)
        return not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return False
