"""What the demo's processes are told: what somebody has set stays as it is, the rest follows from host and port."""

import secrets
from urllib.parse import urlsplit

EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104
HERE = ("127.0.0.1", "localhost", "[::1]")
# Whoever pays with it pays on a stand-in: Stripe itself does not know it.
TEST_KEY = "sk_test_demo"


def environment(given: dict[str, str], host: str, port: int) -> dict[str, str]:
    """The environment of web, worker and seeding, out of the one that is `given`."""
    told = {name: value for name, value in given.items() if value}
    told.setdefault("PORTAL_BASE_URL", address(host, port))
    told["ALLOWED_HOSTS"] = _hosts(told, host)
    if "STRIPE_SECRET_KEY" not in told:
        told["STRIPE_SECRET_KEY"] = TEST_KEY
        told.setdefault("STRIPE_WEBHOOK_SECRET", "whsec_" + secrets.token_hex(8))
        told.setdefault("STRIPE_API_BASE", payment_page(host, port))
        told.setdefault("STRIPE_CONNECT", "true")
    return told


def address(host: str, port: int) -> str:
    """Where this machine reaches what listens on `host`."""
    return f"http://{'127.0.0.1' if host in EVERYWHERE else host}:{port}"


def payment_page(host: str, port: int) -> str:
    """The address of the test payment page, a thousand ports above the web server."""
    return address(host, port + 1000)


def asks_payment_page(told: dict[str, str], host: str, port: int) -> bool:
    """Whether payments go there, not to Stripe or to a stand-in of somebody else."""
    return told["STRIPE_SECRET_KEY"] == TEST_KEY and told["STRIPE_API_BASE"] == payment_page(host, port)


def _hosts(told: dict[str, str], host: str) -> str:
    if host in EVERYWHERE and "ALLOWED_HOSTS" not in told:
        return "*"
    ours = [host, *HERE, urlsplit(told["PORTAL_BASE_URL"]).hostname or ""]
    return ",".join(dict.fromkeys([*told.get("ALLOWED_HOSTS", "").split(","), *ours])).strip(",")
