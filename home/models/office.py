from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from home.models.facts import Project
from portal.languages import in_language


def _page(label: str) -> models.ForeignKey:
    return models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=label,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Choose the German page; readers of other languages get its translation."),
    )


@register_setting(icon="site")
class Office(BaseSiteSetting):
    """Who speaks here: name, address, duties of the law. Shown in the footer of every page."""

    name_de = models.CharField(_("name (German)"), max_length=80, default="Transferportal Ruhr")
    name_en = models.CharField(_("name (English)"), max_length=80, default="Transfer Portal Ruhr")
    claim_de = models.CharField(
        _("claim (German)"), max_length=120, blank=True, default="Lebenswissenschaften zwischen Ruhr und Westfalen"
    )
    claim_en = models.CharField(
        _("claim (English)"), max_length=120, blank=True, default="Life sciences between Ruhr and Westphalia"
    )
    operator = models.CharField(_("operator"), max_length=150, blank=True)
    street = models.CharField(_("street"), max_length=120, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=10, blank=True)
    city = models.CharField(_("city"), max_length=80, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    represented_by = models.CharField(_("represented by"), max_length=200, blank=True)
    register_entry = models.CharField(_("register entry"), max_length=150, blank=True)
    vat_id = models.CharField(_("VAT id"), max_length=20, blank=True)
    imprint = _page(_("imprint"))
    privacy = _page(_("privacy"))
    accessibility = _page(_("accessibility statement"))
    contact = _page(_("contact page"))
    funded_by = models.ForeignKey(
        Project,
        verbose_name=_("project that pays for the portal"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Its funders stand at the foot of every page; pages of a project show that project's funders."),
    )

    name = in_language("name")
    claim = in_language("claim")

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldRowPanel([FieldPanel("name_de"), FieldPanel("name_en")]),
                    FieldRowPanel([FieldPanel("claim_de"), FieldPanel("claim_en")]),
                    FieldPanel("funded_by"),
                ],
                heading=_("Brand"),
            ),
            ObjectList(
                [
                    FieldPanel("operator"),
                    FieldPanel("street"),
                    FieldRowPanel([FieldPanel("postal_code"), FieldPanel("city")]),
                    FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                ],
                heading=_("Contact"),
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [FieldPanel("represented_by"), FieldPanel("register_entry"), FieldPanel("vat_id")],
                        heading=_("Imprint"),
                    ),
                    MultiFieldPanel(
                        [
                            FieldPanel("imprint"),
                            FieldPanel("privacy"),
                            FieldPanel("accessibility"),
                            FieldPanel("contact"),
                        ],
                        heading=_("Pages that the footer links"),
                    ),
                ],
                heading=_("Duties"),
            ),
        ]
    )

    @classmethod
    def here(cls) -> "Office":
        """The office of the only site; an unsaved one with the defaults before anybody has filled it in."""
        return cls.objects.select_related("site").first() or cls()

    class Meta:
        verbose_name = _("office and imprint")
        verbose_name_plural = _("office and imprint")
