"""Pictures as forms take them: cleaned while the form can still say what is wrong."""

from django.core.exceptions import ValidationError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from portal.media.cleaning import CleanFile, broken, clean_picture


class PictureField(WagtailImageField):
    """Wagtail's field; cleaned to a picture without metadata. What is cut off is refused in words."""

    def to_python(self, data) -> CleanFile | None:
        try:
            picture = super().to_python(data)
        except ValidationError:
            raise
        except Exception as error:
            # It looks at the size outside of its own guard, and decoders raise whatever they stumble over.
            raise broken() from error
        return clean_picture(picture) if picture else picture


class PortalImageForm(BaseImageForm):
    """The form through which Wagtail takes images, one at a time or many at once."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            asked = self.fields["file"]
            self.fields["file"] = PictureField(label=asked.label, required=asked.required, widget=asked.widget)
