"""What happens over HTTP without a browser: visitors with their forms, the stand-in for Stripe, the rows they leave."""

import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import psycopg
import requests
from lxml import html

from tests.journeys import built_demo, filling
from tests.stripe_server import StripeStandIn

SAID = {"name": "Zoe Zahlt", "seats": "1", "target_group": "university", "consent": "on"}


def form_in(page: requests.Response, name: str) -> dict[str, str]:
    """The fields of the form that has one called `name`, as a browser would send them untouched."""
    forms = [one for one in html.fromstring(page.text).forms if name in one.fields]
    return {key: value for key, value in forms[0].form_values() if isinstance(value, str)}


class Visitor:
    """Somebody at a computer of their own; answers are not followed."""

    def __init__(self, demo, mailbox: str = ""):
        self.demo, self.mailbox = demo, mailbox
        self.http = requests.Session()

    def get(self, address: str) -> requests.Response:
        return self.http.get(urljoin(self.demo.base_url, address))

    def post(self, address: str, said: dict) -> requests.Response:
        address = urljoin(self.demo.base_url, address)
        return self.http.post(address, said, headers={"Referer": address}, allow_redirects=False)

    def log_in(self, key: str) -> "Visitor":
        user, door = self.demo.story["users"][key], self.demo.story["pages"]["login"]
        said = form_in(self.get(door), "login") | {"login": user["email"], "password": user["password"]}
        assert self.post(door, said).status_code == 302
        return self

    def press(self, address: str, **said) -> requests.Response:
        """A button of the administration."""
        return self.post(address, {"csrfmiddlewaretoken": self.http.cookies["csrftoken"], **said})


class Guest(Visitor):
    """Registers for an event that costs something, and pays."""

    def __init__(self, demo, mailbox: str, event: str = "paid"):
        super().__init__(demo, f"{mailbox}@visitor.example")
        self.door = demo.story["events"][event]["register_url"]

    def form(self, **said) -> dict[str, str]:
        return form_in(self.get(self.door), "email") | SAID | {"email": self.mailbox} | said

    def register(self, **said) -> "Guest":
        answer = self.post(self.door, self.form(**said))
        assert answer.status_code == 303, answer.text
        self.own_page = filling.link(self.demo.wait_for_mail(self.mailbox), "anmeldung")
        links = html.fromstring(self.get(self.own_page).text).xpath("//main//a[contains(@href, '/zahlung/')]/@href")
        self.pay_page = links[0]
        self.payment = int(urlsplit(self.pay_page).path.strip("/").split("/")[-1].split("-")[0])
        return self

    def cancel(self) -> None:
        """In two steps, as on the own page."""
        tree = html.fromstring(self.get(self.own_page).text)
        (door,) = set(tree.xpath("//main//a[contains(@href, '/stornieren/')]/@href"))
        page = self.get(door)
        token = form_in(page, "csrfmiddlewaretoken")["csrfmiddlewaretoken"]
        assert self.post(door, {"csrfmiddlewaretoken": token}).status_code in {302, 303}

    def start(self, **said) -> requests.Response:
        token = form_in(self.get(self.pay_page), "csrfmiddlewaretoken")["csrfmiddlewaretoken"]
        return self.post(self.pay_page, {"csrfmiddlewaretoken": token, "action": "start"} | said)

    def to_hosted_page(self) -> str:
        """The id of the session."""
        answer = self.start()
        assert answer.status_code == 303, answer.text
        return answer.headers["Location"].rpartition("/")[2]

    def invoice(self, **said) -> requests.Response:
        door = self.pay_page.replace("/zahlung/", "/rechnung/")
        return self.post(door, form_in(self.get(door), "street") | said)

    # ---- what is known of the payment -----------------------------------------------------------------------------

    def row(self, columns: str = "state"):
        (found,) = ask(self.demo, f"select {columns} from payments_payment where id = %s", self.payment)
        return found[0] if len(found) == 1 else found

    def becomes(self, state: str, seconds: float = 20) -> None:
        until(lambda: self.row() == state, seconds)

    def registration(self) -> str:
        ((state,),) = ask(self.demo, "select state from events_registration where email = %s", self.mailbox)
        return state

    def settled(self) -> int:
        """How often the money was entered as having come."""
        told = "select count(*) from wagtailcore_modellogentry l join django_content_type c on c.id = l.content_type_id"
        told += " where c.model = 'payment' and l.action = 'payments.paid' and l.object_id = %s"
        ((number,),) = ask(self.demo, told, str(self.payment))
        return number

    def letters(self, subject: str) -> int:
        """How many have come, once none is on its way."""
        waiting = "select count(*) from procrastinate_jobs where queue_name = 'letters' and status in ('todo', 'doing')"
        waiting += " and (scheduled_at is null or scheduled_at < now())"
        until(lambda: ask(self.demo, waiting) == [(0,)])
        return len([m for m in self.demo.mails if self.mailbox in m["To"] and subject in str(m["Subject"])])


class Stripe:
    """The stand-in, as a stranger reaches it; and who could sign in its name."""

    def __init__(self, demo, secret: str):
        self.demo, self.signer = demo, StripeStandIn(secret=secret)
        self.webhook = f"{demo.base_url}/stripe/webhook/"

    def control(self, **wish) -> list[int]:
        answer = requests.post(f"{self.demo.stripe}/_control", json=wish)
        assert answer.status_code == 200, answer.text
        return answer.json()["rung"]

    def kept(self) -> dict:
        return requests.get(f"{self.demo.stripe}/_control").json()

    def sessions_of(self, guest: Guest) -> list[dict]:
        reference = f"TP-{guest.payment:06d}"
        return [one for one in self.kept()["sessions"].values() if one["metadata"]["reference"] == reference]

    def event(self, session: str, kind: str = "checkout.session.completed", **subject) -> dict:
        return self.signer.event_about({"id": session} | subject, kind)

    def ring(self, event: dict | str, *, webhook: str = "", **how) -> requests.Response:
        body, signature = self.signer.signed(event, **how)
        return self.deliver(body, signature, webhook)

    def deliver(self, body: bytes, signature: str, webhook: str = "") -> requests.Response:
        headers = {"Content-Type": "application/json", "Stripe-Signature": signature}
        return requests.post(webhook or self.webhook, body, headers=headers, allow_redirects=False)


def ask(demo, question: str, *words) -> list[tuple]:
    """Rows of the portal's database; what writes returns none."""
    with psycopg.connect(demo.database_url, autocommit=True) as database:
        answer = database.execute(question, words)
        return answer.fetchall() if answer.description else []


def until(check, seconds: float = 40) -> None:
    end = time.monotonic() + seconds
    while not check():
        assert time.monotonic() < end, "it did not come so far"
        time.sleep(0.1)


def at_once(*deeds) -> list:
    """What the deeds return that begin at the same moment."""
    gate, answers = threading.Barrier(len(deeds)), [None] * len(deeds)

    def run(number, deed):
        gate.wait()
        answers[number] = deed()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@contextmanager
def another_web(demo, application: str = "portal.wsgi:application", **environment):
    """One more web server of the same portal; gives its address."""
    port, processes = built_demo.free_port(), built_demo.Processes()
    granian = str(Path(sys.executable).parent / "granian")
    options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--blocking-threads", "8", "--no-ws"]
    told = demo.environment | environment
    processes.start(granian, *options, "--log-level", "warning", application, environment=told, log=subprocess.DEVNULL)
    try:
        built_demo.wait_until_up(f"http://127.0.0.1:{port}/healthz")
        yield f"http://127.0.0.1:{port}"
    finally:
        processes.end()


def folder_of(database_url: str) -> str:
    """Where the embedded database has its socket."""
    return parse_qs(urlsplit(database_url).query)["host"][0]
