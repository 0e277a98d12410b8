"""Where files lie: pictures that pages show in one root, everything else in another one that no address reaches."""

import os

from django.conf import settings
from django.core.files.storage import FileSystemStorage


class _Rooted(FileSystemStorage):
    """Files below the folder that a setting names; asked each time, so that tests may move it."""

    root: str

    @property
    def base_location(self) -> str:
        return getattr(settings, self.root)

    @property
    def location(self) -> str:
        return os.path.abspath(self.base_location)


class Pictures(_Rooted):
    """What every visitor may see: the cuts of images. Nothing else is ever written here."""

    root = "PICTURES_ROOT"


class Documents(_Rooted):
    """Documents, originals of images, uploads that wait: read by views that ask who wants them."""

    root = "DOCUMENTS_ROOT"

    def url(self, name: str) -> str:
        """Wagtail asks like this whether a storage has addresses of its own."""
        raise NotImplementedError("Private files have no address.")
