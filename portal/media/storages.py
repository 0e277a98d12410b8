"""Where files lie: pictures that pages show in one root, everything else in another one that no address reaches.

The same in a bucket for several machines: `buckets`.
"""

import os
from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.views.static import serve


class _Rooted(FileSystemStorage):
    """Files below the folder that a setting names; asked each time, so that tests may move it."""

    root: str

    @property
    def base_location(self) -> str:
        return getattr(settings, self.root)

    @property
    def location(self) -> str:
        return os.path.abspath(self.base_location)

    def dated(self, folder: str) -> Iterator[tuple[str, datetime]]:
        """Names of the files in `folder` and when each was written."""
        for name in self.listdir(folder)[1] if self.exists(folder) else ():
            yield f"{folder}/{name}", self.get_modified_time(f"{folder}/{name}")


class Pictures(_Rooted):
    """What every visitor may see: the cuts of images. Nothing else is ever written here."""

    root = "PICTURES_ROOT"

    def served(self, request, name: str):
        """The answer to who asks for a picture. Raises OSError, Http404."""
        return serve(request, name, self.location)


class Documents(_Rooted):
    """Documents, originals of images, uploads that wait: read by views that ask who wants them."""

    root = "DOCUMENTS_ROOT"

    def url(self, name: str) -> str:
        """Wagtail asks like this whether a storage has addresses of its own."""
        raise NotImplementedError("Private files have no address.")
