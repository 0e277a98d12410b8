"""Visitors of `bench_nodes`: browsers without a screen, of which many may do the same at once."""

import http.client
import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from threading import Barrier
from urllib.parse import urlencode
from uuid import uuid4

from PIL import Image

TOKEN, FIELD, BORDER = "t" * 32, "csrfmiddlewaretoken", "border"
BROKEN = (OSError, http.client.HTTPException)


@dataclass
class Answer:
    status: int
    text: str

    @property
    def is_done(self) -> bool:
        """What a form leads to when it was taken."""
        return self.status in {302, 303}


class Visitor:
    """One line to `address`, kept open; `session` makes somebody of them."""

    def __init__(self, address: str, session: str = ""):
        self._line = http.client.HTTPConnection(address, timeout=20)
        self._session = session

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None, {})

    def post(self, path: str, said: dict | bytes, kind: str = "application/x-www-form-urlencoded") -> Answer:
        if isinstance(said, dict):
            said = urlencode(said | {FIELD: TOKEN if self._session else ""}).encode()
        return self._ask("POST", path, said, {"Content-Type": kind})

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict) -> Answer:
        if self._session:
            headers["Cookie"] = f"sessionid={self._session}; csrftoken={TOKEN}"
        try:
            self._line.request(method, path, body, headers)
            answer = self._line.getresponse()
            return Answer(answer.status, answer.read().decode("utf-8", "replace"))
        except BROKEN:
            self._line.close()
            raise


def register(visitor: Visitor, event: int, email: str) -> Answer:
    said = {"name": "Ada", "email": email, "seats": "1", "consent": "on", "target_group": "sme"}
    return visitor.post(f"/de/anmeldung/{event}/", said | {"submission": str(uuid4())})


def picture(title: str) -> tuple[bytes, str]:
    """The form that uploads one, and its kind."""
    out, said = io.BytesIO(), {"title": title, "description": "x", "credit": "x", "collection": "1", "tags": ""}
    Image.new("RGB", (400, 300), "#0B5C66").save(out, "PNG")
    head = f"--{BORDER}\r\nContent-Disposition: form-data; name="
    text = "".join(f'{head}"{name}"\r\n\r\n{value}\r\n' for name, value in (said | {FIELD: TOKEN}).items())
    text += f'{head}"file"; filename="x.png"\r\nContent-Type: image/png\r\n\r\n'
    content = text.encode() + out.getvalue() + f"\r\n--{BORDER}--\r\n".encode()
    return content, f"multipart/form-data; boundary={BORDER}"


def at_once(deeds: list[Callable[[], Answer]]) -> list[Answer | None]:
    """All start together; None for who got no answer."""
    start = Barrier(len(deeds))

    def run(deed):
        start.wait(timeout=30)
        with suppress(*BROKEN):
            return deed()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(run, deeds))
