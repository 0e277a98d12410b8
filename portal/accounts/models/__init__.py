from portal.accounts.kinds import TargetGroup

from .institution import FieldOfWork, Institution, Membership
from .user import User

__all__ = ["FieldOfWork", "Institution", "Membership", "TargetGroup", "User"]
