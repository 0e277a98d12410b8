"""The only room that speaks with Stripe. Called outside of transactions, always."""

from portal.payments.gateway.hosted import (
    Dispute,
    Money,
    Session,
    completed_sessions,
    create_session,
    expire,
    page_origin,
    refund,
    retrieve,
    session_of_intent,
    troubled_intents,
)
from portal.payments.gateway.joined import Standing, open_account, setup_origin, setup_page, standing
from portal.payments.gateway.line import NoAccess, Refused, Unreachable, is_configured, is_live
from portal.payments.gateway.signed import NotFromStripe, NotUnderstood, read_event

__all__ = [
    "Dispute",
    "Money",
    "NoAccess",
    "NotFromStripe",
    "NotUnderstood",
    "Refused",
    "Session",
    "Standing",
    "Unreachable",
    "completed_sessions",
    "create_session",
    "expire",
    "is_configured",
    "is_live",
    "open_account",
    "page_origin",
    "read_event",
    "refund",
    "retrieve",
    "session_of_intent",
    "setup_origin",
    "setup_page",
    "standing",
    "troubled_intents",
]
