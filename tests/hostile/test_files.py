"""Files: what is public has one kind of address, what is private has none; nothing tells where a camera stood."""

import io
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from django.apps import apps
from django.conf import settings as django_settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import FileField
from django.template.base import Template
from django.utils import timezone
from PIL import Image
from wagtail.documents.models import Document
from wagtail.models import UploadedFile

from portal.accounts.people import enroll
from portal.media import roots, sweeping
from portal.media.models import PortalImage

pytestmark = pytest.mark.django_db
SECRET = b"SecretCam"
# Each leads from the pictures to `documents/secret.pdf` beside them if anybody follows it.
UP = ["../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%252f", "..\\", "..%5c", "%c0%ae%c0%ae/", ".%2e/", "....//", "..;/"]
PREFIXES = [
    "/media/",
    "/media/images/",
    "/media/images/x/",
    "/media//images/",
    "/media/images//",
    "/documents/",
    "/static/",
]
TARGETS = ["documents/secret.pdf", "original_images/secret.jpg", "wagtail_uploads/secret.jpg"]


@pytest.fixture(autouse=True)
def folders(settings, tmp_path) -> Path:
    """Both roots side by side, so that one step up would do."""
    settings.PICTURES_ROOT, settings.DOCUMENTS_ROOT = tmp_path / "pictures", tmp_path / "documents"
    for name in ("documents/secret.pdf", "original_images/secret.jpg", "wagtail_uploads/secret.jpg"):
        for root in (settings.DOCUMENTS_ROOT, tmp_path):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(SECRET)
    (settings.PICTURES_ROOT / "images" / "x").mkdir(parents=True)
    (settings.PICTURES_ROOT / "images" / "shown.png").write_bytes(b"shown")
    return tmp_path


@pytest.fixture
def editor(client):
    client.force_login(enroll("editor@example.org", staff_groups=("Editors",)))
    return client


def photo(kind="JPEG", size=(640, 480)) -> bytes:
    exif, out = Image.Exif(), io.BytesIO()
    exif[271] = SECRET.decode()
    exif[0x8825] = {1: "N", 2: (51.0, 26.0, 47.0)}
    Image.new("RGB", size, "#0B5C66").save(out, kind, exif=exif)
    return out.getvalue()


def everything_under(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


# ---- addresses ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("target", TARGETS)
def test_no_way_leads_out_of_the_pictures(client, folders, monkeypatch, prefix, target):
    monkeypatch.setattr(Template, "_render", lambda self, context: "")  # the page that says so is drawn elsewhere
    ways = [prefix + step * times + target for step in UP for times in (1, 2, 3)]
    ways += [
        prefix + target,
        prefix + quote(target, safe=""),
        prefix + str(folders / target),
        f"{prefix}%00/../{target}",
    ]
    found = {way: response for way in ways if (response := client.get(way)).status_code not in {301, 302, 400, 404}}
    assert found == {}


@pytest.mark.parametrize(
    "name", ["", ".", "..", "x", "x/", ".htaccess", "n" * 300 + ".png", "shown.png/", "shown.png%0a", "SHOWN.PNG "]
)
def test_what_is_no_picture_is_not_there(client, name):
    assert client.get(f"/media/images/{name}", follow=True).status_code == 404


def test_a_picture_is_there(client):
    response = client.get("/media/images/shown.png")
    assert (response.status_code, b"".join(response.streaming_content)) == (200, b"shown")


def test_every_file_but_the_cuts_lies_where_no_address_leads():
    """Also what Wagtail and its like keep; a new field for files is private until it says otherwise."""
    fields = [f for model in apps.get_models() for f in model._meta.local_concrete_fields if isinstance(f, FileField)]
    public = {str(field) for field in fields if field.storage == storages["pictures"]}
    assert public == {"media.PortalRendition.file", "wagtailimages.Rendition.file"}
    with pytest.raises(NotImplementedError):
        storages["default"].url("documents/secret.pdf")


@pytest.mark.parametrize(
    ("pictures", "documents", "faults"),
    [("a", "b", 0), ("a", "a", 1), ("a", "a/b", 1), ("a/b", "a", 1), ("a", "../x/a", 0), ("a", "b/../a/c", 1)],
)
def test_roots_that_lie_in_each_other_are_a_fault(settings, tmp_path, pictures, documents, faults):
    settings.PICTURES_ROOT, settings.DOCUMENTS_ROOT = tmp_path / pictures, tmp_path / documents
    assert len(roots.check_roots(None)) == faults


# ---- names --------------------------------------------------------------------------------------------------------


def test_nobody_guesses_the_name_of_an_original_or_of_its_cuts(client, editor):
    for _ in range(2):
        file = SimpleUploadedFile("gruppenfoto.jpg", photo())
        PortalImage.objects.create(title="x", credit="x", description="x", file=file)
    names = [Path(image.file.name) for image in PortalImage.objects.all()]
    assert len({name.stem for name in names}) == 2
    assert all(len(name.stem) == 32 and name.suffix == ".jpg" for name in names)
    url = PortalImage.objects.first().get_rendition("width-100").url
    assert url.startswith(tuple(f"/media/images/{name.stem}" for name in names))
    assert client.get(url).status_code == 200
    assert client.get(f"/media/{names[0]}").status_code == 404


# ---- what cameras wrote -------------------------------------------------------------------------------------------

DESCRIBED = {"title": "x", "description": "x", "credit": "x", "collection": "1", "tags": ""}


@pytest.mark.parametrize("size", [(640, 480), (5000, 3000)])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_no_camera_comes_as_far_as_the_disk(editor, folders, monkeypatch, kind, size):
    """Whatever is written while uploads run is looked at, also what is deleted again at once."""
    for path in [*folders.rglob("secret.*")]:
        path.unlink()
    written = []
    for storage in ("default", "pictures"):
        save = storages[storage]._save
        monkeypatch.setattr(storages[storage], "_save", lambda n, c, save=save: written.append(c) or save(n, c))
    content, name = photo(kind, size), f"x.{kind.lower()}"
    one = editor.post("/admin/images/add/", DESCRIBED | {"file": SimpleUploadedFile(name, content)})
    assert one.status_code == 302
    many = {"title": "x", "files[]": SimpleUploadedFile(name, content), "collection": "1"}
    answer = editor.post("/admin/images/multiple/add/", many, headers={"x-requested-with": "XMLHttpRequest"})
    assert answer.json()["success"]
    assert SECRET not in everything_under(folders)
    editor.post(
        f"/admin/images/multiple/create_from_uploaded_image/{answer.json()['uploaded_file_id']}/",
        {f"uploaded-image-{answer.json()['uploaded_file_id']}-{name}": value for name, value in DESCRIBED.items()},
    )
    assert PortalImage.objects.count() == 2
    assert SECRET not in everything_under(folders)
    assert all(SECRET not in (file.seek(0), file.read())[1] for file in written if not file.closed)


def test_the_largest_picture_waits_in_memory():
    assert django_settings.FILE_UPLOAD_MAX_MEMORY_SIZE > django_settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE


def test_staff_have_no_profile_picture(editor):
    page = editor.get("/admin/account/").content.decode()
    assert "avatar-avatar" not in page
    assert "name_email-first_name" in page


# ---- leftovers ----------------------------------------------------------------------------------------------------


def test_leftovers_are_swept_and_what_is_named_stays(folders):
    document = Document.objects.create(title="x", file=ContentFile(b"%PDF-", name="kept.pdf"))
    image = PortalImage.objects.create(
        title="x", credit="x", description="x", file=SimpleUploadedFile("x.jpg", photo())
    )
    cut = image.get_rendition("width-100")
    UploadedFile.objects.create(file=ContentFile(b"half-way", name="half.pdf"))
    assert sweeping.sweep(now=timezone.now()) == []
    swept = sweeping.sweep(now=timezone.now() + timedelta(days=1, minutes=1))
    assert sorted(swept) == [
        "documents/secret.pdf",
        "images/shown.png",
        "original_images/secret.jpg",
        "wagtail_uploads/half.pdf",
        "wagtail_uploads/secret.jpg",
    ]
    assert not UploadedFile.objects.exists()
    assert all(file.storage.exists(file.name) for file in (document.file, image.file, cut.file))
    assert (folders / "documents" / "secret.pdf").exists()
