"""Serves until it is stopped."""

import argparse

from tests.stripe_server import StripeStandIn, serve


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.stripe_server", description="A local stand-in for Stripe; no money moves."
    )
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=12111)
    parser.add_argument("--address", default="", help="where payers reach it, unless at host and port")
    parser.add_argument("--webhook", default="http://127.0.0.1:8000/stripe/webhook/")
    parser.add_argument("--secret", default="whsec_test")
    wish = parser.parse_args()
    serve(StripeStandIn(wish.webhook, wish.secret), wish.port, wish.host, wish.address).serve_forever()


if __name__ == "__main__":
    main()
