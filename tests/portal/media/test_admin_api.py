"""The admin's scripts ask for images and documents; originals have no address to be told."""

import pytest

from tests.home.conftest import image  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("query", ["", "?fields=*"])
def test_the_scripts_of_the_admin_are_told_of_images_and_documents(client, image, django_user_model, query):  # noqa: F811
    client.force_login(django_user_model.objects.create_superuser("a@example.org", "pw"))
    (listed,) = client.get(f"/admin/api/main/images/{query}").json()["items"]
    told = client.get(f"/admin/api/main/images/{image.pk}/{query}").json()
    for one in (listed, told):
        assert one["thumbnail"]["url"].startswith("/media/images/")
        assert not one["meta"].get("download_url")
    assert client.get(f"/admin/api/main/documents/{query}").status_code == 200
