"""What the office's own letter texts may name about institutions and invitations."""

from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Institution, Invitation
from portal.letters import wording


@wording.placeholders(Institution, institution=_("name of the institution"), city=_("city"))
def institution_names(institution: Institution) -> dict:
    return {"institution": institution.name, "city": institution.city}


@wording.placeholders(Invitation, institution=_("name of the institution"), inviter=_("person who invites"))
def invitation_names(invitation: Invitation) -> dict:
    return {"institution": invitation.institution.name, "inviter": invitation.invited_by or ""}
