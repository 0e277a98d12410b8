from portal.accounts.kinds import TargetGroup

from .institution import FieldOfWork, Institution, Membership
from .invitation import Invitation
from .user import User

__all__ = ["FieldOfWork", "Institution", "Invitation", "Membership", "TargetGroup", "User"]
