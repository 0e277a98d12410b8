from django import forms
from django.utils.translation import gettext_lazy as _

from marketplace.fields import picture_field
from marketplace.offers.photos import MOST, WORDS, Shot, album
from portal.language.typed import LineField

NEW_AT_ONCE = 3


class PhotoForm(forms.Form):
    """One photo with its words; an empty row of a new one says nothing."""

    description = LineField(
        label=_("What the photo shows"),
        max_length=255,
        required=False,
        help_text=_("One sentence for those who do not see it."),
    )
    description_en = LineField(
        label=_("What the photo shows, in English"),
        max_length=255,
        required=False,
        help_text=_("Without it English readers are told the German one."),
    )
    credit = LineField(
        label=_("Source of the photo"), max_length=200, required=False, help_text=_("For example “© Jana Beispiel”.")
    )
    place = forms.IntegerField(
        label=_("Place in the order"),
        min_value=1,
        max_value=MOST,
        required=False,
        widget=forms.NumberInput({"class": "input-sm", "inputmode": "numeric"}),
    )
    drop = forms.BooleanField(label=_("Remove this photo"), required=False)

    halves = ("description", "credit")

    def __init__(self, *args, image=None, in_english: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.image = image
        if in_english:
            self.halves = ("description", "description_en")
        else:
            del self.fields["description_en"]
        if image is None:
            del self.fields["drop"]
            self.fields = {"file": picture_field(), **self.fields}

    def clean(self) -> dict:
        said = super().clean()
        if self.is_wanted(said):
            for name in ("description", "credit"):
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, self.fields[name].error_messages["required"])
        elif self.image is None and any(said.get(name) for name in WORDS) and "file" not in self.errors:
            self.add_error("file", _("Choose the photo that these words belong to."))
        return said

    def is_wanted(self, said: dict) -> bool:
        return not said.get("drop") if self.image else bool(said.get("file"))

    @property
    def shot(self) -> Shot:
        said = self.cleaned_data
        return Shot(
            description=said["description"],
            credit=said["credit"],
            description_en=said.get("description_en", ""),
            image=self.image.pk if self.image else None,
            file=said.get("file"),
        )


class AlbumForm:
    """All photos of one listing and rows for new ones; each row is known by its photo, not by its number."""

    is_multipart = True

    def __init__(self, listing, *sent):
        images = album(listing)
        # Asked for where somebody reads English: the listing has English words, or one of its photos has.
        in_english = any(text.language == "en" for text in listing.texts.all())
        asks = {"in_english": in_english or any(image.description_en for image in images)}
        self.rows = [
            PhotoForm(*sent, prefix=f"photo-{image.pk}", image=image, initial=_words(image, place), **asks)
            for place, image in enumerate(images, start=1)
        ]
        free = min(NEW_AT_ONCE, MOST - len(images))
        self.rows += [PhotoForm(*sent, prefix=f"new-{number}", **asks) for number in range(1, free + 1)]

    def is_valid(self) -> bool:
        # Every row is asked, so that all mistakes are told at once.
        return not [row for row in self.rows if not row.is_valid()]

    @property
    def shots(self) -> list[Shot]:
        wanted = [row for row in self.rows if row.is_wanted(row.cleaned_data)]
        # What names no place comes last; of two with one place the one that stood first.
        return [row.shot for row in sorted(wanted, key=lambda row: row.cleaned_data["place"] or MOST + 1)]


def _words(image, place: int) -> dict:
    return {name: getattr(image, name) for name in WORDS} | {"place": place}
