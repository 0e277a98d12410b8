"""Listings about to expire."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.accounts.people import enroll

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/reports/expiring-listings/"


def show(make, title: str, days: int):
    listing = make("sale", title=title)
    listing.expires_on = timezone.localdate() + timedelta(days=days)
    listing.save(update_fields=["expires_on"])
    return listing


def test_only_what_leaves_within_a_month_is_listed_the_next_first(client, make):
    client.force_login(enroll("moderator@example.org", staff_groups=("Moderators",)))
    for title, days in (("Später", 20), ("Morgen", 1), ("Vorbei", -1), ("Lange", 60)):
        show(make, title, days)
    listed = client.get(ADDRESS).context["object_list"]
    assert [listing.title for listing in listed] == ["Morgen", "Später"]


def test_both_exports_work(client, make):
    client.force_login(enroll("moderator@example.org", staff_groups=("Moderators",)))
    show(make, "=Waage", 3)
    assert "'=Waage" in b"".join(client.get(ADDRESS, {"export": "csv"}).streaming_content).decode()
    assert client.get(ADDRESS, {"export": "xlsx"}).status_code == 200


def test_editors_do_not_read_it(client):
    client.force_login(enroll("editor@example.org", staff_groups=("Editors",)))
    assert client.get(ADDRESS).status_code in {302, 403}
