from .category import Category
from .comment import ReleaseComment
from .listing import Listing
from .order import Order
from .release_papers import ReleasePapers
from .text import ListingText

__all__ = ["Category", "Listing", "ListingText", "Order", "ReleaseComment", "ReleasePapers"]
