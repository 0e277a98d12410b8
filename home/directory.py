"""The directory: institutions by type, member category, field, district and name. Counts are computed."""

from collections import Counter

from django.core.paginator import Paginator
from django.db.models import Count, Q

from home.regions import DISTRICTS
from portal.accounts.kinds import InstitutionKind, MemberCategory
from portal.accounts.models import FieldOfWork, Institution

PER_PAGE = 24


def directory_list(asked) -> dict:
    """`asked` is the query of the address: `q`, `kind`, `category`, `field`, `district`, `page`.

    The counts of a filter heed the name searched for, not the other filters: they tell how large each drawer is.
    """
    q = " ".join(asked.get("q", "").split())[:100]
    named = Institution.objects.visible()
    if q:
        named = named.filter(Q(name__icontains=q) | Q(city__icontains=q))
    facets = _facets(named)
    chosen = {name: value for name in facets if (value := asked.get(name, "")) in {row[0] for row in facets[name]}}
    wanted = {"fields__slug" if name == "field" else name: value for name, value in chosen.items()}
    institutions = named.filter(**wanted).select_related("logo").prefetch_related("fields")
    page = Paginator(institutions, PER_PAGE).get_page(asked.get("page"))
    return {"q": q, "chosen": chosen, "facets": facets, "institutions": page, "total": page.paginator.count}


def _facets(named) -> dict[str, list[tuple[str, str, int]]]:
    """(value, label, count) rows by filter, drawn from two queries."""
    rows = list(named.order_by().values_list("kind", "category", "district"))
    kinds, categories, districts = (Counter(row[i] for row in rows) for i in range(3))
    fields = FieldOfWork.objects.annotate(n=Count("institution", filter=Q(institution__in=named))).filter(n__gt=0)
    return {
        "kind": [(v, label, kinds[v]) for v, label in InstitutionKind.choices if kinds[v]],
        "category": [(v, label, categories[v]) for v, label in MemberCategory.choices if categories[v]],
        "field": sorted(((f.slug, f.name, f.n) for f in fields), key=lambda row: row[1]),
        "district": sorted(((v, DISTRICTS.get(v, v), n) for v, n in districts.items() if v), key=lambda row: row[1]),
    }
