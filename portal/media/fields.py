"""The field that no picture passes uncleaned, whatever way it comes: form, many at once, API, seed."""

from django.core.files.base import File
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from portal.media.cleaning import CleanFile, without_metadata


class CleanImageFieldFile(WagtailImageFieldFile):
    @property
    def url(self) -> str:
        """Empty: an original has no address, and the admin's scripts ask for one beside the thumbnail's."""
        return ""

    def save(self, name: str, content: File, save: bool = True) -> None:
        # Uploading many at once writes the file to the storage before the model is saved.
        clean = content if isinstance(content, CleanFile) else without_metadata(content)
        super().save(name, clean, save=save)


class CleanImageField(WagtailImageField):
    attr_class = CleanImageFieldFile
