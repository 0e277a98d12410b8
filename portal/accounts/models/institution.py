import re

from django.conf import settings
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.accounts.kinds import InstitutionKind, MemberCategory, Role
from portal.database.promises import Unique
from portal.language import folding
from portal.language.languages import in_language
from portal.language.mailbox_fields import MailboxField
from portal.lexicon import stems
from portal.lexicon.terms import AsWritten
from portal.rights import HouseRight


class FieldOfWork(models.Model):
    """What institutions work on: imaging, bioprocess engineering, regulatory affairs …"""

    slug = models.SlugField(unique=True)
    name_de = models.CharField(_("name (German)"), max_length=100)
    name_en = models.CharField(_("name (English)"), max_length=100)

    name = in_language("name")

    class Meta:
        verbose_name = _("field of work")
        verbose_name_plural = _("fields of work")
        ordering = ["name_de"]

    def __str__(self) -> str:
        return self.name


WORD = re.compile(r"[^\W_]+")
# What an institution says of itself: as it stands there, and in the stems of its language.
WORDS = folding.AllWords(
    folding.Words("city", "description_de", "description_en", config="simple"),
    folding.Words("description_de", config="german"),
    folding.Words("description_en", config="english"),
)


class InstitutionQuerySet(models.QuerySet):
    def mentioning(self, text: str):
        """Those that every word of `text` leads to: it is part of the name, or of a word that they say, in any of its
        inflections. What is as short as an abbreviation begins a name, and is a whole word of what they say.
        """
        found = self
        for word in folding.asked(text):
            # What is neither letter nor digit stands in no index.
            parts = WORD.findall(word)
            named, said = models.Q(), " & ".join(f"'{part}'" for part in parts)
            if len(word) <= folding.ABBREVIATION:
                how = "word" if word == folding.ACIDITY else "begins"
                named = models.Q(**{f"name__gapped__{how}": word})
            else:
                for spelling in folding.spellings(word):
                    named |= models.Q(where_folded__contains=spelling)
                said = " & ".join(f"({' | '.join(_ways(part))})" for part in parts)
            found = found.filter(named | models.Q(words=AsWritten(said)) if parts else named)
        return found

    def visible(self):
        return self.filter(is_visible=True)

    def of(self, user, right: HouseRight | None = None):
        """Those that `user` acts for; with a right, those for which `user` may do this."""
        if not user.is_authenticated:
            return self.none()
        role = {"memberships__role__in": sorted(right.roles)} if right else {}
        return self.filter(memberships__user=user, **role).distinct()


class Institution(models.Model):
    """An organisation of the region: listed in the directory, owner of listings, partner in projects."""

    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(unique=True, max_length=100)
    kind = models.CharField(_("type"), max_length=20, choices=InstitutionKind)
    category = models.CharField(
        _("member category"), max_length=12, choices=MemberCategory, default=MemberCategory.NONE
    )
    description_de = models.TextField(_("description (German)"), blank=True)
    description_en = models.TextField(_("description (English)"), blank=True)
    street = models.CharField(_("street"), max_length=120, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=10, blank=True)
    city = models.CharField(_("city"), max_length=80, blank=True)
    district = models.CharField(
        _("district"),
        max_length=5,
        blank=True,
        db_index=True,
        help_text=_("The region map counts by it and the filters find it there."),
    )
    website = models.URLField(_("website"), blank=True)
    email = MailboxField(_("email"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    fields = models.ManyToManyField(FieldOfWork, blank=True, verbose_name=_("fields of work"))
    logo = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("logo"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    is_verified = models.BooleanField(
        _("verified"),
        default=False,
        help_text=_("Only verified institutions can put listings up for release."),
    )
    is_visible = models.BooleanField(_("shown in the directory"), default=True)
    members = models.ManyToManyField(settings.AUTH_USER_MODEL, through="Membership", related_name="institutions")

    # Five thousand are looked through in some milliseconds, unless each has to be folded first.
    where_folded = models.GeneratedField(
        expression=folding.stored("name", "city"), output_field=models.TextField(), db_persist=True
    )
    words = models.GeneratedField(expression=WORDS, output_field=SearchVectorField(), db_persist=True)

    description = in_language("description")
    objects = InstitutionQuerySet.as_manager()

    class Meta:
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("home:institution", args=[self.slug])


def _ways(word: str) -> list[str]:
    """To find a word in an index: what begins so, and its stems."""
    return [f"'{word}':*", *(f"'{stem}'" for stem in sorted(stems.stems(word)))]


class Membership(models.Model):
    """A person acts for an institution."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.MEMBER)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["institution", "user"]
        constraints = [
            Unique(
                name="one_membership_each",
                fields=["user", "institution"],
                beside="user",
                says=_("This person acts for the institution already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.institution}"
