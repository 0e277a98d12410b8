"""What a listing says in the words of schema.org."""

from marketplace.kinds import Condition
from portal.language.mailbox import absolute

CONDITIONS = {
    Condition.LIKE_NEW: "UsedCondition",
    Condition.USED_CHECKED: "UsedCondition",
    Condition.USED: "UsedCondition",
    Condition.PARTS: "DamagedCondition",
}


def listing(shown) -> dict:
    """A Product with its Offer; nothing that is not shown on the page."""
    price = next((value for value in (shown.hourly, shown.daily, shown.price) if value is not None), None)
    if shown.nature.costs_nothing:
        price = 0
    offer = {
        "@type": "Offer",
        "url": absolute(shown.get_absolute_url()),
        "availability": "https://schema.org/InStock" if shown.is_current else "https://schema.org/SoldOut",
        "businessFunction": f"http://purl.org/goodrelations/v1#{shown.nature.schema_function}",
        "offeredBy": {"@type": "Organization", "name": shown.institution.name},
    }
    if price is not None:
        offer |= {"price": str(price), "priceCurrency": shown.currency}
    if shown.expires_on:
        offer["validThrough"] = shown.expires_on
    product = {
        "@type": "Service" if shown.nature.schema_function == "ProvideService" else "Product",
        "name": shown.title,
        "description": shown.description,
        "category": str(shown.category),
        "offers": offer,
    }
    if shown.condition:
        offer["itemCondition"] = f"https://schema.org/{CONDITIONS[shown.condition]}"
    return product
