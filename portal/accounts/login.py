"""allauth's form at the door. Apart from our other forms: allauth's own module imports those."""

from allauth.account.forms import LoginForm as AllauthLoginForm

from portal.language.mailbox import same_mailbox


class LoginForm(AllauthLoginForm):
    def clean_login(self):
        # Any spelling of the mailbox; what is asked about it later compares letters.
        return same_mailbox(super().clean_login())
