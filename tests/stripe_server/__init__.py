"""A local stand-in for Stripe, for tests and the demo: Checkout Sessions, refunds, idempotency keys, signed webhooks.

Standard library only. `python -m tests.stripe_server --port 12111 --webhook http://127.0.0.1:8000/stripe/webhook/
--secret whsec_test` serves until it is stopped. It remembers in memory; no money moves.

Tests reach the same object through the fixture `stripe_server`; a stranger can provoke faults over HTTP:
POST /_control with JSON `{"timeouts": 1}` (create, but do not answer), `{"errors": 3}` (a 500 stored under the key),
`{"webhooks": false}` (stop ringing), `{"arrive": "<session id>"}` and `{"fail": …}` (what becomes
of a direct debit), `{"ring": "<session id>", "times": 20}`; GET /_control tells what there is.
"""

from tests.stripe_server.account import StripeStandIn
from tests.stripe_server.aftermath import Problem
from tests.stripe_server.serving import serve

__all__ = ["Problem", "StripeStandIn", "serve"]
