"""Files that nobody will ask for any more: uploads left half-way, files whose row is gone."""

from datetime import datetime, timedelta

from django.apps import apps
from django.core.files.storage import storages
from django.db.models import FileField
from wagtail.models import UploadedFile

# Whoever is still at it is left in peace, and a file may be older than the transaction that will name it.
AGE = timedelta(days=1)
# Only where uploads are written: a root that was set by mistake is not emptied.
FOLDERS = {"default": ("documents", "original_images", "wagtail_uploads", "avatar_images"), "pictures": ("images",)}


def sweep(*, now: datetime) -> list[str]:
    """Delete what is left over since a day; the names of the files."""
    _end_uploads(now)
    named = _named()
    swept = []
    for alias, folders in FOLDERS.items():
        storage = storages[alias]
        for name, written in [one for folder in folders for one in storage.dated(folder)]:
            if written < now - AGE and name not in named:
                storage.delete(name)
                swept.append(name)
    return swept


def _end_uploads(now: datetime) -> None:
    """Uploads that were never described: the row goes here, its file with the others that no row names."""
    for upload in UploadedFile.objects.iterator():
        storage = upload.file.storage
        if not storage.exists(upload.file.name) or storage.get_modified_time(upload.file.name) < now - AGE:
            upload.delete()


def _named() -> set[str]:
    """The names of all files that rows know."""
    known = set()
    for model in apps.get_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, FileField):
                names = model._base_manager.exclude(**{field.name: ""}).values_list(field.name, flat=True)
                known.update(names.iterator())
    return known
