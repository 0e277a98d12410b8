"""How many there are in all and beside each filter, in one statement.

Each filter's counts heed the other filters, not itself, so that they tell what one more tick would bring. The rows are
counted once by drawer and once by place, of which there are few; all sums are made of these.
"""

from django.core.exceptions import EmptyResultSet

from portal.database import replica
from portal.language import languages

# So many values of a filter are named, the most frequent ones and those that are set.
MOST_CHOICES = 60
# Each filter with the sort of rows that it is counted by.
FACETS = {
    "kind": "drawer",
    "category": "drawer",
    "institution": "place",
    "city": "place",
    "condition": "drawer",
}
LABELS = {"category": "category_name", "institution": "institution_name"}

_STATEMENT = """
with drawer as (
    select d.id, d.kind, c.slug as category, c.name_{language} as category_name, d.condition
    from marketplace_drawer d join marketplace_category c on c.id = d.category_id
),
place as (
    select p.id, i.slug as institution, i.name as institution_name, p.city
    from marketplace_place p join accounts_institution i on i.id = p.institution_id
),
found(drawer_id, place_id) as ({inner}),
counted as (
    select drawer_id, place_id, count(*) {in_place} as of_drawer, count(*) {in_drawer} as of_place
    from found group by grouping sets ((drawer_id), (place_id))
),
drawers as (select drawer.*, of_drawer as n from counted join drawer on id = drawer_id),
places as (select place.*, of_place as n from counted join place on id = place_id)
select null as facet, null as value, null as label, coalesce(sum(n), 0)::bigint as n, true as chosen
from drawers where {all}
{facets}
order by n desc, label, value
"""
_FACET = """union all (
    select '{name}', {name}, {label}, sum(n)::bigint as n, {name} = any(%s) as chosen from {sort}s
    where {name} <> '' and {others} group by 2, 3 having sum(n) > 0 order by chosen desc, n desc, 3, 2 limit {most}
)"""


def ask(found, chosen: dict[str, list[str]]) -> list[tuple]:
    """(facet, value, label, count) rows, the most frequent first; facet None is the total.

    `found` are rows of `Shelved` without what is `chosen`: values by facet, none where all will do.
    """
    try:
        inner, asked = found.order_by().values_list("drawer_id", "place_id").query.sql_with_params()
    except EmptyResultSet:  # the search words lead nowhere
        return []
    said = list(asked)

    def tests(sort: str, *, but: str = "") -> str:
        """That a drawer or a place has all that is chosen; the values join `said`, in the order of the statement."""
        names = [name for name in FACETS if FACETS[name] == sort and chosen[name] and name != but]
        said.extend(chosen[name] for name in names)
        return " and ".join(f"{name} = any(%s)" for name in names) or "true"

    def within(sort: str) -> str:
        test = tests(sort)
        rows = f"select id from {sort} where {test}"  # noqa: S608 names of our own
        return "" if test == "true" else f"filter (where {sort}_id in ({rows}))"

    parts = {"inner": inner, "in_place": within("place"), "in_drawer": within("drawer"), "all": tests("drawer")}
    facets = []
    for name, sort in FACETS.items():
        said.append(chosen[name])
        label, others = LABELS.get(name, "null"), tests(sort, but=name)
        facets.append(_FACET.format(name=name, sort=sort, label=label, others=others, most=MOST_CHOICES))
    statement = _STATEMENT.format(language=languages.current(), facets="".join(facets), **parts)
    with replica.connection().cursor() as cursor:
        cursor.execute(statement, said)
        return [row[:4] for row in cursor.fetchall()]
