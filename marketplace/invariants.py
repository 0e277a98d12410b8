"""What must hold at every committed moment, asked of the database itself. Each query returns the rows that break it."""

from django.db import connection

from marketplace.states import OrderState
from portal.language.slugs import slugify

_HOLDING = ", ".join(f"'{state}'" for state in sorted(OrderState.HOLDING))

QUERIES = {
    "Two holds have the same piece at the same time": """
        select a.id, b.id from marketplace_hold a join marketplace_hold b
            on a.resource_id = b.resource_id and a.piece = b.piece and a.id < b.id and a.period && b.period""",
    "An order that holds has not its pieces, or at another time": f"""
        select o.id, o.state, o.quantity from marketplace_order o
        where o.exclusive and o.state in ({_HOLDING}) and o.quantity <> (
            select count(*) from marketplace_hold h join marketplace_listing l on l.resource_id = h.resource_id
            where h.order_id = o.id and l.id = o.listing_id and (h.period = o.period
                -- What is not back in time is still taken.
                or (o.state = 'out' and lower(h.period) = lower(o.period) and h.period @> o.period)))""",  # noqa: S608
    "The lines of an order do not add up to its price": """
        select o.id, o.price, sum(l.total) from marketplace_order o join marketplace_line l on l.order_id = o.id
        where l.proposal_id is null group by o.id having o.price <> sum(l.total)""",
    "An order that holds nothing has a piece": f"""
        select o.id, h.id from marketplace_order o join marketplace_hold h on h.order_id = o.id
        where not o.exclusive or o.state not in ({_HOLDING})""",  # noqa: S608
    "A listing belongs to another institution than its resource": """
        select l.id, r.id from marketplace_listing l join marketplace_resource r on r.id = l.resource_id
        where l.institution_id <> r.institution_id""",
    "A listing is taken for good more often than it has pieces": """
        select l.id, count(*) from marketplace_hold h join marketplace_order o on o.id = h.order_id
            join marketplace_listing l on l.id = o.listing_id
        where upper_inf(h.period) group by l.id having count(*) > l.quantity""",
    # Pieces that were used once may be gone by now.
    "An order holds a piece that does not exist": """
        select o.id, h.piece from marketplace_hold h join marketplace_order o on o.id = h.order_id
            join marketplace_listing l on l.id = o.listing_id
        where h.piece > l.quantity and (upper_inf(h.period) or upper(h.period) > now())""",
    "An offer gives more of a thing than there are": """
        select l.id, l.quantity, r.quantity from marketplace_listing l
            join marketplace_resource r on r.id = l.resource_id
        where l.quantity > r.quantity and l.state <> 'withdrawn'""",
    "A withdrawn listing has a running order": """
        select o.id, l.id from marketplace_order o join marketplace_listing l on l.id = o.listing_id
        where l.state = 'withdrawn' and o.state in ('requested', 'proposed', 'awaiting_payment')""",
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
    "What lists know of a listing is not what it says": """
        select l.id from marketplace_listing l
            left join marketplace_shelf(array(select id from marketplace_listing)) now on now.listing_id = l.id
            left join marketplace_shelved kept on kept.listing_id = l.id
        where (now.drawer_id, now.place_id, now.rule_id, now.is_out, now.expires_on, now.newest, now.cost,
               now.visibility, now.words) is distinct from
              (kept.drawer_id, kept.place_id, kept.rule_id, kept.is_out, kept.expires_on, kept.newest, kept.cost,
               kept.visibility, kept.words)""",
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
