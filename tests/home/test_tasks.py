"""What has a day appears on it, without anybody at the desk."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from home.pages import StandardPage
from home.tasks import publish_scheduled

pytestmark = pytest.mark.django_db


def test_a_page_appears_on_its_day(site_tree):
    page = StandardPage(title="Bald", slug="bald", live=False, locale=site_tree.de.locale)
    site_tree.de.add_child(instance=page)
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    for days, live in ((0, False), (2, True)):
        with time_machine.travel(timezone.now() + timedelta(days=days)):
            publish_scheduled(0)
        page.refresh_from_db()
        assert page.live is live
