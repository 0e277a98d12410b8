"""allauth in the portal: its letters go through the outbox, its limits answer 429, its addresses come from us."""

from urllib.parse import urlencode

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.utils import get_next_redirect_url
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal import ratelimit
from django.contrib.auth.hashers import make_password
from django.shortcuts import resolve_url
from django.utils.crypto import get_random_string
from django.utils.html import strip_tags

from portal.accounts import letters
from portal.accounts.models import User
from portal.language import languages
from portal.language.mailbox import reachable, same_mailbox
from portal.letters import outbox
from portal.letters.headers import clean_header

WANTED = "wanted_before_confirming"
NOTICES = {
    "account/email/password_changed": letters.password_changed,
    "account/email/password_reset": letters.password_changed,
    "account/email/password_set": letters.password_changed,
    "account/email/email_changed": letters.address_changed,
    "account/email/email_confirm": None,
    "account/email/email_deleted": letters.address_changed,
    "mfa/email/totp_activated": letters.second_factor_changed,
    "mfa/email/totp_deactivated": letters.second_factor_changed,
    "mfa/email/webauthn_added": letters.second_factor_changed,
    "mfa/email/webauthn_removed": letters.second_factor_changed,
    "mfa/email/recovery_codes_generated": letters.second_factor_changed,
}


class PortalAccountAdapter(DefaultAccountAdapter):
    def save_user(self, request, user, form, commit=True):
        user.language = languages.current()
        user = super().save_user(request, user, form, commit=False)
        user.email = same_mailbox(user.email)
        user.first_name, user.last_name = (strip_tags(name) for name in (user.first_name, user.last_name))
        if commit:
            user.save()
        # Confirming the address comes between; whoever wanted to book goes on where the account was asked for.
        if wanted := get_next_redirect_url(request):
            request.session[WANTED] = wanted
        return user

    def get_email_verification_redirect_url(self, email_address):
        address = resolve_url(super().get_email_verification_redirect_url(email_address))
        wanted = self.request.session.pop(WANTED, "")
        return f"{address}?{urlencode({'next': wanted})}" if wanted else address

    def clean_email(self, email):
        # The forms of allauth know neither our field nor its rule.
        reachable(email)
        return same_mailbox(email)

    def pre_authenticate(self, request, **credentials):
        # Counted per address of the caller only: a limit per account would let strangers lock people out.
        try:
            super().pre_authenticate(request, **credentials)
        except Exception as error:
            if getattr(error, "code", "") != "too_many_login_attempts":
                raise
            raise ImmediateHttpResponse(ratelimit.respond_429(request))

    def send_confirmation_mail(self, request, emailconfirmation, signup):
        address = emailconfirmation.email_address
        outbox.post(letters.confirm_address, address, reader=address.user)

    def send_password_reset_mail(self, user, email, context):
        outbox.post(letters.reset_password, user, reader=user)

    def send_account_already_exists_mail(self, email):
        # A new account costs a third of a second for its password: so does this answer, or it would tell who is known.
        make_password(get_random_string(20))
        user = User.objects.filter(email=email, is_active=True).first()
        if user:
            outbox.post(letters.account_exists, user, reader=user)

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        notice = NOTICES[template_prefix]
        if notice:
            outbox.post(notice, user, reader=user)

    def render_mail(self, template_prefix, email, context, headers=None):
        message = super().render_mail(template_prefix, email, context, headers)
        message.subject = clean_header(message.subject)
        return message
