from portal.accounts.kinds import TargetGroup

from .institution import FieldOfWork, Institution, Membership
from .invitation import Invitation
from .tally import Tally
from .user import User

__all__ = ["FieldOfWork", "Institution", "Invitation", "Membership", "Tally", "TargetGroup", "User"]
