from django.conf import settings
from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.language.mailbox import same_mailbox
from portal.language.mailbox_fields import MailboxField


class UserManager(BaseUserManager):
    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields) -> "User":
        """A person who logs in with `email`; without a password only by a link."""
        user = self.model(email=same_mailbox(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email: str) -> "User":
        return self.get(email=email)


class User(AbstractUser):
    """A person with an account. The email address is the name."""

    username = None
    email = MailboxField(_("email address"), unique=True)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="de")

    # Up to which day the notes on changes of the portal have been read.
    changes_read_on = models.DateField(null=True, blank=True, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    objects = UserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["last_name", "first_name", "email"]

    def __str__(self) -> str:
        return self.get_full_name() or self.email
