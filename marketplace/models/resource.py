from django.conf import settings
from django.contrib.admin import display
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, Q
from django.utils.translation import gettext_lazy as _

from home.models import Funder, Person, Project
from marketplace import kinds
from portal.accounts.models import Institution
from portal.database.promises import Check
from portal.language.languages import in_language
from portal.rights import HouseRight


def seen_by(user, *, prefix: str = "", owner: str = "institution") -> Q:
    """What `user` finds, None: everybody. `prefix` leads from the rows asked to the resource, `owner` from there to
    the institution.
    """
    found = Q(**{f"{prefix}visibility": kinds.Visibility.PUBLIC})
    if user is None or not user.is_authenticated:
        return found
    mine = Institution.objects.of(user)
    verified = Q(**{f"{prefix}visibility": kinds.Visibility.VERIFIED}) & Q(Exists(mine.filter(is_verified=True)))
    return found | verified | Q(**{f"{prefix}{owner}__in": mine})


class ResourceQuerySet(models.QuerySet):
    def locked(self):
        return self.select_for_update(of=("self",)).order_by("pk")

    def shown_to(self, user=None):
        """Those that `user` finds, None: everybody; with those of their own house."""
        return self.filter(seen_by(user))

    def of(self, user, right: HouseRight | None = None):
        """Those of institutions that `user` acts for; with a right, for which `user` may do this."""
        return self.filter(institution__in=Institution.objects.of(user, right))


class Resource(models.Model):
    """A fact: what exists at an institution. Its offers (`Listing`) say how it is had, its holds (`Hold`) by whom.

    Who finds it finds its offers: no query for readers goes round `ListingQuerySet.shown_to`.
    """

    thing = models.CharField(_("what it is"), max_length=10, choices=kinds.Thing)
    institution = models.ForeignKey(
        Institution, verbose_name=_("institution"), on_delete=models.PROTECT, related_name="resources"
    )
    name_de = models.CharField(_("name (German)"), max_length=150, blank=True)
    name_en = models.CharField(_("name (English)"), max_length=150, blank=True)

    description_de = models.TextField(_("description (German)"), blank=True, max_length=4000)
    description_en = models.TextField(_("description (English)"), blank=True, max_length=4000)
    # So many exist; an offer may give fewer of them.
    quantity = models.PositiveSmallIntegerField(
        _("quantity"), default=1, validators=[MinValueValidator(1), MaxValueValidator(99)]
    )
    photo = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("photo"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    visibility = models.CharField(
        _("who finds it"), max_length=8, choices=kinds.Visibility, default=kinds.Visibility.PUBLIC
    )
    related = models.ManyToManyField("self", verbose_name=_("related things"), blank=True)
    projects = models.ManyToManyField(Project, verbose_name=_("paid by projects"), blank=True, related_name="resources")
    funders = models.ManyToManyField(Funder, verbose_name=_("funders"), blank=True, related_name="resources")

    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="parts",
        help_text=_("The facility that it belongs to."),
    )
    place = models.CharField(_("place"), max_length=120, blank=True, help_text=_("Building and room."))
    contact = models.ForeignKey(
        Person, verbose_name=_("contact"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    deputy = models.ForeignKey(
        Person,
        verbose_name=_("deputy"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Who answers where the contact does not."),
    )
    light = models.CharField(_("status"), max_length=12, choices=kinds.Light, default=kinds.Light.OPERATIONAL)
    light_note = models.CharField(_("what is the matter"), max_length=200, blank=True)
    light_since = models.DateField(_("since"), null=True, blank=True)
    light_until = models.DateField(_("expected until"), null=True, blank=True)
    confirmed_on = models.DateField(_("last confirmed"), null=True, blank=True)

    name = in_language("name")
    description = in_language("description")
    objects = ResourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("resource")
        verbose_name_plural = _("resources")
        ordering = ["-pk"]
        constraints = [
            Check(
                name="resource_has_a_quantity",
                condition=Q(quantity__gte=1),
                beside="quantity",
                says=_("There must be at least one piece."),
            )
        ]

    def __str__(self) -> str:
        return self.name or self.number

    @property
    @display(description=_("number"))
    def number(self) -> str:
        return f"R-{self.pk:05d}"

    @property
    def status(self) -> kinds.Light:
        return kinds.Light(self.light)


class ResourceInternal(models.Model):
    """What only the house may see of a resource: a table of its own, so that no query for the public can fetch it."""

    resource = models.OneToOneField(Resource, on_delete=models.CASCADE, primary_key=True, related_name="internal")
    serial_number = models.CharField(_("serial number"), max_length=60, blank=True)
    inventory_number = models.CharField(_("inventory number"), max_length=60, blank=True)
    book_value = models.DecimalField(
        _("book value in euros"),
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    tied_until = models.DateField(_("bound by its grant until"), null=True, blank=True)
    notes = models.TextField(_("internal notes"), blank=True, max_length=2000)

    class Meta:
        verbose_name = _("internal facts of a resource")
        verbose_name_plural = _("internal facts of resources")

    def __str__(self) -> str:
        return str(self.resource)
