"""Taking metadata out of pictures (GPS survives Wagtail's renditions otherwise)."""

import io

from django.core.files.base import ContentFile
from PIL import Image, ImageOps

QUALITY = {"JPEG": {"quality": 92}, "WEBP": {"quality": 90}, "AVIF": {"quality": 80}}
# What the colours need; says nothing about camera, place or owner.
HARMLESS = ("icc_profile", "transparency")
# Phones write JPEGs with a second frame; browsers show CMYK in wrong colours.
AS_JPEG = {"MPO"}


class CleanFile(ContentFile):
    """A picture that says nothing but itself."""


def without_metadata(file) -> CleanFile:
    """The same picture, upright, re-encoded without EXIF, XMP, comments or bytes after its end."""
    file.seek(0)
    with Image.open(file) as picture:
        kind = "JPEG" if picture.format in AS_JPEG else picture.format
        upright = ImageOps.exif_transpose(picture)
        kept = {name: upright.info[name] for name in HARMLESS if upright.info.get(name) is not None}
        if upright.mode == "CMYK":
            upright, kept = upright.convert("RGB"), {}
        upright.info = kept
        out = io.BytesIO()
        upright.save(out, format=kind, **kept, **QUALITY.get(kind, {}))
    return CleanFile(out.getvalue(), name=file.name)
