"""The release desk in the middle of a week: something is overdue, something is discussed, somebody is asked."""

from datetime import datetime, timedelta

from django.utils import timezone

from marketplace.offers import verbs as offering
from portal.approvals import asking
from portal.demo.content.releases import RELEASES
from portal.demo.telling.market import Market


def tell_releases(market: Market, *, now: datetime) -> None:
    for row in RELEASES:
        listing, moderator = market.listings[row["listing"]], market.moderator
        listing.refresh_from_db(fields=["submitted_at"])
        moment = listing.submitted_at + timedelta(hours=3)
        due_on = timezone.localdate(now) + timedelta(days=row["due_days"])
        offering.answer_by(listing, due_on=due_on, by=moderator, now=moment)
        for place, (author, text) in enumerate(row["comments"]):
            said_at = moment + timedelta(hours=place + 1)
            offering.comment(listing, by=market.accounts[author], text=text, now=said_at)
        if row["ask"]:
            asking.ask(listing, **row["ask"], by=moderator, now=moment)
