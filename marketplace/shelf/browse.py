"""The list of listings as the page of the marketplace shows it."""

from marketplace.shelf import cards, filters, found


def listings_shown(query, groups=None, user=None) -> dict:
    """`query` is that of the address; whatever it says is answered. `groups` and `user` as in `found.look`."""
    seen = found.look(found.Wish.read(query), groups=groups, user=user)
    return {
        **filters.panel(seen, query),
        "rows": cards.rows(seen.page),
        "results": seen.page,
        "wish": seen.wish,
        "suggestion": seen.suggestion,
        "loose": seen.loose,
    }
