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
    parser.add_argument("--connect-secret", default="", help="of events of linked accounts, unless the same")
    parser.add_argument("--link", action="append", default=[], help="the id of an account that is linked already")
    wish = parser.parse_args()
    stand_in = StripeStandIn(wish.webhook, wish.secret, wish.connect_secret)
    for account in wish.link:
        stand_in.know(account)
    serve(stand_in, wish.port, wish.host, wish.address).serve_forever()


if __name__ == "__main__":
    main()
