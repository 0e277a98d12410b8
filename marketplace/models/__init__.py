from .category import Category
from .listing import Listing
from .order import Order
from .pages import MarketplacePage
from .papers import ReleasePapers
from .text import ListingText

__all__ = ["Category", "Listing", "ListingText", "MarketplacePage", "Order", "ReleasePapers"]
