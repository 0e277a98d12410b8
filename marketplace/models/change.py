import json
from decimal import Decimal
from hashlib import sha256

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from marketplace.models.listing import Listing
from marketplace.models.release_papers import ReleasePapers
from portal.language.money import cents


class Change(models.Model):
    """What the owner of a shown listing wants otherwise: a version beside the live one until the office has looked.

    Only what differs: `facts` and `papers` map columns to values as JSON has them (of a foreign key, the number),
    `texts` a language to [title, description]. Written only by `offering`.
    """

    wagtail_reference_index_ignore = True

    listing = models.OneToOneField(Listing, on_delete=models.CASCADE, primary_key=True, related_name="wished")
    facts = models.JSONField(_("facts"), default=dict, encoder=DjangoJSONEncoder)
    texts = models.JSONField(_("texts"), default=dict)
    papers = models.JSONField(_("release papers"), default=dict, encoder=DjangoJSONEncoder)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.SET_NULL, null=True, related_name="+"
    )
    # Of the office; while it is empty the change waits for it.
    reason = models.TextField(_("reason"), blank=True, max_length=1000)

    class Meta:
        verbose_name = _("change of a listing")
        verbose_name_plural = _("changes of listings")

    def __str__(self) -> str:
        return str(self.listing)

    @property
    def version(self) -> str:
        """Changes with whatever the office looks at."""
        said = json.dumps([self.facts, self.texts, self.papers], sort_keys=True, cls=DjangoJSONEncoder)
        return sha256(said.encode()).hexdigest()[:32]

    def values(self) -> dict:
        """Columns of the listing with their new values, as Python has them."""
        return {name: restored(Listing, name, value) for name, value in self.facts.items()}

    def paper_values(self) -> dict:
        return {name: restored(ReleasePapers, name, value) for name, value in self.papers.items()}


def kept(model, name: str, value):
    """A value of a column, or an instance that a foreign key points at, as JSON has it."""
    if isinstance(value, models.Model):
        return value.pk
    value = model._meta.get_field(name).to_python(value)
    return json.loads(json.dumps(cents(value) if isinstance(value, Decimal) else value, cls=DjangoJSONEncoder))


def restored(model, name: str, value):
    """The way back; of a foreign key the row, None where it is gone."""
    field = model._meta.get_field(name)
    if field.is_relation:
        return field.related_model.objects.filter(pk=value).first()
    return field.to_python(value)
