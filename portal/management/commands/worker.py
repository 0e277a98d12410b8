import asyncio
import logging
import signal

from django.core.management.base import BaseCommand
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params
from procrastinate.exceptions import ConnectorException
from procrastinate.psycopg_connector import PsycopgConnector
from psycopg import OperationalError

LOG = logging.getLogger(__name__)
# How long one question to the database waits, and how long the worker rests before it asks again; seconds.
PATIENCE, REST = 5, 5


class Command(BaseCommand):
    help = "Letters, deadlines and the schedule. Waits while the database is away; on SIGTERM it finishes its jobs."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--concurrency", type=int, default=1, help="how many jobs at a time")

    def handle(self, *args, concurrency, **options):
        asyncio.run(_work(concurrency))


async def _work(concurrency: int) -> None:
    """Until told to end. A procrastinate worker ends with its connection; the next one takes over its jobs."""
    me, loop = asyncio.current_task(), asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, me.cancel)
    try:
        while True:
            await _work_while_connected(concurrency)
            if me.cancelling():
                return
            await asyncio.sleep(REST)
    except asyncio.CancelledError:
        LOG.info("The worker ends.")


async def _work_while_connected(concurrency: int) -> None:
    # A connector of its own each time: a pool that never opened stays closed.
    connector = PsycopgConnector(kwargs=connector_params(), timeout=PATIENCE, reconnect_timeout=PATIENCE)
    try:
        with app.replace_connector(connector) as connected:
            async with connected.open_async():
                LOG.info("The worker begins.")
                await connected.run_worker_async(concurrency=concurrency, install_signal_handlers=False)
    except (ConnectorException, OperationalError) as error:
        LOG.warning("The database is away; the worker asks again. %s", " ".join(str(error.__cause__ or error).split()))
