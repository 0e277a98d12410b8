"""A local stand-in for Stripe, for tests and the demo; the official library talks to it unchanged. No money moves.

Standard library only. `python -m tests.stripe_server --port 12111 --webhook http://127.0.0.1:8000/stripe/webhook/
--secret whsec_test` serves until it is stopped. It remembers in memory.

It has Checkout Sessions with their hosted page, payment intents with charges, refunds, disputes, idempotency keys,
signed webhooks, and linked accounts (Connect) with the hosted page that sets them up. What is asked with the header
Stripe-Account happens on that account alone: the objects of another are not found (404), an account that has let go
of us answers nothing (403). On the hosted page a payer pays by card, orders a debit, is declined, or disputes later.

Tests reach the same object through the fixture `stripe_server`; a stranger has it do things by POST /_control with
JSON, and GET /_control tells all that it remembers. `<s>` is the id of a session, `<a>` that of an account.

faults, each for the next requests:
    {"timeouts": 1}  carries out, and does not answer        {"drops": 1}  refuses before anything happens
    {"errors": 3}    answers 500, stored under the key       {"slow": 2.5} waits so many seconds before each answer
the bell:
    {"webhooks": false}  nobody is told                      {"delay": 5}  rings so many seconds later
    {"repeat": 3}        delivers each event so often        {"hold": true}, then {"let_go": "reversed"} (or "")
    {"ring": "<s>", "times": 20, "at_once": true, "kind": …} delivers one event so often, in parallel
what becomes of money, with the events that Stripe sends:
    {"pay": "<s>", "debit": true}    {"arrive": "<s>"}    {"fail": "<s>"}    {"expire": "<s>"}
    {"refund": "<s>", "amount": 1000, "status": "pending"}   as in the dashboard; {"refund_status": …} for the API
    {"dispute": "<s>"}, then {"decide": "<s>", "status": "won"} (or "lost", or anything: updated)
    {"page_lasts": 60}   pages opened from now on expire after so many seconds (else a day)
linked accounts:
    {"activate": "<a>"}    {"restrict": "<a>", "reason": "requirements.past_due"}    {"deauthorize": "<a>"}

Events of linked accounts are signed with `--connect-secret`, by default the same.
"""

from tests.stripe_server.account import StripeStandIn
from tests.stripe_server.aftermath import Problem
from tests.stripe_server.serving import serve

__all__ = ["Problem", "StripeStandIn", "serve"]
