from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="wallet")
class MoneyRules(BaseGenericSetting):
    """What finance is bound to; an administrator sets it."""

    second_above = models.DecimalField(
        _("refunds need a second person above"),
        max_digits=10,
        decimal_places=2,
        default=Decimal(500),
        validators=[MinValueValidator(0)],
        help_text=_("In euros. One person proposes such a refund, another releases it. 0: every refund."),
    )

    panels = [FieldPanel("second_above")]

    class Meta:
        verbose_name = _("rules about money")
        verbose_name_plural = _("rules about money")

    @classmethod
    def here(cls) -> "MoneyRules":
        """As they stand; unsaved ones with the defaults before anybody has changed them."""
        return cls.objects.first() or cls()
