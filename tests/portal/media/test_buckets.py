"""Files in a bucket, with a server that speaks S3: pictures are shown, documents stay private, leftovers go."""

import io
import tarfile
from datetime import timedelta
from pathlib import Path

import boto3
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from moto.server import ThreadedMotoServer
from PIL import Image
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction, UploadedFile

from portal.accounts.people import enroll
from portal.management.commands.backup import put_in, shelves
from portal.management.commands.restore import put_back
from portal.media import buckets, pictures, sweeping
from portal.media.models import PortalImage, PortalRendition
from tests.journeys.built_demo import free_port

pytestmark = pytest.mark.django_db
KEYS = {"access_key": "portal", "secret_key": "secret"}


@pytest.fixture(scope="module")
def s3():
    """The address of a server that keeps buckets in memory."""
    server = ThreadedMotoServer("127.0.0.1", free_port(), verbose=False)
    server.start()
    yield f"http://127.0.0.1:{server._port}"
    server.stop()


def keep_in(endpoint: str, monkeypatch) -> None:
    """As MEDIA_S3_… does it. A field asks for its storage once, when its model is made."""
    options = {"bucket_name": "portal", "endpoint_url": endpoint, "region_name": "eu-central-1"} | KEYS
    private, public = buckets.Documents(**options), buckets.Pictures(**options)
    monkeypatch.setitem(storages._storages, "default", private)
    monkeypatch.setitem(storages._storages, "pictures", public)
    for model in (PortalImage, Document, UploadedFile):
        monkeypatch.setattr(model._meta.get_field("file"), "storage", private)
    monkeypatch.setattr(PortalRendition._meta.get_field("file"), "storage", public)


@pytest.fixture
def bucket(s3, settings, monkeypatch, tmp_path):
    """The empty bucket; the folders are where nothing may be written."""
    settings.PICTURES_ROOT = settings.DOCUMENTS_ROOT = tmp_path / "nowhere"
    keep_in(s3, monkeypatch)
    client = {"aws_access_key_id": "portal", "aws_secret_access_key": "secret", "region_name": "eu-central-1"}
    held = boto3.resource("s3", endpoint_url=s3, **client).Bucket("portal")
    held.create(CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
    yield held
    held.objects.delete()
    held.delete()
    assert not (tmp_path / "nowhere").exists()


def keys(bucket) -> list[str]:
    return sorted(one.key for one in bucket.objects.all())


def image() -> PortalImage:
    out = io.BytesIO()
    Image.new("RGB", (800, 600), "#0B5C66").save(out, "JPEG")
    file = SimpleUploadedFile("photo.jpg", out.getvalue())
    return PortalImage.objects.create(title="x", credit="x", description="x", file=file)


def body(response) -> bytes:
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def test_a_picture_is_uploaded_cut_and_shown(bucket, client):
    editor = Client()
    editor.force_login(enroll("editor@example.org", staff_groups=("Editors",)))
    out = io.BytesIO()
    Image.new("RGB", (800, 600), "#0B5C66").save(out, "JPEG")
    said = {"title": "x", "description": "x", "credit": "x", "collection": "1", "tags": ""}
    answer = editor.post("/admin/images/add/", said | {"file": SimpleUploadedFile("photo.jpg", out.getvalue())})
    assert answer.status_code == 302
    shown = pictures.shown(PortalImage.objects.get(), "row")
    assert shown.url.startswith("/media/images/")
    response = client.get(shown.url)
    assert Image.open(io.BytesIO(body(response))).size == (480, 360)
    assert (response["Content-Type"], response["Cache-Control"]) == ("image/jpeg", "public, max-age=86400")
    avif = client.get(shown.sources[0][1].split()[0])
    assert (avif["Content-Type"], len(body(avif))) == ("image/avif", int(avif["Content-Length"]))
    known = client.get(shown.url, headers={"if-modified-since": response["Last-Modified"]})
    assert (known.status_code, known.content) == (304, b"")
    assert {key.rpartition("/")[0] for key in keys(bucket)} == {"documents/original_images", "pictures/images"}


def test_what_is_deleted_is_gone_from_the_bucket(bucket, django_capture_on_commit_callbacks):
    one = image()
    one.get_rendition("width-100")
    assert len(keys(bucket)) == 2
    with django_capture_on_commit_callbacks(execute=True):
        one.delete()
    assert keys(bucket) == []


def test_no_address_leads_to_an_original_or_to_another_shelf(bucket, client):
    original = image().file
    assert original.url == ""
    for way in (original.name, f"images/../../documents/{original.name}", f"images/{Path(original.name).name}"):
        assert client.get(f"/media/{way}").status_code == 404
    with pytest.raises(NotImplementedError):
        storages["default"].url(original.name)


def test_a_private_document_is_refused_to_strangers_and_read_by_who_may(bucket, client):
    shelf = Collection.get_first_root_node().add_child(name="Intern")
    CollectionViewRestriction.objects.create(collection=shelf, restriction_type="login")
    paper = Document.objects.create(title="x", collection=shelf, file=ContentFile(b"%PDF-secret", name="paper.pdf"))
    refused = client.get(paper.url)
    assert refused.status_code == 302
    assert b"secret" not in refused.content
    client.force_login(enroll("member@example.org"))
    response = client.get(paper.url)
    assert body(response) == b"%PDF-secret"
    assert response["Content-Type"] == "application/pdf"
    assert "attachment" in response["Content-Disposition"]


def test_two_of_the_same_name_do_not_overwrite_each_other(bucket):
    papers = [Document.objects.create(title="x", file=ContentFile(b"%d" % n, name="paper.pdf")) for n in range(2)]
    assert [paper.file.open().read() for paper in papers] == [b"0", b"1"]


def test_leftovers_are_swept_and_what_is_named_stays(bucket):
    one = image()
    cut = one.get_rendition("width-100")
    UploadedFile.objects.create(file=ContentFile(b"half-way", name="half.pdf"))
    bucket.put_object(Key="pictures/images/lost.png", Body=b"lost")
    bucket.put_object(Key="documents/elsewhere/other.txt", Body=b"not ours")
    assert sweeping.sweep(now=timezone.now()) == []
    swept = sweeping.sweep(now=timezone.now() + timedelta(days=1, minutes=1))
    assert sorted(swept) == ["images/lost.png", "wagtail_uploads/half.pdf"]
    left = ["documents/elsewhere/other.txt", f"documents/{one.file.name}", f"pictures/{cut.file.name}"]
    assert keys(bucket) == sorted(left)


def test_the_backup_takes_the_bucket_along_and_puts_it_back(bucket, tmp_path):
    storages["default"].save("documents/report.pdf", ContentFile(b"report"))
    storages["pictures"].save("images/logo.png", ContentFile(b"logo"))
    with tarfile.open(tmp_path / "portal.tar", "w") as archive:
        for name, storage in shelves().items():
            put_in(archive, name, storage)
    bucket.objects.delete()
    storages["pictures"].save("images/logo.png", ContentFile(b"another"))
    with tarfile.open(tmp_path / "portal.tar") as archive:
        archive.extractall(tmp_path / "out", filter="data")
    for name, storage in shelves().items():
        put_back(tmp_path / "out" / name, storage)
    assert keys(bucket) == ["documents/documents/report.pdf", "pictures/images/logo.png"]
    assert storages["pictures"].open("images/logo.png").read() == b"logo"


def test_where_no_bucket_answers_pages_stand_without_the_picture(bucket, client, monkeypatch):
    one = image()
    monkeypatch.setattr(buckets, "CONFIG", buckets.CONFIG.merge(buckets.Config(retries={"max_attempts": 0})))
    keep_in(f"http://127.0.0.1:{free_port()}", monkeypatch)
    lost = PortalImage.objects.get(pk=one.pk)
    assert pictures.shown(lost, "row") is None
    assert client.get("/media/images/x.png").status_code == 503
