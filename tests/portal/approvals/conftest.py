import pytest

from home.pages import StandardPage
from marketplace.offers import verbs as offering
from portal.accounts.people import enroll
from tests.home.conftest import add
from tests.marketplace.making import draft
from tests.portal.approvals.making import submit


@pytest.fixture
def moderator(db):
    return enroll("moderator@example.org", staff_groups=("Moderators",), first_name="Mia", last_name="Muster")


@pytest.fixture
def editor(db):
    return enroll("editor@example.org", staff_groups=("Editors",))


@pytest.fixture
def listing(db):
    return offering.submit(draft("sale", title="Waage"), by=None)


@pytest.fixture
def page(site_tree, editor):
    """A page whose next version waits for a moderator."""
    page = add(site_tree.de, StandardPage(title="Über uns", slug="ueber-uns", lead="Alt."))
    submit(page, editor, lead="Neu.")
    return page
