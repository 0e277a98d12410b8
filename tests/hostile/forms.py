"""Every form that a visitor can fill in, with an answer that it takes; and what its page says to another."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import uuid4

from django.db import connection
from django.urls import reverse
from django.utils import timezone

from events.models import Event
from marketplace.offers.forms import OfferForm
from marketplace.orders.forms import OrderForm
from portal.invoices.samples import UNIVERSITY
from portal.web import tokens
from tests.hostile.world import World

# What a refused form must leave as it was.
TABLES = (
    *(
        "events_registration",
        "coaching_booking",
        "coaching_note",
        "coaching_slot",
        "marketplace_order",
        "marketplace_question",
        "marketplace_listing",
        "home_answer",
        "accounts_user",
        "invoices_invoice",
        "invoices_billing",
        "withdrawals_withdrawal",
    ),
    *("accounts_institution", "accounts_invitation", "procrastinate_jobs"),
)


@dataclass(frozen=True)
class Form:
    """`said` is an answer that it takes. `lines` are its one-line texts, `texts` the longer ones; a mistake in one of
    `hidden` is told at the head of the form alone. What `stays` is sent with everything: it says which form it is.
    `is_optional`: an empty answer is one."""

    path: str
    role: str
    said: dict
    lines: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()
    is_optional: bool = False

    @property
    def kept(self) -> dict:
        return {name: self.said[name] for name in self.stays}

    @property
    def typed(self) -> tuple[str, ...]:
        return (*self.lines, *self.texts, *self.emails, *self.others, *self.hidden)

    def with_(self, **said) -> "Form":
        return replace(self, said=self.said | said)


def rows() -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(" union all ".join(f"select '{name}', count(*) from {name}" for name in TABLES))
        return dict(cursor.fetchall())


def refuses(response) -> bool:
    """The same page with an alert, no row changed."""
    return response.status_code in {200, 422} and 'role="alert"' in response.content.decode() and not response.wrote


def complains(response) -> bool:
    """FORM: it refuses and marks the field."""
    return refuses(response) and 'aria-invalid="true"' in response.content.decode()


def fine(response) -> bool:
    """Taken, or refused in words; nothing else."""
    return response.status_code in {302, 303} or refuses(response)


def next_week(hour: int) -> str:
    day = timezone.localdate() + timezone.timedelta(days=9)
    return f"{day:%Y-%m-%d}T{hour:02d}:00"


def _tonight(event: Event) -> Event:
    """The doors open an hour before: the event is moved without a word to anybody."""
    soon = timezone.now() + timezone.timedelta(minutes=30)
    Event.objects.filter(pk=event.pk).update(starts_at=soon, ends_at=soon + timezone.timedelta(hours=2))
    return event


def rest(form: type, *known: str) -> tuple[str, ...]:
    """Its other fields, also those that somebody will add."""
    return tuple(name for name in form.base_fields if name not in known)


OFFERED_LINES = ("title", "title_en", "city", "picture_description", "picture_description_en", "picture_credit")
OFFERED_TEXTS = ("description", "description_en", "access_note_de", "access_note_en")
OFFERED = (*rest(OfferForm, "kind", *OFFERED_LINES, *OFFERED_TEXTS), "picture", "picture-clear")

BILLING = tuple(f"billing_{name}" for name in (*UNIVERSITY, "email", "vat_id", "leitweg_id"))

FORMS: dict[str, Callable[[World], Form]] = {
    "register": lambda w: Form(
        f"/de/anmeldung/{w.free.pk}/",
        "anonymous",
        {"name": "Ada", "email": "ada@example.org", "seats": "1", "consent": "on", "target_group": "sme"},
        lines=("name", "institution", "note"),
        emails=("email",),
        others=("seats", "target_group"),
        hidden=("shown_fee", "submission"),
    ),
    "register with an invoice": lambda w: Form(
        f"/de/anmeldung/{w.payment.purpose.event_id}/",
        "anonymous",
        {
            "name": "Ada",
            "email": "ada@example.org",
            "seats": "1",
            "consent": "on",
            "target_group": "sme",
            "invoice": "on",
        }
        | {f"billing_{name}": value for name, value in UNIVERSITY.items()},
        lines=tuple(f"billing_{name}" for name in UNIVERSITY if name != "country"),
        emails=("billing_email",),
        others=("seats", "target_group", "billing_country", "billing_vat_id", "billing_leitweg_id"),
        hidden=("shown_fee", "submission"),
        stays=("invoice",),
    ),
    "change": lambda w: Form(
        f"/de/meine-anmeldung/{tokens.make('manage', w.guest)}/aendern/",
        "anonymous",
        {"name": "Ada", "institution": "Zellschmiede", "note": "Komme mit dem Rad"},
        lines=("name", "institution", "note"),
    ),
    "coaching": lambda w: Form(
        f"/de/coaching-termine/{w.coaching.slot_id}/",
        "anonymous",
        {
            "name": "Ada",
            "email": "ada@example.org",
            "startup": "Zellschmiede",
            "stage": "idea",
            "about": "Patente",
            "consent": "on",
        },
        lines=("name", "startup", "goal"),
        texts=("about",),
        emails=("email",),
        others=("stage",),
        hidden=("submission",),
    ),
    "walk-in": lambda w: Form(
        reverse("events:walk_in", args=[_tonight(w.free).pk]),
        "moderator",
        {"name": "Ada", "target_group": "sme", "press": str(uuid4())},
        lines=("name", "institution"),
        emails=("email",),
        others=("target_group",),
        hidden=("press", "beyond"),
    ),
    "publish": lambda w: Form(
        "/de/coach/termine/neu/",
        "member_a",
        {
            "day": str(timezone.localdate() + timezone.timedelta(days=20)),
            "time": "10:00",
            "minutes": "60",
            "rhythm": "once",
            "seats": "1",
            "mode": "online",
            "buffer_before": "0",
            "buffer_after": "15",
            "lead_hours": "24",
            "horizon_days": "60",
        },
        lines=("place",),
        others=("day", "time", "minutes", "rhythm", "until", "seats", "topic", "language", "mode", "online_url")
        + ("programme", "needs_confirmation"),
    ),
    "invoice": lambda w: Form(
        reverse("invoices:ask", args=[tokens.make("pay", w.payment)]),
        "anonymous",
        UNIVERSITY | {"email": "", "action": "issue"},
        lines=("name", "person", "street", "postal_code", "city", "order_number", "cost_centre"),
        emails=("email",),
        others=("country", "vat_id", "leitweg_id"),
        stays=("action",),
    ),
    "withdraw": lambda w: Form(
        reverse("withdrawals:declare"),
        "anonymous",
        {"name": "Ada", "contract": "TP-000001", "email": "ada@example.org", "confirm": "1"},
        lines=("name", "contract"),
        emails=("email",),
        hidden=("submission",),
        stays=("confirm",),
    ),
    "withdraw from a contract": lambda w: Form(
        reverse("withdrawals:of_contract", args=["registration", tokens.make("withdraw", w.payer)]),
        "anonymous",
        {"name": "Ada", "contract": "TP-000001", "email": "ada@example.org", "confirm": "1"},
        lines=("name", "contract"),
        emails=("email",),
        hidden=("submission",),
        stays=("confirm",),
    ),
    "usual recipient": lambda w: Form(
        reverse("invoices:usual"),
        "person",
        {name: value for name, value in UNIVERSITY.items() if name != "order_number"} | {"action": "save"},
        lines=("name", "person", "street", "postal_code", "city", "cost_centre"),
        emails=("email",),
        others=("country", "vat_id", "leitweg_id"),
        stays=("action",),
    ),
    "order": lambda w: Form(
        f"/de/angebot/{w.device.pk}/bestellen/",
        "person",
        {"start": next_week(10), "end": next_week(12), "note": "Proben", "target_group": "sme"},
        texts=("note",),
        # Which of its two buttons was pressed.
        others=rest(OrderForm, "note", "price", "submission") + ("binding", "invoice", *BILLING),
        hidden=("price", "submission"),
    ),
    "ask": lambda w: Form(
        f"/de/angebot/{w.device.pk}/fragen/",
        "anonymous",
        {"name": "Ada", "email": "ada@example.org", "text": "Passt mein Rotor?"},
        lines=("name",),
        texts=("text",),
        emails=("email",),
        hidden=("website_2",),
    ),
    "offer": lambda w: Form(
        "/de/angebot-einstellen/",
        "manager_a",
        {
            "kind": "device",
            "title": "Zentrifuge",
            "description": "Dreht sich.",
            "institution": str(w.a.pk),
            "price": "40",
            "action": "draft",
        },
        lines=OFFERED_LINES,
        texts=OFFERED_TEXTS,
        others=OFFERED,
        stays=("kind",),
    ),
    "join": lambda w: Form(
        w.pages["join"].url,
        "anonymous",
        {"name": "Ada", "post": "ada@example.org", "text": "Hallo", "consent": "on"},
        lines=("name",),
        texts=("text",),
        emails=("post",),
        others=("zahl",),
    ),
    "signup": lambda w: Form(
        "/de/konto/signup/",
        "anonymous",
        {
            "email": "ada@example.org",
            "password1": "correct horse battery",
            "first_name": "Ada",
            "last_name": "Lovelace",
        },
        lines=("first_name", "last_name"),
        emails=("email",),
        others=("password1",),
    ),
    "login": lambda w: Form(
        "/de/konto/login/",
        "anonymous",
        {"login": "ada@example.org", "password": "wrong"},
        emails=("login",),
        hidden=("password",),
    ),
    "profile": lambda w: Form(
        "/de/konto/profil/",
        "person",
        {"first_name": "Ada", "last_name": "Lovelace", "language": "de"},
        lines=("first_name", "last_name"),
        others=("language",),
    ),
    "found": lambda w: Form(
        "/de/konto/einrichtung/neu/",
        "person",
        {"name": "Zellschmiede", "kind": "startup", "city": "Bochum", "website": ""},
        lines=("name", "city"),
        others=("kind", "website"),
    ),
    "invite": lambda w: Form(
        "/de/konto/einrichtung/a-haus/",
        "manager_a",
        {"email": "ada@example.org", "role": "member"},
        emails=("email",),
        others=("role",),
    ),
}
