"""Pictures lose what the camera knew, and nothing else comes in as a picture."""

import io
import resource
import struct
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from wagtail.models import UploadedFile

from portal.accounts.people import enroll
from portal.media.models import PortalImage

pytestmark = pytest.mark.django_db
ADD = "/admin/images/add/"


def gps() -> Image.Exif:
    exif = Image.Exif()
    exif[271] = "SecretCam"
    exif[274] = 6  # turned by 90 degrees
    exif[0x8825] = {1: "N", 2: (51.0, 26.0, 47.0), 3: "E", 4: (7.0, 15.0, 44.0)}
    return exif


def encoded(kind="JPEG", size=(640, 480), **more) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "#0B5C66").save(out, kind, **more)
    return out.getvalue()


@pytest.fixture
def editor(client):
    client.force_login(enroll("editor@example.org", staff_groups=("Editors",)))
    return client


def upload(client, name: str, content: bytes, **changes):
    sent = {
        "title": "A bioreactor",
        "description": "A bioreactor on a bench",
        "credit": "drawing",
        "file": SimpleUploadedFile(name, content),
        "collection": "1",
        "tags": "",
    }
    return client.post(ADD, sent | changes)


def metadata(content: bytes) -> dict:
    with Image.open(io.BytesIO(content)) as picture:
        return {
            **picture.getexif(),
            **picture.getexif().get_ifd(0x8825),
            **{k: v for k, v in picture.info.items() if k in {"exif", "xmp", "comment", "Secret", "XML:com.adobe.xmp"}},
        }


@pytest.mark.parametrize(
    ("kind", "name"), [("JPEG", "x.jpg"), ("PNG", "x.png"), ("WEBP", "x.webp"), ("AVIF", "x.avif")]
)
def test_upload_keeps_neither_place_nor_camera_in_original_and_renditions(editor, kind, name):
    content = encoded(kind, exif=gps())
    assert metadata(content)
    assert upload(editor, name, content).status_code == 302
    image = PortalImage.objects.get()
    assert metadata(image.file.read()) == {}
    for spec in ("original", "width-320", "fill-200x200", "width-320|format-webp", "width-320|format-avif"):
        assert metadata(image.get_rendition(spec).file.read()) == {}


def test_upload_stands_upright(editor):
    upload(editor, "x.jpg", encoded(exif=gps()))
    image = PortalImage.objects.get()
    assert (image.width, image.height) == (480, 640)
    assert image.file_size == image.file.size


def test_upload_drops_texts_and_what_follows_the_picture(editor):
    told = PngInfo()
    told.add_text("Secret", "GPS 51.4, 7.2")
    content = encoded("PNG", pnginfo=told) + b"<script>alert(1)</script>"
    upload(editor, "x.png", content)
    stored = PortalImage.objects.get().file.read()
    assert b"script" not in stored
    assert b"Secret" not in stored


def test_upload_keeps_transparency(editor):
    out = io.BytesIO()
    palette = Image.new("P", (10, 10), 0)
    palette.save(out, "PNG", transparency=0)
    upload(editor, "x.png", out.getvalue())
    with Image.open(PortalImage.objects.get().file) as stored:
        assert stored.info["transparency"] == 0


def test_upload_of_a_print_picture_becomes_rgb(editor):
    out = io.BytesIO()
    Image.new("CMYK", (20, 20)).save(out, "JPEG")
    upload(editor, "x.jpg", out.getvalue())
    with Image.open(PortalImage.objects.get().file) as stored:
        assert stored.mode == "RGB"


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.svg", SVG),
        ("x.png", SVG),
        ("x.png", b"<html><script>alert(1)</script></html>"),
        ("x.jpg", encoded("PNG")),
        ("x.gif", encoded("GIF")),
        ("x.tiff", encoded("TIFF")),
        ("x.bmp", encoded("BMP")),
        ("x.heic", b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00heicmif1"),
        ("x.psd", b"8BPS\x00\x01"),
        ("x.eps", b"%!PS-Adobe-3.0 EPSF-3.0"),
        ("x.jpg", b""),
        ("x.php.png", b"<?php ?>"),
        ("x.jpg", encoded()[:700]),
        ("x.png", encoded("PNG")[:60]),
        ("x.webp", encoded("WEBP")[:60]),
        ("x.avif", encoded("AVIF")[:200]),
    ],
)
def test_upload_refuses_what_is_no_picture_for_the_web(editor, name, content):
    assert upload(editor, name, content).status_code == 200
    sent = {"title": "x", "files[]": SimpleUploadedFile(name, content), "collection": "1"}
    answer = editor.post("/admin/images/multiple/add/", sent, headers={"x-requested-with": "XMLHttpRequest"})
    assert answer.json()["success"] is False
    chosen = {"image-chooser-upload-title": "x", "image-chooser-upload-file": SimpleUploadedFile(name, content)}
    assert editor.post("/admin/images/chooser/create/", chosen).status_code == 200
    assert not PortalImage.objects.exists()
    assert not UploadedFile.objects.exists()


def bomb(side: int) -> bytes:
    """A one-bit PNG of `side` by `side` pixels, black, without ever holding it in memory."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    squeeze = zlib.compressobj(9)
    rows = b"".join(squeeze.compress(bytes(1 + (side + 7) // 8)) for _ in range(side)) + squeeze.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [6400, 11_000, 30_000])
def test_upload_refuses_more_than_40_megapixels_without_unpacking_them(editor, side):
    content = bomb(side)
    editor.get(ADD)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert upload(editor, "x.png", content).status_code == 200
    assert not PortalImage.objects.exists()
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 30 * 1024


def test_upload_of_many_at_once_asks_for_what_is_missing_and_keeps_no_place_either(editor):
    sent = {"title": "x", "files[]": SimpleUploadedFile("x.jpg", encoded(exif=gps())), "collection": "1"}
    answer = editor.post("/admin/images/multiple/add/", sent, headers={"x-requested-with": "XMLHttpRequest"})
    assert answer.status_code == 200
    assert answer.json()["success"]
    assert not PortalImage.objects.exists()
    pk = answer.json()["uploaded_file_id"]
    told = {"title": "x", "description": "A bench", "credit": "drawing", "collection": "1", "tags": ""}
    sent = {f"uploaded-image-{pk}-{name}": value for name, value in told.items()}
    answer = editor.post(f"/admin/images/multiple/create_from_uploaded_image/{pk}/", sent)
    assert answer.json()["success"]
    image = PortalImage.objects.get()
    assert metadata(image.file.read()) == {}
    assert (image.width, image.height, image.file_size) == (480, 640, image.file.size)


@pytest.mark.parametrize(
    "name", ["../../evil.png", 'a"; filename=x.html;.png', "a\u202egnp.exe.png", "n" * 250 + ".png"]
)
def test_upload_never_leaves_its_folder(editor, name):
    upload(editor, name, encoded("PNG"))
    image = PortalImage.objects.first()
    if image:
        assert image.file.name.startswith("original_images/")
        assert ".." not in image.file.name
        assert image.file.name.endswith(".png")


def test_upload_without_description_is_refused_unless_it_is_decoration(editor):
    assert upload(editor, "x.png", encoded("PNG"), description="").status_code == 200
    assert not PortalImage.objects.exists()
    assert upload(editor, "x.png", encoded("PNG"), description="", is_decorative="on").status_code == 302
    assert PortalImage.objects.get().default_alt_text == ""


def test_upload_without_credit_is_refused(editor):
    assert upload(editor, "x.png", encoded("PNG"), credit="").status_code == 200
    assert not PortalImage.objects.exists()


def test_database_refuses_an_image_that_says_nothing(db):
    file = SimpleUploadedFile("x.png", encoded("PNG"))
    with pytest.raises(IntegrityError), transaction.atomic():
        PortalImage.objects.create(title="x", credit="x", file=file, description="")


def test_saving_again_does_not_encode_again(editor):
    upload(editor, "x.jpg", encoded())
    image = PortalImage.objects.get()
    before = image.file.read()
    image.title = "Another title"
    image.save()
    assert PortalImage.objects.get().file.read() == before
