from .category import Category
from .comment import ReleaseComment
from .listing import Listing
from .order import Order
from .photo import ListingPhoto
from .question import Question
from .release_papers import ReleasePapers
from .text import ListingText

__all__ = [
    "Category",
    "Listing",
    "ListingPhoto",
    "ListingText",
    "Order",
    "Question",
    "ReleaseComment",
    "ReleasePapers",
]
