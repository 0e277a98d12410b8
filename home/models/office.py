from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import PreviewableMixin

from home.models.facts import Project
from portal.language.languages import in_language
from portal.language.mailbox_fields import MailboxField

NONE = {"-", "–", "none", "no", "keine", "keiner", "keines"}


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


def given(value: str) -> bool:
    """Filled in, and not just to say that there is none."""
    return bool(value) and value.strip().casefold() not in NONE


def _duty(label: str, length: int, hint: str = "") -> models.CharField:
    """Needed before the portal opens: `home.checks.go_live` asks for it, the form lets you save without it."""
    return models.CharField(label, max_length=length, blank=True, help_text=hint)


def _days(label: str, usual: int, hint: str) -> models.PositiveSmallIntegerField:
    """A term that the verbs read each time they set one: a change holds from then on, what was told stays."""
    return models.PositiveSmallIntegerField(
        label, default=usual, validators=[MinValueValidator(1), MaxValueValidator(90)], help_text=hint
    )


@register_setting(icon="site")
class Office(PreviewableMixin, BaseSiteSetting):
    """Who speaks here: name, address, duties of the law (§ 5 DDG, § 18 MStV), in the footer and on the imprint page;
    and the terms in days that it sets to itself, guests and institutions."""

    name_de = models.CharField(_("name (German)"), max_length=80, default="Transferportal Ruhr")
    name_en = models.CharField(_("name (English)"), max_length=80, default="Transfer Portal Ruhr")
    claim_de = models.CharField(
        _("claim (German)"), max_length=120, blank=True, default="Lebenswissenschaften zwischen Ruhr und Westfalen"
    )
    claim_en = models.CharField(
        _("claim (English)"), max_length=120, blank=True, default="Life sciences between Ruhr and Westphalia"
    )
    operator = _duty(_("operator"), 150)
    legal_form = _duty(
        _("legal form"), 80, _("Such as “eingetragener Verein”, “GmbH” or “Körperschaft des öffentlichen Rechts”.")
    )
    street = _duty(_("street"), 120)
    postal_code = _duty(_("postal code"), 10)
    city = _duty(_("city"), 80)
    phone = _duty(_("phone"), 40)
    email = MailboxField(_("email"), blank=True)
    represented_by = _duty(_("represented by"), 200)
    register_court = _duty(_("register court"), 100, _("Write “none” if you are not entered in any register."))
    register_number = _duty(_("register number"), 150, _("Write “none” if you are not entered in any register."))
    vat_id = _duty(_("VAT id"), 20, _("Write “none” if you have none."))
    responsible = _duty(_("responsible for the content (§ 18 MStV)"), 250, _("Name and address of a natural person."))
    authority = _duty(
        _("supervisory authority"),
        250,
        _("Only where your work needs a permit (§ 5 (1) no. 3 DDG); else write “none”."),
    )
    imprint = _page(_("imprint"))
    privacy = _page(_("privacy"))
    accessibility = _page(_("accessibility statement"))
    plain_language = _page(_("page in plain language (Leichte Sprache)"))
    sign_language = _page(_("page in sign language (DGS)"))
    barriers = _page(_("form to report a barrier"))
    contact = _page(_("contact page"))
    privacy_officer = models.CharField(
        _("data protection officer"),
        max_length=250,
        blank=True,
        help_text=_("Name and address; shown on the privacy page."),
    )
    processors_de = models.TextField(
        _("who processes data for us (German)"),
        blank=True,
        help_text=_("One a line, with what for: “Rechenzentrum der Hochschule, Betrieb der Server”."),
    )
    processors_en = models.TextField(_("who processes data for us (English)"), blank=True, help_text=_("One a line."))
    joining = _page(_("page to join in"))
    funded_by = models.ForeignKey(
        Project,
        verbose_name=_("project that pays for the portal"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Its funders stand at the foot of every page; pages of a project show that project's funders."),
    )

    fee_days = _days(
        _("days to pay the fee of an event"),
        7,
        _(
            "Counted from the registration or from moving up the waiting list, at most until the event begins. "
            "After that the seats go to others."
        ),
    )
    decision_days = _days(
        _("days to answer a request"),
        14,
        _(
            "How long an institution may take to accept or decline a request, at most until the time asked for begins. "
            "After that the request lapses."
        ),
    )
    reminder_days = _days(
        _("days before a request lapses on which we remind"),
        3,
        _(
            "First the institution, not before half of its time is over; halfway from there to the end the deputy. "
            "When a request has lapsed unanswered, you get a letter."
        ),
    )
    payment_days = _days(
        _("days to pay an order"),
        14,
        _("Counted from the day on which the institution agrees. After that the reservation ends."),
    )
    release_days = _days(
        _("working days to release a listing"),
        3,
        _(
            "What you promise to institutions that offer something; the queue marks what is overdue. "
            "Public holidays count as working days."
        ),
    )

    private_buyers = models.BooleanField(
        _("private persons may buy here"),
        default=True,
        help_text=_(
            "Whoever sells to consumers must offer “Withdraw from the contract” on every page (§ 356a BGB) and tell "
            "them of the right. Switch it off only where nobody but institutions and businesses can buy anything."
        ),
    )

    name = in_language("name")
    claim = in_language("claim")
    processors = in_language("processors")

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
                    FieldRowPanel([FieldPanel("operator"), FieldPanel("legal_form")]),
                    FieldPanel("street"),
                    FieldRowPanel([FieldPanel("postal_code"), FieldPanel("city")]),
                    FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                ],
                heading=_("Contact"),
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [
                            FieldPanel("represented_by"),
                            FieldRowPanel([FieldPanel("register_court"), FieldPanel("register_number")]),
                            FieldPanel("vat_id"),
                            FieldPanel("responsible"),
                            FieldPanel("authority"),
                        ],
                        heading=_("Imprint"),
                        help_text=_(
                            "All of this must be filled in before the portal opens; it stands on the imprint page."
                        ),
                    ),
                    MultiFieldPanel([FieldPanel("private_buyers")], heading=_("Consumers")),
                    MultiFieldPanel(
                        [
                            FieldPanel("privacy_officer"),
                            FieldRowPanel([FieldPanel("processors_de"), FieldPanel("processors_en")]),
                        ],
                        heading=_("Data protection"),
                        help_text=_("What is kept how long is told by the portal itself, from the rules it follows."),
                    ),
                    MultiFieldPanel(
                        [
                            FieldPanel("imprint"),
                            FieldPanel("privacy"),
                            FieldPanel("accessibility"),
                            FieldPanel("plain_language"),
                            FieldPanel("sign_language"),
                            FieldPanel("barriers"),
                            FieldPanel("contact"),
                            FieldPanel("joining"),
                        ],
                        heading=_("Pages that header and footer link"),
                    ),
                ],
                heading=_("Duties"),
            ),
            ObjectList(
                [
                    MultiFieldPanel([FieldPanel("fee_days")], heading=_("Events")),
                    MultiFieldPanel(
                        [
                            FieldPanel("decision_days"),
                            FieldPanel(
                                "reminder_days",
                                heading=_("days between a deadline and our reminder"),
                                help_text=_(
                                    "Before a request lapses: first the institution, not before half of its time is "
                                    "over; halfway from there to the end the deputy. When a request has lapsed "
                                    "unanswered, you get a letter. After something that was handed out should have "
                                    "been back: both sides, once."
                                ),
                            ),
                            FieldPanel("payment_days"),
                            FieldPanel("release_days"),
                        ],
                        heading=_("Marketplace"),
                        help_text=_("What you change holds from now on; deadlines that were already told stay."),
                    ),
                ],
                heading=_("Terms"),
            ),
        ]
    )

    @classmethod
    def here(cls) -> "Office":
        """The office of the only site; an unsaved one with the defaults before anybody has filled it in."""
        return cls.objects.select_related("site").first() or cls()

    @property
    def mailbox(self) -> str:
        """Where letters to the office go: the address entered here, else the one of the configuration."""
        return self.email or settings.OFFICE_EMAIL

    @property
    def imprint_facts(self) -> list[tuple[str, str]]:
        """(label, value) as the imprint shows them; what is empty or “none” is left out."""
        facts = [
            (_("Represented by"), self.represented_by),
            (_("Entry in the register"), " ".join(filter(given, [self.register_court, self.register_number]))),
            (_("VAT id"), self.vat_id),
            (_("Supervisory authority"), self.authority),
            (_("Responsible for the content (§ 18 (2) MStV)"), self.responsible),
        ]
        return [(label, value) for label, value in facts if given(value)]

    @property
    def preview_modes(self):
        return [("de", _("Imprint and footer, German")), ("en", _("Imprint and footer, English"))]

    def serve_preview(self, request, mode_name):
        # The frame of every page is cached; the draft comes along with the request.
        request.office_draft = self
        with override(mode_name):
            return render(request, "home/office_preview.html", {"draft": self})

    class Meta:
        verbose_name = _("office and imprint")
        verbose_name_plural = _("office and imprint")
