"""The directory: institutions by type, member category, field, district and name. Counts are computed."""

from collections import Counter

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.found import facets
from home.region.districts import DISTRICTS
from home.region.map import region_map
from portal.accounts.kinds import InstitutionKind, MemberCategory
from portal.accounts.models import FieldOfWork, Institution
from portal.language import folding

PER_PAGE = 24
COLUMNS = {"kind": "kind", "category": "category", "field": "fields__slug", "district": "district"}


def directory_list(asked, address: str) -> dict:
    """`asked` is the query of the address: `q`, `kind`, `category`, `field`, `district`, `page`;
    `address` is the directory's own.

    Counts heed the words searched for, not the other filters: they tell how large each drawer is.
    """
    q = " ".join(asked.get("q", "").split())[:100]
    named = Institution.objects.visible()
    if q:
        named = folding.search(named, q, ("where_folded",))
    rows = _rows(named)
    chosen = {name: {row[0] for row in rows[name]} & set(asked.getlist(name)) for name in COLUMNS}
    wanted = {f"{COLUMNS[name]}__in": values for name, values in chosen.items() if values}
    # An institution has several fields: asked for by its key it comes once, and nobody has to compare whole rows.
    institutions = named.filter(pk__in=named.filter(**wanted).order_by().values("pk")) if wanted else named
    institutions = institutions.select_related("logo")
    page = Paginator(institutions.prefetch_related("fields", "logo__renditions"), PER_PAGE).get_page(asked.get("page"))
    kept = [(name, value) for name, values in chosen.items() for value in sorted(values)]
    region = region_map(
        address=address,
        institutions={ags: n for ags, _name, n in rows["district"]},
        chosen=chosen["district"],
        kept=[*((("q", q),) if q else ()), *(pair for pair in kept if pair[0] != "district")],
    )
    labels = {"kind": _("Type"), "category": _("Membership"), "field": _("Field of work"), "district": _("District")}
    return {
        "q": q,
        "groups": [
            facets.group(labels[name], name, rows[name], chosen[name], open_=name == "kind")
            for name in COLUMNS
            if rows[name]
        ],
        "kept_words": [("q", q)] if q else [],
        "kept_filters": kept,
        "map": region,
        "elsewhere": _elsewhere(region, chosen["district"]),
        "filters": sum(len(values) for values in chosen.values()),
        "result": ngettext("%(n)s institution", "%(n)s institutions", page.paginator.count)
        % {"n": page.paginator.count},
        "institutions": page,
    }


def _elsewhere(region: dict, districts: set[str]) -> list[dict]:
    """What other lists have in the one district that is chosen: label and url."""
    if len(districts) != 1:
        return []
    here = next((row for row in region["rows"] if row["is_chosen"]), {"ways": []})
    return [way | {"place": here["name"]} for way in here["ways"] if way["name"] != "institutions"]


def _rows(named) -> dict[str, list[tuple[str, str, int]]]:
    """(value, label, count) by filter, drawn from two queries."""
    kinds, categories, districts = Counter(), Counter(), Counter()
    for kind, category, district, n in (
        named.order_by().values_list("kind", "category", "district").annotate(n=Count("pk"))
    ):
        kinds[kind] += n
        categories[category] += n
        districts[district] += n
    fields = FieldOfWork.objects.annotate(n=Count("institution", filter=Q(institution__in=named.order_by())))
    return {
        "kind": [(v, label, kinds[v]) for v, label in InstitutionKind.choices if kinds[v]],
        "category": [(v, label, categories[v]) for v, label in MemberCategory.choices if categories[v]],
        "field": sorted(((f.slug, f.name, f.n) for f in fields if f.n), key=lambda row: row[1]),
        "district": sorted(((v, DISTRICTS.get(v, v), n) for v, n in districts.items() if v), key=lambda row: row[1]),
    }
