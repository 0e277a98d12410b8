"""The events in the web site of a partner: another origin shows them in a frame, and nothing is broken in it."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.journeys import inspecting


@pytest.fixture
def partner(demo):
    """A web site at another origin that holds the lines which our calendar hands out."""

    class Site(BaseHTTPRequestHandler):
        def do_GET(self):  # noqa: N802 (the server's own name)
            page = f'<!doctype html><title>x</title><iframe src="{demo.base_url}/de/kalender/widget/?n=3"></iframe>'
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_a_partner_shows_the_next_events(window, partner):
    window.goto(partner, wait_until="networkidle")
    frame = window.frame_locator("iframe")
    assert frame.locator("li.event-row").count() == 3
    assert frame.locator("li.event-row a").first.get_attribute("href")


def test_the_widget_alone_is_accessible(phone, demo):
    for path in ("/de/kalender/widget/", "/en/calendar/widget/?format=xyzzyq"):
        assert phone.goto(demo.base_url + path).status == 200
        assert inspecting.violations(phone) == []
        assert inspecting.overflow(phone) <= 0
