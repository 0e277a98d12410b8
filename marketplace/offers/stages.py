"""The offer form in short steps: ten fields to begin with, which make a draft; the rest follows, each step saved by
itself. Without a step the form is whole, for whoever sends everything at once."""

from enum import nonmember

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from marketplace.kinds import Kind
from marketplace.models import Listing
from marketplace.offers.forms import CONSENTS, OfferForm
from marketplace.offers.forms import PAPERS as RELEASE_PAPERS


class Stage(models.TextChoices):
    """A step; `FIELDS` are what it asks for where the kind has it."""

    WHAT = "what", _("What you offer")
    PHOTO = "photo", _("Photo")
    THING = "thing", pgettext_lazy("of a device", "Condition")
    ORDERING = "ordering", _("How it is ordered")
    PAPERS = "papers", _("Release papers")
    SEND = "send", _("Check and send")

    FIELDS = nonmember(
        {
            "what": (
                *("title", "description", "institution", "category", "contact", "city"),
                *("price", "second_price", "unit", "approval"),
            ),
            "photo": ("picture", "picture_description", "picture_description_en", "picture_credit", "drop_picture"),
            "thing": ("condition", "year", "quantity", "biosafety", "negotiable"),
            "ordering": (
                *("audience", "institutions_only", "opening_days", "opens_at", "closes_at", "min_hours", "max_hours"),
                *("bills_closed_hours", "lead_days", "loan_max_months", "cancel_days", "cancel_percent"),
                *("withdrawal", "needs_briefing"),
                *("access_note_de", "access_note_en"),
            ),
            "papers": RELEASE_PAPERS,
            "send": ("title_en", "description_en", "project"),
        }
    )

    @classmethod
    def of(cls, kind: Kind) -> list["Stage"]:
        """The steps of a kind: what needs no papers has no step for them."""
        return [stage for stage in cls if stage != cls.PAPERS or kind.nature.papers]

    def following(self, kind: Kind) -> "Stage":
        """The step after this one; the last stays."""
        stages = Stage.of(kind)
        return stages[min(stages.index(self) + 1, len(stages) - 1)]


class StagedOfferForm(OfferForm):
    """The fields of one step; what others ask for stays as it is."""

    def __init__(self, *args, stage: Stage, **kwargs):
        super().__init__(*args, **kwargs)
        self.stage = stage
        mine = {"kind", *Stage.FIELDS[stage], *CONSENTS.values()}
        self.later = [name for name in self.fields if name not in mine]
        for name in self.later:
            del self.fields[name]
        if self.is_draft:
            for name in set(RELEASE_PAPERS) & set(self.fields):
                self.fields[name].required = False

    @property
    def sections(self) -> list[tuple]:
        """The heading of the step is their title; who has consented is asked beside it."""
        mine = set(Stage.FIELDS[self.stage])
        beside = set(CONSENTS.values())
        return [
            ("" if mine & set(names) else title, names, *hint)
            for title, names, *hint in super().sections
            if (mine | beside) & set(names)
        ]

    @property
    def is_draft(self) -> bool:
        """What nobody has to look at yet may be unfinished."""
        return self.listing is None or self.listing.state == "draft"

    @property
    def asks_for_consent(self) -> bool:
        return not self.is_draft or self.data.get("action") == "submit"

    @property
    def texts(self) -> dict:
        said, first = self.cleaned_data, self.stage == Stage.WHAT
        texts = {"de": (said["title"], said["description"])} if first else {}
        if "title_en" in self.fields:
            texts["en"] = (said["title_en"], said["description_en"])
        elif self.listing is None and self.initial.get("title_en"):
            texts["en"] = (self.initial["title_en"], self.initial.get("description_en", ""))
        return texts

    @property
    def papers(self) -> dict | None:
        kept = {name: self.initial[name] for name in self._carried() if name in RELEASE_PAPERS}
        return kept | (super().papers or {}) or None

    @property
    def facts(self) -> dict:
        whole = super().facts
        asked = {*self.fields, *self.price_columns[: self._prices_asked()]}
        if "drop_picture" in self.fields:
            asked.add("photo")
        columns = {column.name for column in Listing._meta.fields}
        kept = {name: self.initial[name] for name in self._carried() if name in columns and name not in RELEASE_PAPERS}
        return kept | {name: value for name, value in whole.items() if name in asked}

    def _prices_asked(self) -> int:
        return sum(name in self.fields for name in ("price", "second_price"))

    def _carried(self) -> list[str]:
        """What one more way of offering a thing takes over from the first, where a later step asks for it."""
        return [] if self.listing else [name for name in self.later if self.initial.get(name) not in (None, "", [])]
