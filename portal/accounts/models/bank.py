from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.accounts.models.institution import Institution


class BankDetails(models.Model):
    """A fact: where money for what an institution offers goes, and what stands above what it writes about money.

    Without them nothing is paid through the portal: the institution settles outside.
    """

    institution = models.OneToOneField(Institution, on_delete=models.CASCADE, primary_key=True, related_name="bank")
    holder = models.CharField(_("account holder"), max_length=70)
    iban = models.CharField("IBAN", max_length=34)
    bic = models.CharField("BIC", max_length=11, blank=True)
    letterhead = models.TextField(_("letterhead"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("bank details")
        verbose_name_plural = _("bank details")

    def __str__(self) -> str:
        return f"{self.holder}, {self.iban}"
