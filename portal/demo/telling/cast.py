"""The cast: institutions, persons, accounts, funders, sections, projects."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from home.models import Funder, Person, Project, ProjectFunding, ProjectPartner, Section, SectionRole, WorkPackage
from portal.accounts import groups
from portal.accounts.kinds import Role
from portal.accounts.models import FieldOfWork, Institution, Membership, User
from portal.demo import pictures
from portal.demo.content import fields, institutions, people, projects, sections, users
from portal.media import shelves
from portal.media.cleaning import CleanFile
from portal.media.models import PortalImage

STAFF = {"admin": groups.ADMINISTRATORS, "editor": groups.EDITORS, "finance": groups.FINANCE}
STAFF["moderator"] = groups.MODERATORS


def day(offset: int) -> date:
    return timezone.localdate() + timedelta(days=offset)


def image(title: str, drawing: Path, *, alt: str, alt_en: str = "", shelf: str = shelves.PHOTOS) -> PortalImage:
    """A drawn picture as an image of the library."""
    name = "".join(sign if sign.isalnum() else "-" for sign in title.lower())[:60]
    picture = PortalImage(title=title, description=alt, description_en=alt_en, collection=shelves.shelf(shelf))
    picture.credit, picture.credit_en = "Zeichnung: Transferportal Ruhr", "Drawing: Transfer Portal Ruhr"
    picture.file = CleanFile(drawing.read_bytes(), name=f"{name}.webp")
    picture.save()
    return picture


def tell_institutions() -> dict[str, Institution]:
    work = {row["slug"]: FieldOfWork.objects.create(**row) for row in fields.FIELDS}
    told = {}
    for row in institutions.INSTITUTIONS:
        own = {key: row[key] for key in _INSTITUTION_FACTS}
        institution = Institution.objects.create(
            **own,
            district=row["ags"] or "",
            is_verified=True,
            logo=_logo(f"Logo {row['name']}", row["slug"], alt=f"Logo: {row['name']}"),
        )
        institution.fields.set([work[slug] for slug in row["fields"]])
        told[row["slug"]] = institution
    return told


_INSTITUTION_FACTS = [
    *("slug", "name", "kind", "category", "street", "postal_code", "city"),
    *("website", "email", "phone", "description_de", "description_en"),
]


def tell_people(houses: dict[str, Institution]) -> dict[str, Person]:
    facts = ("title", "first_name", "last_name", "function_de", "function_en", "email", "phone")
    return {
        row["slug"]: Person.objects.create(institution=houses[row["institution"]], **{key: row[key] for key in facts})
        for row in people.PEOPLE
    }


def tell_users(houses: dict[str, Institution]) -> dict[str, User]:
    told = {}
    for row in [*users.USERS, *users.COLLEAGUES, *users.MANAGERS]:
        user = User.objects.filter(email=row["email"]).first() or _user(row)
        told.setdefault(row["key"], user)
        if row["institution"]:
            role = row["role"] if row["role"] in Role.values else Role.MEMBER
            Membership.objects.get_or_create(user=user, institution=houses[row["institution"]], defaults={"role": role})
    return told


_hashed = cache(make_password)


def _user(row: dict) -> User:
    staff = row["role"] in STAFF
    user = User.objects.create_user(
        row["email"],
        first_name=row["first_name"],
        last_name=row["last_name"],
        language=row["language"],
        is_staff=staff,
        is_superuser=row["role"] == "admin",
    )
    # All share one password and so, in the demo, one slow hash.
    user.password = _hashed(row["password"])
    user.save(update_fields=["password"])
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    if staff:
        user.groups.set(groups.Group.objects.filter(name=STAFF[row["role"]]))
    return user


def tell_funders() -> dict[str, Funder]:
    facts = ("name_de", "name_en", "sentence_de", "sentence_en", "emblem")
    return {
        row["slug"]: Funder.objects.create(
            **{key: row[key] for key in facts},
            website=row["url"],
            logo=None if row["emblem"] else _logo_of(row),
        )
        for row in projects.FUNDERS
    }


def _logo_of(row: dict) -> PortalImage:
    return _logo(row["name_de"], row["slug"], alt=f"Logo: {row['name_de']}")


def _logo(title: str, slug: str, *, alt: str) -> PortalImage:
    return image(title, pictures.logo(slug), alt=alt, shelf=shelves.LOGOS)


def tell_projects(houses: dict[str, Institution], funders: dict[str, Funder]) -> dict[str, Project]:
    told: dict[str, Project] = {}
    for row in projects.PROJECTS:
        project = Project.objects.create(
            slug=row["slug"],
            acronym=row["acronym"],
            title_de=row["title_de"],
            title_en=row["title_en"],
            starts_on=date.fromisoformat(row["start"]) if row["start"] else day(row["start_days"]),
            ends_on=date.fromisoformat(row["end"]) if row["end"] else day(row["end_days"]),
            predecessor=told.get(row["predecessor"]),
        )
        _tell_partners(project, row, houses)
        for order, funding in enumerate(row["funders"]):
            ProjectFunding.objects.create(
                project=project,
                sort_order=order,
                funder=funders[funding["funder"]],
                own_sentence_de=funding["sentence_de"] or "",
                own_sentence_en=funding["sentence_en"] or "",
            )
        told[row["slug"]] = project
    return told


def _tell_partners(project: Project, row: dict, houses: dict[str, Institution]) -> None:
    for order, partner in enumerate(row["partners"]):
        ProjectPartner.objects.create(
            project=project, sort_order=order, institution=houses[partner["institution"]], role=partner["role"]
        )
    for order, package in enumerate(row["work_packages"]):
        WorkPackage.objects.create(
            project=project,
            sort_order=order,
            title_de=package["title_de"],
            title_en=package["title_en"],
            lead=houses.get(package["lead"]),
        )


def tell_sections(persons: dict[str, Person], houses: dict[str, Institution]) -> dict[str, Section]:
    told = {}
    for row in sections.SECTIONS:
        section = Section.objects.create(
            slug=row["slug"],
            name_de=row["name_de"],
            name_en=row["name_en"],
            accent=row["accent"],
            contact=persons[row["contact"]],
            logo=_logo_of(row),
        )
        for order, role in enumerate(row["roles"]):
            SectionRole.objects.create(
                section=section,
                sort_order=order,
                person=persons[role["person"]],
                institution=houses[role["institution"]],
                function=role["function"],
                since=day(role["from_days"]),
                until=day(role["to_days"]) if role["to_days"] is not None else None,
            )
        told[row["slug"]] = section
    return told


def tell_licences() -> None:
    """One photo may be shown for another month, the licence of another one has run out: the report says so."""
    photos = PortalImage.objects.filter(collection__name=shelves.PHOTOS).order_by("pk")
    for picture, days in zip(photos, (25, -12), strict=False):
        picture.licence_until, picture.credit = day(days), "© Studio Beispiel, Dortmund"
        picture.save(update_fields=["licence_until", "credit"])
