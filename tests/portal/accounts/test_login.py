"""Logging in, signing up and resetting by allauth, in our frame, in both languages, within our limits."""

import re
from urllib.parse import urlencode

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.contrib.auth.hashers import MD5PasswordHasher
from django.urls import reverse
from django.utils import translation

from portal.accounts.models import User
from portal.accounts.people import enroll
from tests.portal.accounts.conftest import PASSWORD

pytestmark = pytest.mark.django_db
LOGIN = "/de/konto/login/"


def log_in(client, email="ada@example.org", password=PASSWORD, **more):
    return client.post(LOGIN, {"login": email, "password": password}, **more)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", ["account_login", "account_signup", "account_reset_password"])
def test_doors_open_in_both_languages(client, name, language):
    with translation.override(language):
        response = client.get(reverse(name))
    page = response.content.decode()
    assert response.status_code == 200
    assert f'<html lang="{language}">' in page
    assert "<style" not in page
    assert not re.search(r"\son[a-z]+=", page)


@pytest.mark.parametrize(
    "name",
    [
        "account_email",
        "account_change_password",
        "account_logout",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_list_webauthn",
        "mfa_add_webauthn",
        "account_reauthenticate",
    ],
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_account_pages_open_in_our_frame(client, ada, name, language):
    log_in(client)
    with translation.override(language):
        response = client.get(reverse(name), follow=True)
    page = response.content.decode()
    assert response.status_code == 200
    assert "skip" in page
    assert "data:image" not in page


def test_log_in_leads_to_my_desk_with_a_new_session(client, ada):
    client.get(LOGIN)
    client.session.save()
    before = client.session.session_key
    response = log_in(client)
    assert response["Location"] == "/de/konto/"
    assert client.session.session_key != before


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_log_in_leads_nowhere_else(client, ada, target):
    response = client.post(f"{LOGIN}?next={target}", {"login": "ada@example.org", "password": PASSWORD, "next": target})
    assert "evil" not in response["Location"]
    assert "javascript" not in response["Location"]


def test_log_in_with_a_wrong_password_says_so_in_formal_german(client, ada):
    response = log_in(client, password="wrong")
    assert 'role="alert"' in response.content.decode()


def test_eleventh_wrong_password_answers_429_and_the_right_one_still_works_elsewhere(client, ada):
    answers = [log_in(client, password="wrong").status_code for _ in range(11)]
    assert answers == [200] * 10 + [429]
    limited = log_in(client)
    assert (limited.status_code, limited["Retry-After"]) == (429, "60")
    assert log_in(client, REMOTE_ADDR="10.0.0.9").status_code == 302


def test_limit_counts_the_caller_and_not_what_it_claims(client, ada):
    for n in range(10):
        log_in(client, password="wrong", HTTP_X_FORWARDED_FOR=f"1.2.3.{n}")
    assert log_in(client, password="wrong", HTTP_X_FORWARDED_FOR="9.9.9.9").status_code == 429


def test_inactive_account_is_logged_out_at_the_next_request(client, ada):
    log_in(client)
    User.objects.filter(pk=ada.pk).update(is_active=False)
    assert client.get("/de/konto/").status_code == 302


def test_password_change_elsewhere_ends_this_session(client, ada):
    log_in(client)
    ada.set_password("another correct horse")
    ada.save()
    assert client.get("/de/konto/").status_code == 302


# ---- signing up ---------------------------------------------------------------------------------------------------

SIGNUP = {"first_name": "Rosalind", "last_name": "Franklin", "email": "Rosalind@Example.org", "password1": PASSWORD}


def sign_up(client, language="de", **changes):
    with translation.override(language):
        return client.post(reverse("account_signup"), SIGNUP | changes)


def test_known_and_unknown_addresses_are_answered_alike_and_as_slowly(client, ada, monkeypatch):
    """What takes long is the password; whoever is known is made to wait for one too."""
    hashed = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *args: hashed.append(1) or encode(*args))
    seen = []
    for email in (ada.email, "nobody-yet@example.org"):
        hashed.clear()
        answer = sign_up(client, email=email)
        seen.append((answer.status_code, answer["Location"], answer.content, len(hashed)))
        client.logout()
    assert seen[0] == seen[1]
    assert seen[0][-1] == 1
    reset = [client.post(reverse("account_reset_password"), {"email": email}) for email in (ada.email, "x@example.org")]
    assert reset[0].status_code == reset[1].status_code == 302
    assert reset[0]["Location"] == reset[1]["Location"]


@pytest.mark.parametrize(
    ("language", "subject"),
    [("de", "Bitte bestätigen Sie Ihre E-Mail-Adresse"), ("en", "Please confirm your email address")],
)
def test_sign_up_confirms_the_address_by_a_letter_in_the_readers_language(client, post_office, language, subject):
    sign_up(client, language)
    user = User.objects.get(email="rosalind@example.org")
    assert (user.get_full_name(), user.language) == ("Rosalind Franklin", language)
    letter = post_office()[0]
    assert letter.subject == subject
    link = re.search(rf"http://testserver(/{language}/\S+)", letter.body)[1]
    client.get(link)
    assert not EmailAddress.objects.get(user=user).verified
    client.post(link)
    assert EmailAddress.objects.get(user=user).verified


def test_sign_up_keeps_no_secret_in_the_queue(client):
    from tests.post_office import waiting

    sign_up(client)
    args = waiting()[0].args
    assert set(args) == {"kind", "pk", "reader", "message"}


def test_sign_up_with_a_known_address_tells_only_its_owner(client, ada, post_office):
    fresh = sign_up(client)
    known = sign_up(client, email="ada@example.org")
    assert known["Location"] == fresh["Location"]
    assert [letter.subject for letter in post_office()][-1] == "Sie haben schon ein Konto"


def test_sign_up_with_a_weak_password_keeps_what_was_typed(client):
    response = sign_up(client, password1="12345678")
    page = response.content.decode()
    assert 'aria-invalid="true"' in page
    assert 'value="Rosalind"' in page
    assert not User.objects.exists()


# ---- a new password -----------------------------------------------------------------------------------------------


def test_reset_link_works_once_and_comes_from_the_configuration(client, ada, post_office):
    client.post(reverse("account_reset_password"), {"email": "ada@example.org"})
    letter = post_office()[0]
    link = re.search(r"http://testserver(/de/\S+)", letter.body)[1]
    form = client.get(link, follow=True)
    new = {"password1": "another correct horse", "password2": "another correct horse"}
    client.post(form.request["PATH_INFO"], new)
    ada.refresh_from_db()
    assert ada.check_password("another correct horse")
    assert "ungültig" in client.get(link, follow=True).content.decode()
    assert [letter.subject for letter in post_office()][-1] == "Ihr Passwort wurde geändert"


def test_reset_refuses_a_foreign_host(client, ada):
    response = client.post(reverse("account_reset_password"), {"email": ada.email}, headers={"host": "evil.example"})
    assert response.status_code == 400


def test_reset_of_an_unknown_address_looks_the_same(client, ada, post_office):
    known = client.post(reverse("account_reset_password"), {"email": "ada@example.org"})
    unknown = client.post(reverse("account_reset_password"), {"email": "nobody@example.org"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert len(post_office()) == 1


# ---- another address ----------------------------------------------------------------------------------------------


def test_another_address_counts_only_after_its_own_confirmation(client, ada, post_office):
    log_in(client)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.post(reverse("account_email"), {"email": "New@example.org", "action_add": "1"})
    ada.refresh_from_db()
    assert ada.email == "ada@example.org"
    page = client.get(reverse("account_email")).content.decode()
    assert "wartet auf Bestätigung" in page
    assert "style=" not in page.partition("<main")[2].partition("</main>")[0]
    letter = post_office()[-1]
    assert letter.to == ["Ada Lovelace <new@example.org>"]
    client.post(re.search(r"http://testserver(/de/\S+)", letter.body)[1])
    ada.refresh_from_db()
    assert ada.email == "new@example.org"


# ---- the door of the staff ----------------------------------------------------------------------------------------


@pytest.fixture
def editor(db):
    return enroll("editor@example.org", password=PASSWORD, staff_groups=("Editors",))


def test_admin_login_is_allauths_and_keeps_next_relative(client, db):
    assert client.get("/admin/login/?next=/admin/pages/")["Location"] == "/de/konto/login/?next=/admin/pages/"
    assert client.get("/admin/pages/")["Location"] == "/de/konto/login/?next=/admin/pages/"


def test_admin_is_closed_to_people_without_the_right(client, ada):
    log_in(client)
    assert client.get("/admin/").status_code == 403


def test_admin_opens_to_staff_by_password_alone_in_the_demo(client, editor):
    log_in(client, "editor@example.org")
    assert client.get("/admin/").status_code == 200


def test_staff_without_a_second_factor_must_set_one_up(client, editor, settings):
    settings.STAFF_NEEDS_SECOND_FACTOR = True
    log_in(client, "editor@example.org")
    assert client.get("/admin/")["Location"] == reverse("mfa_index")


def test_staff_with_a_second_factor_is_asked_for_it_once_per_code(client, editor, settings):
    settings.STAFF_NEEDS_SECOND_FACTOR = True
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(editor, secret)
    assert Authenticator.objects.filter(user=editor).exists()
    assert log_in(client, "editor@example.org")["Location"] == reverse("mfa_authenticate")
    assert client.get("/admin/").status_code == 302
    code = totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time())))
    assert client.post(reverse("mfa_authenticate"), {"code": code}).status_code == 302
    assert client.get("/admin/").status_code == 200
    client.logout()
    log_in(client, "editor@example.org")
    assert client.post(reverse("mfa_authenticate"), {"code": code}).status_code == 200


def test_admin_user_pages_work_with_our_user(client, editor):
    admin = enroll("root@example.org", password=PASSWORD, staff_groups=("Administrators",))
    client.force_login(admin)
    for page in ("/admin/users/", "/admin/users/new/", f"/admin/users/edit/{editor.pk}/", "/admin/groups/"):
        assert client.get(page).status_code == 200
    sent = {
        "email": "new@example.org",
        "first_name": "N",
        "last_name": "E",
        "password1": PASSWORD,
        "password2": PASSWORD,
    }
    assert client.post("/admin/users/new/", sent).status_code == 302
    assert User.objects.filter(email="new@example.org").exists()


def test_where_somebody_wanted_to_go_is_kept_through_creating_an_account(client, post_office):
    wanted = "/de/marktplatz/?start=2027-01-12T10%3A00"
    client.post(reverse("account_signup"), SIGNUP | {"next": wanted})
    link = re.search(r"http://testserver(/de/\S+)", post_office()[0].body)[1]
    to_log_in = client.post(link)["Location"]
    assert to_log_in == f"{LOGIN}?{urlencode({'next': wanted})}"
    said = {"login": SIGNUP["email"], "password": PASSWORD, "next": wanted}
    assert client.post(to_log_in, said)["Location"] == wanted


def test_nobody_is_led_away_from_the_portal_after_creating_an_account(client, post_office):
    client.post(reverse("account_signup"), SIGNUP | {"next": "https://evil.example/"})
    link = re.search(r"http://testserver(/de/\S+)", post_office()[0].body)[1]
    assert client.post(link)["Location"] == LOGIN
