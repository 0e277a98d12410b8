import pytest

from portal.accounts import membership
from portal.accounts.kinds import Role
from portal.accounts.models import Institution, Membership
from portal.accounts.people import enroll

PASSWORD = "correct horse battery"


@pytest.fixture
def ada(db):
    return enroll("ada@example.org", password=PASSWORD, first_name="Ada", last_name="Lovelace", language="de")


@pytest.fixture
def grace(db):
    return enroll("grace@example.org", password=PASSWORD, first_name="Grace", last_name="Hopper", language="en")


@pytest.fixture
def house(ada):
    """An institution that Ada manages."""
    made = Institution.objects.create(name="Zellschmiede", slug="zellschmiede", kind="startup", is_verified=True)
    Membership.objects.create(user=ada, institution=made, role=Role.MANAGER)
    return made


@pytest.fixture
def invitation(house, ada):
    return membership.invite(house, email="Grace@example.org", role=Role.MEMBER, by=ada)
