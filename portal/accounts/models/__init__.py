from portal.accounts.kinds import TargetGroup

from .bank import BankDetails
from .granted import Granted
from .institution import FieldOfWork, Institution, Membership
from .invitation import Invitation
from .person_request import PersonRequest
from .tally import Tally
from .user import User

__all__ = [
    "BankDetails",
    "FieldOfWork",
    "Granted",
    "Institution",
    "Invitation",
    "Membership",
    "PersonRequest",
    "Tally",
    "TargetGroup",
    "User",
]
