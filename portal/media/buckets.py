"""Files in a bucket of S3 or whatever speaks like it: the same two shelves as in `storages`, for several machines.

The bucket is private as a whole. The portal reads it for visitors, so nothing in it needs an address of its own and the
content policy knows no second host.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from functools import wraps

from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.http import HttpResponseNotModified, StreamingHttpResponse
from django.utils.http import http_date, parse_http_date
from storages.backends.s3 import S3Storage

CONFIG = Config(
    # Names of buckets are no host names at most who offer S3, and not all of them know its newer check sums.
    s3={"addressing_style": "path"},
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
    connect_timeout=3,
    read_timeout=20,
    retries={"max_attempts": 2},
)
# To fetch small files in parts, with threads, takes longer.
AT_ONCE = TransferConfig(use_threads=False)
NOWHERE = {"404", "NoSuchKey", "NotFound"}


class Unreachable(OSError):
    """The bucket gives no answer, or refuses us."""


def _as_files_do(method: Callable) -> Callable:
    """Errors of S3 as errors of files: Wagtail shows a page without the picture where it hears one."""

    @wraps(method)
    def asked(self, name, *args, **kwargs):
        try:
            return method(self, name, *args, **kwargs)
        except ClientError as error:
            if error.response["Error"]["Code"] in NOWHERE:
                raise FileNotFoundError(name) from error
            raise Unreachable(str(error)) from error
        except BotoCoreError as error:
            raise Unreachable(str(error)) from error

    return asked


class _Bucket(S3Storage):
    """The part of the bucket below `folder`."""

    folder: str

    def __init__(self, **told):
        # No name is ever written over; what is larger than any picture is read by way of the disk.
        fixed = {"file_overwrite": False, "max_memory_size": settings.FILE_UPLOAD_MAX_MEMORY_SIZE}
        super().__init__(**told, **fixed, client_config=CONFIG, transfer_config=AT_ONCE, location=self.folder)

    _open = _as_files_do(S3Storage._open)
    _save = _as_files_do(S3Storage._save)
    exists = _as_files_do(S3Storage.exists)
    delete = _as_files_do(S3Storage.delete)

    def dated(self, folder: str) -> Iterator[tuple[str, datetime]]:
        """Names of the files in `folder` and when each was written; asks once for a thousand of them."""
        inside = self._normalize_name(folder) + "/"
        for found in self.bucket.objects.filter(Prefix=inside, Delimiter="/"):
            yield found.key.removeprefix(f"{self.location}/"), found.last_modified


class Pictures(_Bucket):
    """What every visitor may see: the cuts of images. Nothing else is ever written here."""

    folder = "pictures"

    def url(self, name: str) -> str:
        return settings.MEDIA_URL + name

    def served(self, request, name: str):
        """The answer to who asks for a picture. Raises FileNotFoundError, Unreachable."""
        found = self._fetched(name)
        changed = found["LastModified"].timestamp()
        if _has_it(request, int(changed)):
            found["Body"].close()
            return HttpResponseNotModified()
        response = StreamingHttpResponse(found["Body"].iter_chunks(), content_type=found["ContentType"])
        # Closes the line to the bucket also where the reader leaves half-way.
        response._resource_closers.append(found["Body"].close)
        response.headers["Content-Length"] = str(found["ContentLength"])
        response.headers["Last-Modified"] = http_date(changed)
        return response

    @_as_files_do
    def _fetched(self, name: str) -> dict:
        return self.bucket.Object(self._normalize_name(name)).get()


class Documents(_Bucket):
    """Documents, originals of images, uploads that wait: read by views that ask who wants them."""

    folder = "documents"

    def url(self, name: str, *args, **kwargs) -> str:
        """Wagtail asks like this whether a storage has addresses of its own."""
        raise NotImplementedError("Private files have no address.")


def _has_it(request, changed: int) -> bool:
    with suppress(ValueError):
        return parse_http_date(request.headers.get("If-Modified-Since", "")) >= changed
    return False
