"""Taking metadata out of pictures (GPS survives Wagtail's renditions otherwise)."""

import io

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

QUALITY = {"JPEG": {"quality": 92}, "WEBP": {"quality": 90}, "AVIF": {"quality": 80}}
# What the colours need; says nothing about camera, place or owner.
HARMLESS = ("icc_profile", "transparency")
# Phones write JPEGs with a second frame; browsers show CMYK in wrong colours.
AS_JPEG = {"MPO"}


class CleanFile(ContentFile):
    """A picture that says nothing but itself."""


class BrokenPicture(ValueError):
    """The file begins like a picture and cannot be read to its end."""


def without_metadata(file) -> CleanFile:
    """The same picture, upright, re-encoded without EXIF, XMP, comments or bytes after its end.

    Raises `BrokenPicture` for what is cut off, damaged or larger than Pillow may unpack.
    """
    file.seek(0)
    try:
        content = _encoded_anew(file)
    except Exception as error:
        # Decoders raise whatever they stumble over: OSError, SyntaxError, EOFError, struct.error …
        raise BrokenPicture(str(error)) from error
    return CleanFile(content, name=file.name)


def clean_picture(file) -> CleanFile:
    """For forms: the picture without metadata; a sentence for the reader if it is broken."""
    if isinstance(file, CleanFile):
        return file
    try:
        return without_metadata(file)
    except BrokenPicture as error:
        raise broken() from error


def broken() -> ValidationError:
    """What the reader is told about such a file."""
    return ValidationError(
        _("This picture is damaged or not complete. Please save it anew and choose it again."), code="broken"
    )


def _encoded_anew(file) -> bytes:
    with Image.open(file) as picture:
        kind = "JPEG" if picture.format in AS_JPEG else picture.format
        upright = ImageOps.exif_transpose(picture)
        kept = {name: upright.info[name] for name in HARMLESS if upright.info.get(name) is not None}
        if upright.mode == "CMYK":
            upright, kept = upright.convert("RGB"), {}
        upright.info = kept
        out = io.BytesIO()
        upright.save(out, format=kind, **kept, **QUALITY.get(kind, {}))
    return out.getvalue()
