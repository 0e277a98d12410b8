"""A line on which pages arrive in drips, as on a train: what is drawn too early is seen to move."""

import contextlib
import http.client
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

DRIP = 1500  # bytes, about one packet
PAUSE = 0.03  # seconds
DROPPED = {"connection", "content-encoding", "content-length", "transfer-encoding"}


@contextlib.contextmanager
def slow_line(base_url: str, change=lambda page: page):
    """The address of a server that hands on what `base_url` answers; pages (bytes) go through `change` and drip."""
    portal = urlsplit(base_url).netloc

    class Line(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):  # noqa: N802 (the library's own name)
            connection = http.client.HTTPConnection(portal)
            connection.request("GET", self.path, headers={"Host": portal, "Cookie": self.headers.get("Cookie", "")})
            answer = connection.getresponse()
            body, is_page = answer.read(), "html" in answer.getheader("Content-Type", "")
            connection.close()
            body = change(body) if is_page else body
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in DROPPED:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            step = DRIP if is_page else len(body) or 1
            for start in range(0, len(body), step):
                self.wfile.write(body[start : start + step])
                time.sleep(PAUSE if is_page else 0)

        def log_message(self, *_):
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Line)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
