"""What must hold at every committed moment, asked of the database itself. Each query returns the rows that break it."""

from django.db import connection

from marketplace.states import OrderState
from portal.language.slugs import slugify

_HOLDING = ", ".join(f"'{state}'" for state in sorted(OrderState.HOLDING))

QUERIES = {
    "Two orders hold the same piece at the same time": f"""
        select a.id, b.id from marketplace_order a join marketplace_order b
            on a.listing_id = b.listing_id and a.piece = b.piece and a.id < b.id and a.period && b.period
        where a.exclusive and b.exclusive and a.state in ({_HOLDING}) and b.state in ({_HOLDING})""",  # noqa: S608
    "A listing is taken for good more often than it has pieces": f"""
        select l.id, count(*) from marketplace_order o join marketplace_listing l on l.id = o.listing_id
        where o.exclusive and o.state in ({_HOLDING}) and upper_inf(o.period)
        group by l.id having count(*) > l.quantity""",  # noqa: S608
    # Pieces that were used once may be gone by now.
    "An order holds a piece that does not exist": f"""
        select o.id, o.piece from marketplace_order o join marketplace_listing l on l.id = o.listing_id
        where o.state in ({_HOLDING}) and not o.piece between 1 and l.quantity
            and (o.period is null or upper_inf(o.period) or upper(o.period) > now())""",  # noqa: S608
    "A withdrawn listing has a running order": """
        select o.id, l.id from marketplace_order o join marketplace_listing l on l.id = o.listing_id
        where l.state = 'withdrawn' and o.state in ('requested', 'awaiting_payment')""",
    "A released listing belongs to an institution that is not verified": """
        select l.id, i.id from marketplace_listing l join accounts_institution i on i.id = l.institution_id
        where l.state = 'released' and not i.is_verified""",
    "An order awaits payment without an open or paid payment": """
        select o.id, o.state from marketplace_order o where o.state = 'awaiting_payment' and not exists (
            select 1 from payments_payment p join django_content_type c on c.id = p.purpose_type_id
            where c.app_label = 'marketplace' and c.model = 'order' and p.purpose_id = o.id
                and p.state in ('open', 'pending', 'paid') and p.amount = o.price)""",
    "A cancelled order keeps money": """
        select o.id, p.id from marketplace_order o
        join payments_payment p on p.purpose_id = o.id join django_content_type c on c.id = p.purpose_type_id
        where c.app_label = 'marketplace' and c.model = 'order' and p.state = 'paid'
            and o.state in ('cancelled', 'declined', 'lapsed')""",
    "A period ends before it starts or an exclusive order has none": """
        select id, state from marketplace_order where isempty(period) or (exclusive and period is null)""",
    "A price is negative": """
        select id, price from marketplace_order where price < 0
        union all select id, price from marketplace_listing where price < 0 or hourly < 0 or daily < 0""",
}


def check() -> list[str]:
    """One line for every broken row, empty when all is well."""
    return [f"{name}: {row}" for name, query in QUERIES.items() for row in _rows(query)]


def queries() -> dict[str, str]:
    """The same questions for testing from outside, by a short name."""
    return {slugify(name): query for name, query in QUERIES.items()}


def _rows(query: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()
