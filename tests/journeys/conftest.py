"""Browser and built demo: each process of the tests has its own of all, on a copy of the seeded database."""

import os
import shutil
import sys
from email import message_from_bytes, policy
from pathlib import Path

import psycopg
import pytest
from aiosmtpd.controller import Controller
from playwright.sync_api import sync_playwright

from tests.journeys import built_demo
from tests.sharing import stands_alone

HERE = Path(__file__).parent
# The shell is the same engine without the browser's windows, and takes a quarter of the time for a page.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",  # the shell cannot ask
]
WEBHOOK_SECRET = "whsec_journeys"
# Linked in the demo's story (portal.payments.samples).
ACCOUNT = "acct_demo"
SEEDING = pytest.StashKey[built_demo.Processes]()


WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")


def pytest_collection_modifyitems(items):
    """Journeys come after all other tests: by then the demo is seeded."""
    order = {}
    for item in items:
        journey = HERE in Path(item.path).parents
        order[item] = journey, stands_alone(str(item.path))
        if journey:
            item.add_marker(pytest.mark.journey)
    items.sort(key=order.get)


def pytest_collection_finish(session):
    """The first of several processes has the demo seeded while all of them test other things."""
    if WORKER == "gw0" and any(item.get_closest_marker("journey") for item in session.items):
        session.config.stash[SEEDING] = built_demo.Processes()
        session.config.stash[SEEDING].start(sys.executable, "-m", "tests.journeys.built_demo", environment={})


def pytest_sessionfinish(session):
    if seeding := session.config.stash.get(SEEDING, None):
        seeding.end()


class Inbox:
    def __init__(self):
        self.mails = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 (the sink's own name)
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The built demo on a copy of the seeded database: whatever journeys do, the next run starts clean."""
    server = os.environ["DATABASE_URL"]
    template, drawn = built_demo.seeded(server, os.environ["TEST_TEMPLATE"])
    media = tmp_path_factory.mktemp("media")
    shutil.copytree(drawn, media, dirs_exist_ok=True)
    name = f"journeys_{WORKER}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"drop database if exists {name} with (force)")
        connection.execute(f"create database {name} template {template}")
    web, stripe, smtp = (built_demo.free_port() for _ in range(3))
    inbox = Inbox()
    mail_server = Controller(inbox, hostname="127.0.0.1", port=smtp)
    mail_server.start()
    base_url = f"http://127.0.0.1:{web}"
    environment = {
        "DATABASE_URL": built_demo.database(server, name),
        **built_demo.roots(media),
        "CACHE_URL": f"filecache://{tmp_path_factory.mktemp('cache')}?max_entries=5000",
        "PORTAL_BASE_URL": base_url,
        "EMAIL_URL": f"smtp://127.0.0.1:{smtp}",
        "STRIPE_SECRET_KEY": "sk_test_journeys",
        "STRIPE_WEBHOOK_SECRET": WEBHOOK_SECRET,
        "STRIPE_API_BASE": f"http://127.0.0.1:{stripe}",
        "STRIPE_CONNECT": "true",
        "LOG_LEVEL": "WARNING",
    }
    processes = built_demo.Processes()
    granian = str(Path(sys.executable).parent / "granian")
    options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(web), "--blocking-threads", "4", "--no-ws"]
    processes.start(granian, *options, "--log-level", "warning", "portal.wsgi:application", environment=environment)
    processes.start(sys.executable, "manage.py", "worker", environment=environment)
    webhook = ["--port", str(stripe), "--webhook", f"{base_url}/stripe/webhook/", "--secret", WEBHOOK_SECRET]
    webhook += ["--link", ACCOUNT]
    processes.start(sys.executable, "-m", "tests.stripe_server", *webhook, environment=environment)
    try:
        built_demo.wait_until_up(f"{base_url}/healthz")
        story = built_demo.read_story(media / "story.json", base_url)
        told = {"stripe": environment["STRIPE_API_BASE"], "environment": environment}
        yield built_demo.BuiltDemo(base_url, environment["DATABASE_URL"], story, inbox.mails, **told)
    finally:
        processes.end()
        mail_server.stop()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_window(browser, demo):
    """Opens windows that report what no visitor may meet: server errors, foreign requests, CSP violations."""
    faults, contexts = [], []

    def watch(page):
        page.on("console", lambda m: faults.append(m.text) if "Content Security Policy" in m.text else None)
        page.on("pageerror", lambda error: faults.append(f"script: {error}"))
        page.on("response", lambda r: faults.append(f"{r.status} {r.url}") if r.status >= 500 else None)
        page.on("response", lambda r: faults.append(f"missing {r.url}") if _is_missing_part(r) else None)
        page.on("request", lambda r: faults.append(f"foreign {r.url}") if _is_foreign(r.url, demo) else None)
        return page

    def open_(width=1280, height=900, **options):
        options = {"locale": "de-DE", "viewport": {"width": width, "height": height}} | options
        context = browser.new_context(base_url=demo.base_url, **options)
        contexts.append(context)
        return watch(context.new_page())

    yield open_
    for context in contexts:
        context.close()
    assert faults == []


def _is_missing_part(response) -> bool:
    return response.status >= 400 and response.request.resource_type in {"image", "stylesheet", "script", "font"}


def _is_foreign(url: str, demo) -> bool:
    # The test payment page stands for Stripe's; it is another origin by design.
    return not url.startswith(("http://127.0.0.1", "data:", "blob:", demo.base_url))


@pytest.fixture
def window(open_window):
    return open_window()


@pytest.fixture
def phone(open_window):
    return open_window(390, 844, has_touch=True)


@pytest.fixture(scope="session")
def known(browser, demo):
    """`known("editor")` is the cookie of somebody who has logged in, for `open_window(storage_state=…)`."""
    states = {}

    def known(key: str) -> dict:
        if key not in states:
            context = browser.new_context(base_url=demo.base_url, locale="de-DE")
            log_in_as(context.new_page(), demo, key)
            states[key] = context.storage_state()
            context.close()
        return states[key]

    return known


def log_in_as(page, demo, key: str) -> None:
    """Somebody of the demo's users, or the manager with that email address; all have the same password."""
    user = demo.story["users"].get(key) or {**demo.story["users"]["admin"], "email": key}
    page.goto(demo.story["pages"]["login"])
    page.fill("input[name=login]", user["email"])
    page.fill("input[name=password]", user["password"])
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(lambda address: "login" not in address)


@pytest.fixture
def log_in(demo):
    return lambda page, key: log_in_as(page, demo, key)
