"""The header policy on every kind of answer, and what never comes in."""

from io import BytesIO

import pytest
from django.conf import settings as django_settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client
from django.urls import get_resolver, path
from PIL import Image
from wagtail.documents.models import Document

from portal.accounts.people import enroll
from portal.media.models import PortalImage

pytestmark = pytest.mark.django_db

PUBLIC = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "object-src": "'none'",
    "frame-ancestors": "'none'",
}
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
}


def policy(response) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in response["Content-Security-Policy"].split(";"))
    return {name: value for name, _, value in parts}


def assert_guarded(response) -> None:
    assert {name: response.get(name) for name in ALWAYS} == ALWAYS
    assert response["Referrer-Policy"] in {"same-origin", "strict-origin", "no-referrer"}
    assert "Access-Control-Allow-Origin" not in response
    assert "Server" not in response


def burn(request):
    raise RuntimeError("on purpose")


def lose_database(request):
    raise OperationalError("the server closed the connection")


@pytest.fixture
def burning(settings):
    """Two more doors: one that fails, one that finds no database."""
    doors = get_resolver().url_patterns
    extra = [path("burn", burn), path("lose-database", lose_database)]
    doors[:0] = extra
    get_resolver()._populated = False
    yield
    del doors[: len(extra)]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/", 302),
        ("/de/konto/login/", 200),
        ("/en/account/signup/", 200),
        ("/de/konto/", 302),
        ("/de/gibt-es-nicht/", 404),
        ("/.git/config", 404),
        ("/.env", 404),
        ("/de/media/", 404),
        ("/media/documents/x.pdf", 404),
        ("/media/images/../../.env", 404),
        ("/static/../manage.py", 404),
        ("/documents/99/x.pdf", 404),
        ("/stripe/webhook/", 405),
        ("/healthz", 200),
        ("/de/%00", 400),
        ("/de/suche/?query=%00", 400),
        ("/static/look/favicon.svg", 200),
    ],
)
def test_every_public_answer_is_guarded(client, site_tree, address, status):
    response = client.get(address)
    assert response.status_code == status
    assert_guarded(response)
    assert policy(response) == PUBLIC or address.startswith(("/media", "/documents"))


def test_a_fault_says_nothing_and_is_guarded(burning):
    response = Client(raise_request_exception=False).get("/burn")
    assert response.status_code == 500
    assert_guarded(response)
    assert "on purpose" not in response.content.decode()


def test_a_lost_database_is_503_with_a_time_to_come_back(client, burning):
    response = client.get("/lose-database")
    assert (response.status_code, response["Retry-After"]) == (503, "30")
    assert_guarded(response)


def test_foreign_host_is_refused(client):
    response = client.get("/de/konto/login/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert_guarded(response)


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "CONNECT", "BREW"])
def test_odd_methods_are_refused(client, site_tree, method):
    for address in ("/de/", "/de/konto/login/"):
        response = client.generic(method, address)
        assert response.status_code == 405
        assert_guarded(response)


def test_foreign_origin_gets_no_permission(client):
    response = client.get("/de/konto/login/", headers={"origin": "https://evil.example"})
    assert "Access-Control-Allow-Origin" not in response


# ---- the admin ----------------------------------------------------------------------------------------------------


@pytest.fixture
def admin(client):
    client.force_login(enroll("root@example.org", staff_groups=("Administrators",)))
    return client


def test_admin_policy_replaces_instead_of_adding(admin):
    found = policy(admin.get("/admin/"))
    assert found["script-src"] == found["style-src"] == "'self' 'unsafe-inline'"
    assert found["frame-ancestors"] == found["frame-src"] == "'self'"
    assert found["img-src"] == "'self' data: blob:"
    assert {name: found[name] for name in ("default-src", "base-uri", "object-src", "form-action")} == {
        "default-src": "'none'",
        "base-uri": "'none'",
        "object-src": "'none'",
        "form-action": "'self'",
    }


def test_admin_may_be_framed_by_itself_only(admin):
    assert admin.get("/admin/")["X-Frame-Options"] == "SAMEORIGIN"


def test_public_pages_of_a_logged_in_person_are_strict_and_not_stored(admin):
    response = admin.get("/de/konto/")
    assert policy(response) == PUBLIC
    assert response["X-Frame-Options"] == "DENY"
    assert "no-store" in response["Cache-Control"]


# ---- files --------------------------------------------------------------------------------------------------------


def test_documents_are_saved_and_not_opened(client):
    document = Document.objects.create(title="x", file=ContentFile(b"%PDF-1.4 /JS (alert)", name='a"; x.pdf'))
    response = client.get(document.url)
    assert response["Content-Disposition"].startswith("attachment")
    assert policy(response) == {"default-src": "'none'", "sandbox": "", "frame-ancestors": "'none'"}
    assert_guarded(response)


def test_pictures_are_what_they_say(client):
    out = BytesIO()
    Image.new("RGB", (40, 40)).save(out, "PNG")
    file = SimpleUploadedFile("x.png", out.getvalue())
    image = PortalImage.objects.create(title="x", credit="x", description="x", file=file)
    for spec, kind in (("width-20", "image/png"), ("width-20|format-avif", "image/avif")):
        response = client.get(image.get_rendition(spec).url)
        assert (response.status_code, response["Content-Type"]) == (200, kind)
        assert policy(response)["sandbox"] == ""
        assert_guarded(response)


# ---- what never comes in ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content_type", ["application/x-www-form-urlencoded", "multipart"])
@pytest.mark.parametrize("field", ["login", "password", "pass\x00word"])
def test_nul_in_a_form_is_refused(client, content_type, field):
    sent = {"login": "a", "password": "b"} | {field: "a\x00b"}
    if content_type == "multipart":
        response = client.post("/de/konto/login/", sent)
    else:
        from urllib.parse import urlencode

        response = client.post("/de/konto/login/", urlencode(sent), content_type=content_type)
    assert response.status_code == 400
    assert_guarded(response)


def test_file_may_hold_any_byte_but_its_name_may_not(client):
    fine = client.post("/de/konto/login/", {"login": "a", "file": SimpleUploadedFile("x.bin", b"\x00\x00")})
    assert fine.status_code == 200


def test_too_many_fields_and_too_large_a_body_are_refused(client):
    many = "&".join(f"f{n}=1" for n in range(10_002))
    kind = "application/x-www-form-urlencoded"
    assert client.post("/de/konto/login/", many, content_type=kind).status_code == 400
    large = "login=" + "a" * (6 * 1024 * 1024)
    assert client.post("/de/konto/login/", large, content_type=kind).status_code == 400


def test_json_to_a_form_changes_nothing(client):
    response = client.post("/de/konto/login/", '{"login": "a"}', content_type="application/json")
    assert response.status_code in {200, 400, 415, 422}


@pytest.mark.parametrize("length", ["-1", ""])
def test_odd_content_length_is_no_fault(client, length):
    response = client.post("/stripe/webhook/", b"{}", content_type="application/json", CONTENT_LENGTH=length)
    assert response.status_code in {400, 413}


# ---- cookies and forgery ------------------------------------------------------------------------------------------


def test_content_pages_set_no_cookie(client, site_tree):
    assert client.get("/de/").cookies == {}


def test_session_cookie_is_for_http_and_this_site_only(client):
    enroll("ada@example.org", password="correct horse battery")
    client.post("/de/konto/login/", {"login": "ada@example.org", "password": "correct horse battery"})
    cookie = client.cookies[django_settings.SESSION_COOKIE_NAME]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")


@pytest.mark.parametrize("address", ["/de/konto/login/", "/de/konto/signup/", "/de/konto/profil/"])
def test_forms_without_the_token_are_refused(address):
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(address, {"login": "a"})
    assert response.status_code == 403
    assert_guarded(response)


def test_only_the_webhook_is_exempt_from_the_forgery_check():
    """Django's own decorator marks exempt views; every view of every address is asked."""

    def views(patterns):
        for pattern in patterns:
            if hasattr(pattern, "url_patterns"):
                # Wagtail's admin calls its own views by a REST framework that checks the token itself.
                if str(pattern.pattern) != "admin/":
                    yield from views(pattern.url_patterns)
            else:
                yield pattern.callback

    exempt = {
        f"{view.__module__}.{view.__name__}"
        for view in views(get_resolver().url_patterns)
        if getattr(view, "csrf_exempt", False)
    }
    assert exempt == {"portal.payments.views.webhook"}
