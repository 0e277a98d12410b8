"""Rules of a password, said as one would say them to somebody on the phone."""

from django.contrib.auth import password_validation as rules
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class LongEnough(rules.MinimumLengthValidator):
    def get_error_message(self):
        return self.get_help_text()

    def get_help_text(self):
        return ngettext(
            "Take at least %(n)d character. A whole sentence is fine, spaces too.",
            "Take at least %(n)d characters. A whole sentence is fine, spaces too.",
            self.min_length,
        ) % {"n": self.min_length}


class NotYourOwn(rules.UserAttributeSimilarityValidator):
    def get_error_message(self):
        # Django fills in which of the person's own details it is.
        return _("This is too much like your %(verbose_name)s. Please take something that nobody can know about you.")

    def get_help_text(self):
        return _("Take something that nobody can know about you: not your name, not your address.")


class NotEverybodys(rules.CommonPasswordValidator):
    def get_error_message(self):
        return _("Many people use this password, so it is tried first. Please take another one.")

    def get_help_text(self):
        return _("Take none that many people use, such as “password123”.")
