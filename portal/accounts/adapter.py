"""allauth in the portal: its letters carry cleaned headers, its addresses come from the configuration."""

from allauth.account.adapter import DefaultAccountAdapter

from portal.letters.headers import clean_header


class PortalAccountAdapter(DefaultAccountAdapter):
    def render_mail(self, template_prefix, email, context, headers=None):
        message = super().render_mail(template_prefix, email, context, headers)
        message.subject = clean_header(message.subject)
        return message
