import pytest

from portal.payments.models import Payment
from portal.web import tokens


@pytest.fixture
def payment(db, django_user_model):
    from django.contrib.contenttypes.models import ContentType
    from django.utils import timezone

    user = django_user_model.objects.create_user("a@example.org")
    return Payment.objects.create(
        purpose_type=ContentType.objects.get_for_model(user),
        purpose_id=user.pk,
        amount="49.90",
        description="x",
        payer_name="A",
        payer_email="a@example.org",
        created_at=timezone.now(),
    )


def test_token_opens_its_row_only_for_its_purpose(payment):
    token = tokens.make("pay", payment)
    assert tokens.read("pay", token, Payment.objects.all()) == payment
    assert tokens.read("manage", token, Payment.objects.all()) is None


def test_new_nonce_revokes_every_link(payment):
    token = tokens.make("pay", payment)
    payment.revoke_links()
    assert tokens.read("pay", token, Payment.objects.all()) is None


def test_token_survives_a_rotated_secret_key(payment, settings):
    token = tokens.make("pay", payment)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-key"
    assert tokens.read("pay", token, Payment.objects.all()) == payment


@pytest.mark.parametrize("token", ["", "-", "1", "1-", "x-y", "٣-abc", "9" * 30 + "-a", "1-\x00"])
def test_read_answers_none_to_anything_forged(payment, token):
    assert tokens.read("pay", token, Payment.objects.all()) is None
