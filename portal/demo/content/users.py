"""People who can log in to the demo.

`USERS` holds the eight accounts that visitors of the demo try; `MANAGERS` gives each institution with a public
contact one manager, so that every listing and order has somebody who acts. `COLLEAGUES` have the other roles of the
institution that most of the demo is about.

Keys: key (the role as acceptance tests name it, or the institution's slug), email, password, first_name, last_name,
language, institution (slug or None), role (admin, editor, finance, moderator, manager, desk, safety, member, visitor).
"""

from portal.demo.content.people import PEOPLE

PASSWORD = "transfer-demo"  # noqa: S105 the demo prints it on the screen


def _row(key, first_name, last_name, role, institution=None, language="de"):
    return {
        "key": key,
        "email": f"{key.replace('_', '-')}@portal.example",
        "password": PASSWORD,
        "first_name": first_name,
        "last_name": last_name,
        "language": language,
        "institution": institution,
        "role": role,
    }


USERS = [
    _row("admin", "Hanna", "Reuter", "admin", "bioindustry"),
    _row("editor", "Deniz", "Kaya", "editor", "bioindustry"),
    _row("finance", "Monika", "Strotmann", "finance", "bioindustry"),
    _row("moderator", "Oliver", "Jansen", "moderator", "medecon-ruhr"),
    _row("institution_a", "Britta", "Suermann", "manager", "ibv"),
    _row("member_a", "Luca", "Ferrari", "member", "ibv", "en"),
    _row("institution_b", "Nils", "Beckmann", "manager", "zellschmiede"),
    _row("visitor", "Amelia", "Clarke", "visitor", None, "en"),
]

COLLEAGUES = [
    _row("desk_a", "Sabine", "Vogt", "desk", "ibv"),
    _row("safety_a", "Jörn", "Hartwig", "safety", "ibv"),
]


def _managers():
    """The first contact of each institution, as an account."""
    first = {}
    for person in PEOPLE:
        if person["contact"]:
            first.setdefault(person["institution"], person)
    return [
        {
            "key": slug,
            "email": person["email"],
            "password": PASSWORD,
            "first_name": person["first_name"],
            "last_name": person["last_name"],
            "language": "de",
            "institution": slug,
            "role": "manager",
        }
        for slug, person in first.items()
    ]


MANAGERS = _managers()
# Gives coaching, and may be tried like the others.
COACH = {**next(row for row in MANAGERS if row["key"] == "patentagentur-westfalen"), "key": "coach"}
