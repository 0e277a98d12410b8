"""Which staff role may do which deed: the one table that every check of the house asks.

A row is a deed of the staff, with the roles that may do it and the permissions of Django that it stands for. Groups get
their permissions from here (`portal.accounts.groups`), views ask by `needs` and `held_by`, Wagtail's own views ask for
the same permissions. `docs/rights.md` shows the table; `tests/hostile/` tries every door of the staff against it.

What people may do for an institution that they act for is the second table, `HouseRight`: its roles are those of their
membership, its rows are asked for by the querysets of orders, listings and institutions.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

EDITORS = "Editors"
MODERATORS = "Moderators"
FINANCE = "Finance"
ADMINISTRATORS = "Administrators"
ROLES = (EDITORS, MODERATORS, FINANCE, ADMINISTRATORS)

# Of a membership.
MEMBER, DESK, SAFETY, MANAGER = HOUSE_ROLES = ("member", "desk", "safety", "manager")

_ALL = frozenset(ROLES)
_READERS = frozenset({MODERATORS, FINANCE, ADMINISTRATORS})
_AUTHORS = frozenset({EDITORS, MODERATORS, ADMINISTRATORS})
_DECIDERS = frozenset({MODERATORS, ADMINISTRATORS})
_CASHIERS = frozenset({FINANCE, ADMINISTRATORS})
_ADMINISTRATORS = frozenset({ADMINISTRATORS})

# What editors write and all read; one word is `app.model`.
_EVENT_FACTS = "events.event events.eventformat coaching.coach coaching.programme coaching.topic"
_CLUSTER_FACTS = "home.person home.section home.project home.funder accounts.fieldofwork"


@dataclass(frozen=True)
class Row:
    """`permissions` are held in general, those in `pages` and `files` for the whole tree and all collections.

    A row without any of Django's own has one of ours: `accounts.` and the name of the row.
    """

    label: Promise
    roles: frozenset[str]
    permissions: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


def _on(models: str, actions: str) -> tuple[str, ...]:
    """`_on("events.event", "view add")` is `events.view_event` and `events.add_event`."""
    pairs = [model.split(".") for model in models.split()]
    return tuple(f"{app}.{action}_{model}" for app, model in pairs for action in actions.split())


class Right(Enum):
    """The rows, from what many may to what few may."""

    ENTER = Row(_("Enter the administration"), _ALL, ("wagtailadmin.access_admin",))
    READ_EVENTS = Row(_("See events, coaches and programmes"), _ALL, _on(_EVENT_FACTS, "view"))
    READ_CLUSTER = Row(
        _("See people, institutions, sections, projects and funders"),
        _AUTHORS,
        _on(f"{_CLUSTER_FACTS} accounts.institution", "view"),
    )
    WRITE_PAGES = Row(_("Write pages as drafts"), _AUTHORS, pages=("add_page", "change_page"))
    KEEP_FILES = Row(
        _("Add and change images and documents"),
        _AUTHORS,
        files=("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document"),
    )
    TRANSLATE = Row(_("Translate pages"), _AUTHORS, ("wagtail_localize.submit_translation",))
    WRITE_FACTS = Row(
        _("Enter facts, and propose changes of live ones"),
        _AUTHORS,
        _on(f"{_EVENT_FACTS} {_CLUSTER_FACTS}", "add change"),
    )
    SEE_GUESTS = Row(_("See registrations with names and answers"), _READERS, _on("events.registration", "view"))
    EXPORT_GUESTS = Row(_("Export registrations"), _READERS)
    SEE_COACHING = Row(
        _("See times, bookings and hours of the coaching"),
        _READERS,
        _on("coaching.slot coaching.booking coaching.account", "view"),
    )
    EXPORT_COACHING = Row(_("Export bookings and hours, print statements"), _READERS)
    SEE_MARKET = Row(
        _("See listings and orders"),
        _READERS,
        _on("marketplace.listing marketplace.order marketplace.category", "view"),
    )
    EXPORT_MARKET = Row(_("Export orders"), _READERS)
    SEE_MONEY = Row(_("See payments"), _CASHIERS, _on("payments.payment payments.stray", "view"))
    SEE_INVOICES = Row(_("See invoices"), _CASHIERS, _on("invoices.invoice", "view"))
    CORRECT_INVOICES = Row(_("Correct invoices"), _CASHIERS)
    KEEP_ISSUERS = Row(_("Keep who writes invoices"), _ADMINISTRATORS, _on("invoices.issuer", "view add change delete"))
    KEEP_MONEY_RULES = Row(
        _("Set from which amount on a refund takes two people"),
        _ADMINISTRATORS,
        _on("payments.moneyrules", "view change"),
    )
    CLOSE_MONTHS = Row(_("Close months"), _CASHIERS)
    REOPEN_MONTHS = Row(_("Reopen closed months"), _ADMINISTRATORS)
    SEE_WITHDRAWALS = Row(_("See withdrawals from contracts"), _READERS, _on("withdrawals.withdrawal", "view"))
    EXPORT_MONEY = Row(_("Export payments"), _CASHIERS)
    SETTLE_MONEY = Row(_("Enter transfers, close reviews"), _CASHIERS, _on("payments.payment", "change"))
    PAY_BACK = Row(_("Pay back"), _CASHIERS)
    PUBLISH_PAGES = Row(
        _("Publish, lock and release pages"), _DECIDERS, pages=("publish_page", "lock_page", "unlock_page")
    )
    PUBLISH_FACTS = Row(_("Change live facts, decide on proposals"), _DECIDERS)
    DELETE_FACTS = Row(_("Delete facts"), _DECIDERS, _on(f"{_EVENT_FACTS} {_CLUSTER_FACTS}", "delete"))
    MOVE_EVENTS = Row(_("Move and cancel events"), _DECIDERS)
    DECIDE_GUESTS = Row(_("Decide on registrations"), _DECIDERS)
    DECIDE_WITHDRAWALS = Row(_("Decide on withdrawals from contracts"), _DECIDERS)
    CHECK_IN = Row(_("Check in guests and let walk-ins in"), _DECIDERS)
    PRINT_NAMES = Row(_("Print badges, lists and certificates"), _DECIDERS)
    WRITE_TO_GUESTS = Row(_("Write to the guests of an event"), _DECIDERS)
    READ_SPECIAL = Row(_("Read answers of special categories"), _DECIDERS, ("events.read_special_answers",))
    DECIDE_COACHING = Row(_("Decide on bookings and times of the coaching"), _DECIDERS)
    GRANT_HOURS = Row(_("Grant hours of coaching"), _DECIDERS)
    RELEASE_LISTINGS = Row(_("Release listings"), _DECIDERS, ("marketplace.release_listing",))
    SORT_MARKET = Row(
        _("Sort listings, keep categories"),
        _DECIDERS,
        (*_on("marketplace.listing", "change"), *_on("marketplace.category", "add change delete")),
    )
    KEEP_INSTITUTIONS = Row(
        _("Verify, change and delete institutions"), _DECIDERS, _on("accounts.institution", "add change delete")
    )
    SEE_ANSWERS = Row(_("See what visitors wrote into forms"), _DECIDERS, _on("home.answer", "view"))
    KEEP_OFFICE = Row(_("Change imprint, terms and brand"), _DECIDERS, _on("home.office", "view change"))
    READ_LETTERS = Row(_("Read all letters of the portal"), _DECIDERS, _on("letters.lettertext", "view"))
    KEEP_LETTERS = Row(_("Change the words of letters"), _DECIDERS, _on("letters.lettertext", "change"))
    MEND_LETTERS = Row(_("See failed letters, send them again"), _DECIDERS, ("procrastinate.view_procrastinatejob",))
    KEEP_REDIRECTS = Row(_("Keep redirects"), _DECIDERS, _on("wagtailredirects.redirect", "view add change delete"))
    KEEP_LEXICON = Row(
        _("Keep the vocabulary of the search"), _DECIDERS, _on("lexicon.meaning", "view add change delete")
    )
    ERASE_PEOPLE = Row(_("Find a person, ask for and release erasures"), _DECIDERS)
    EXPORT_PEOPLE = Row(_("Export everything about a person"), _ADMINISTRATORS)
    DELETE_PAGES = Row(_("Delete many pages at once"), _ADMINISTRATORS, pages=("bulk_delete_page",))
    KEEP_USERS = Row(
        _("Keep users and groups: full power"),
        _ADMINISTRATORS,
        _on("accounts.user auth.group", "view add change delete"),
    )
    KEEP_SITE = Row(
        _("Keep sites, languages, collections and workflows"),
        _ADMINISTRATORS,
        _on(
            "wagtailcore.site wagtailcore.locale wagtailcore.collection wagtailcore.workflow wagtailcore.task"
            " wagtailcore.groupapprovaltask",
            "view add change delete",
        ),
    )

    @property
    def permissions(self) -> tuple[str, ...]:
        row = self.value
        return row.permissions if row.permissions or row.pages or row.files else (f"accounts.{self.codename}",)

    @property
    def codename(self) -> str:
        """Of the row's own permission, where it has one."""
        return self.name.lower()

    @property
    def is_our_own(self) -> bool:
        return self.permissions == (f"accounts.{self.codename}",)

    def held_by(self, user) -> bool:
        """Whether this user may; for rows about pages and files ask Wagtail's policies: it depends on the place."""
        return bool(self.permissions) and user.has_perms(self.permissions)


@dataclass(frozen=True)
class HouseRow:
    """`roles` are values of `portal.accounts.kinds.Role`."""

    label: Promise
    roles: frozenset[str]


_EVERYBODY = frozenset(HOUSE_ROLES)
_WATCHFUL = frozenset({DESK, SAFETY, MANAGER})
_ACTING = frozenset({DESK, MANAGER})
_MANAGERS = frozenset({MANAGER})


class HouseRight(Enum):
    """The rows, from what many may to what few may."""

    ORDER = HouseRow(_("Order for the institution, see what colleagues ordered"), _EVERYBODY)
    DRAFT_OFFERS = HouseRow(_("Prepare listings as drafts"), _EVERYBODY)
    SEE_REQUESTS = HouseRow(_("See who asks for what the institution offers"), _WATCHFUL)
    DECLINE_REQUESTS = HouseRow(_("Decline a request, with the reason"), _WATCHFUL)
    CLOSE_THINGS = HouseRow(_("Say how a thing is, close it for a time"), _WATCHFUL)
    ACT_FOR_COLLEAGUES = HouseRow(_("Confirm, change and cancel what colleagues ordered"), _ACTING)
    ANSWER_REQUESTS = HouseRow(_("Accept requests of others, propose, cancel, hand over"), _ACTING)
    NOTE_MONEY = HouseRow(_("Enter that money of others has arrived or gone back"), _ACTING)
    KEEP_OFFERS = HouseRow(_("Submit, change and withdraw listings, set prices and photos"), _ACTING)
    KEEP_MEMBERS = HouseRow(_("Invite and remove people, give roles, keep the bank details"), _MANAGERS)

    @property
    def roles(self) -> frozenset[str]:
        return self.value.roles

    def held_by(self, user, institution) -> bool:
        """Whether this user may do it for `institution`."""
        return user.is_authenticated and institution.memberships.filter(user=user, role__in=self.roles).exists()


def needs(right: Right) -> Callable:
    """For a view of the administration: who has not the right is refused, whatever the method."""

    def guard(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not right.held_by(request.user):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.right = right
        return guarded

    return guard


def own_permissions() -> list[tuple[str, Promise]]:
    """Codename and name of the rows that have a permission of ours."""
    return [(right.codename, right.value.label) for right in Right if right.is_our_own]
