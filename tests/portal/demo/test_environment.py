"""What is set stays; the rest follows from host and port."""

import pytest

from portal.demo.environment import address, asks_payment_page, environment

OWN = {"STRIPE_SECRET_KEY": "sk_test_own", "STRIPE_API_BASE": "http://127.0.0.1:12111"}


def test_without_anything_set_payments_are_made_on_the_test_page():
    told = environment({}, "127.0.0.1", 8000)
    assert told["PORTAL_BASE_URL"] == "http://127.0.0.1:8000"
    assert told["STRIPE_API_BASE"] == "http://127.0.0.1:9000"
    assert asks_payment_page(told, "127.0.0.1", 8000)


@pytest.mark.parametrize(
    ("host", "given", "allowed"),
    [
        ("0.0.0.0", {}, {"*"}),
        ("10.1.2.3", {}, {"10.1.2.3", "127.0.0.1"}),
        ("127.0.0.1", {"PORTAL_BASE_URL": "https://demo.example.org"}, {"demo.example.org", "127.0.0.1"}),
        ("127.0.0.1", {"ALLOWED_HOSTS": "demo.example.org"}, {"demo.example.org", "127.0.0.1"}),
    ],
)
def test_the_host_it_listens_on_and_the_one_in_its_letters_are_answered(host, given, allowed):
    assert allowed <= set(environment(given, host, 8000)["ALLOWED_HOSTS"].split(","))


def test_letters_of_a_demo_on_every_address_name_one_that_can_be_opened():
    assert environment({}, "0.0.0.0", 8241)["PORTAL_BASE_URL"] == address("0.0.0.0", 8241) == "http://127.0.0.1:8241"


def test_a_given_webhook_secret_stays():
    told = environment({"STRIPE_WEBHOOK_SECRET": "whsec_mine"}, "127.0.0.1", 8000)
    assert told["STRIPE_WEBHOOK_SECRET"] == "whsec_mine"
    assert asks_payment_page(told, "127.0.0.1", 8000)


def test_keys_of_true_payments_and_a_foreign_stand_in_stay():
    told = environment(OWN, "127.0.0.1", 8000)
    assert told.items() >= OWN.items()
    assert "STRIPE_WEBHOOK_SECRET" not in told
    for given in (OWN, {"STRIPE_API_BASE": OWN["STRIPE_API_BASE"]}, {"STRIPE_SECRET_KEY": "sk_live"}):
        assert not asks_payment_page(environment(given, "127.0.0.1", 8000), "127.0.0.1", 8000)
