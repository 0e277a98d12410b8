from django.contrib.auth.models import Group
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal import rights


class Granted(models.Model):
    """What the table of rights has handed out to a group so far, so that a deployment knows what is new.

    The permissions of our own hang here: they are about deeds, not about rows of a table.
    """

    group = models.OneToOneField(Group, models.CASCADE, verbose_name=_("group"), related_name="granted")
    words = ArrayField(models.CharField(max_length=100), verbose_name=_("permissions"), default=list)

    class Meta:
        verbose_name = _("granted rights")
        verbose_name_plural = _("granted rights")
        default_permissions = ()
        permissions = rights.own_permissions()

    def __str__(self) -> str:
        return str(self.group)
