"""Taking metadata out of pictures (GPS survives Wagtail's renditions otherwise)."""

import io

from django.core.files.base import ContentFile
from PIL import Image, ImageOps

QUALITY = {"JPEG": {"quality": 92}, "WEBP": {"quality": 90}, "AVIF": {"quality": 80}}


def without_metadata(file) -> ContentFile:
    """The same picture, upright, re-encoded without EXIF, XMP, comments or bytes after its end."""
    file.seek(0)
    with Image.open(file) as picture:
        kind = picture.format
        upright = ImageOps.exif_transpose(picture)
        upright.info = {}
        out = io.BytesIO()
        upright.save(out, format=kind, **QUALITY.get(kind, {}))
    return ContentFile(out.getvalue(), name=file.name)
