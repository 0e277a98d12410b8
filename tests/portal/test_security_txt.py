"""Who finds a hole finds whom to tell."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from home.models import Office

pytestmark = pytest.mark.django_db


def told(client) -> dict:
    answer = client.get("/.well-known/security.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    return dict(line.split(": ", 1) for line in answer.content.decode().splitlines())


def test_it_names_whom_until_when_and_in_which_languages(client, site_tree, settings):
    Office.objects.create(site=site_tree.site, email="buro@example.org")
    said = told(client)
    assert said["Contact"] == "mailto:buro@example.org"
    assert said["Canonical"] == "http://testserver/.well-known/security.txt"
    assert said["Preferred-Languages"] == "de, en"
    ahead = datetime.fromisoformat(said["Expires"]) - timezone.now()
    assert timedelta(days=90) < ahead < timedelta(days=365)


def test_a_contact_of_its_own_and_an_umlaut_domain(client, site_tree, settings):
    Office.objects.create(site=site_tree.site, email="office@b\u00fccher.example")
    assert told(client)["Contact"] == "mailto:office@xn--bcher-kva.example"
    settings.SECURITY_CONTACT = "https://example.org/report"
    assert told(client)["Contact"] == "https://example.org/report"


def test_without_an_office_the_configured_address_answers(client, db, settings):
    settings.OFFICE_EMAIL = "office@example.org"
    assert told(client)["Contact"] == "mailto:office@example.org"
    assert client.post("/.well-known/security.txt").status_code == 405
