from .agreement import Consent
from .category import Category
from .change import Change
from .comment import ReleaseComment
from .hold import Hold
from .listing import Listing
from .order import Order
from .photo import ResourcePhoto
from .proposal import Line, Proposal
from .question import Question
from .release_papers import ReleasePapers
from .resource import Resource, ResourceInternal
from .shelved import Drawer, Place, Rule, Shelved
from .tariff import Tariff
from .text import ListingText

__all__ = [
    "Category",
    "Change",
    "Consent",
    "Drawer",
    "Hold",
    "Line",
    "Listing",
    "ListingText",
    "Order",
    "Place",
    "Proposal",
    "Question",
    "ReleaseComment",
    "ReleasePapers",
    "Resource",
    "ResourceInternal",
    "ResourcePhoto",
    "Rule",
    "Shelved",
    "Tariff",
]
