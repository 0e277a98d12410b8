"""What can be offered. One row per kind holds all that differs; nothing else in the app asks for a kind by name."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import Enum, nonmember

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    DEVICE = "device", _("Device")
    SERVICE = "service", _("Service")
    SPACE = "space", _("Space")
    SALE = "sale", _("For sale")
    LOAN = "loan", _("On loan")
    GIFT = "gift", _("Given away")

    @property
    def nature(self) -> "Nature":
        return NATURES[self]


class Thing(models.TextChoices):
    """What a resource is, however it is had."""

    DEVICE = "device", _("Device")
    FACILITY = "facility", _("Facility")
    SERVICE = "service", _("Service")
    SPACE = "space", _("Space")
    COMPETENCE = "competence", _("Competence")


class Why(models.TextChoices):
    """Why a piece of a resource is held."""

    ORDER = "order", _("order")
    CLOSURE = "closure", _("closed: maintenance or repair")
    HOLIDAY = "holiday", _("closed: holidays")
    BUSY = "busy", _("busy in another calendar")
    OWN_USE = "own_use", _("own use")
    BRIEFING = "briefing", pgettext_lazy("hold", "briefing")


class ConsentTo(models.TextChoices):
    """What nobody decides alone who offers: it passes once it is noted who has consented."""

    PRICE = "price", _("a price below the book value")
    CLEANING = "cleaning", _("decontamination only later")
    TIE = "tie", _("leaving before the grant allows it")


class Light(models.TextChoices):
    """Whether a resource can be used today."""

    OPERATIONAL = "operational", _("operational")
    RESTRICTED = "restricted", _("restricted")
    DOWN = "down", _("out of order")

    TONE = nonmember({"operational": "ok", "restricted": "warn", "down": "bad"})

    @property
    def tone(self) -> str:
        return self.TONE[self.value]


class Visibility(models.TextChoices):
    """Who finds a thing and its offers at all; each sees what the ones before it see."""

    PUBLIC = "public", _("everybody")
    VERIFIED = "verified", _("who acts for a verified institution")
    HOUSE = "house", _("our institution alone")


class Side(models.TextChoices):
    """Of an order."""

    OWNER = "owner", _("who offers")
    ORDERER = "orderer", _("who orders")


class PriceGroup(models.TextChoices):
    """Whom a tariff is for. The verified institution alone says which."""

    OWN_HOUSE = "own_house", _("own institution")
    ACADEMIC = "academic", _("universities, institutes and clinics")
    PUBLIC = "public", _("public bodies")
    STARTUP = "startup", _("start-ups")
    COMPANY = "company", _("companies")
    DFG = "dfg", _("projects funded by the DFG")
    PRIVATE = "private", _("private persons")


class Vat(models.TextChoices):
    """How value added tax is treated, and why; the institution that offers decides."""

    NOT_SHOWN = "not_shown", _("final price")
    STANDARD = "standard", _("plus 19 % VAT")
    REDUCED = "reduced", _("plus 7 % VAT")
    EXEMPT = "exempt", _("exempt from VAT (§ 4 UStG)")
    OUTSIDE = "outside", _("not subject to VAT (§ 2b UStG)")

    RATE = nonmember({"standard": Decimal("0.19"), "reduced": Decimal("0.07")})

    @property
    def rate(self) -> Decimal:
        return self.RATE.get(self.value, Decimal(0))


class Takes(Enum):
    """How an order takes the thing."""

    PERIOD = "period"
    REQUEST = "request"
    FOR_GOOD = "for good"


class Approval(models.TextChoices):
    INSTANT = "instant", _("First come, first served")
    REQUEST = "request", _("On request: we answer every enquiry")


class Audience(models.TextChoices):
    ACADEMIC = "academic", _("Universities, institutes and clinics")
    INDUSTRY = "industry", _("Companies")
    STARTUP = "startup", _("Start-ups")


class Condition(models.TextChoices):
    LIKE_NEW = "like_new", _("Like new")
    USED_CHECKED = "used_checked", _("Used, checked")
    USED = "used", _("Used")
    PARTS = "parts", _("For spare parts")


class Unit(models.TextChoices):
    """What the price of a listing is for."""

    PIECE = "piece", _("per piece")
    SAMPLE = "sample", _("per sample")
    RUN = "run", _("per run")
    HOUR = "hour", _("per hour")
    DAY = "day", _("per day")
    MONTH = "month", _("per month")
    M2_MONTH = "m2_month", _("per m² and month")
    PROJECT = "project", _("per project")


@dataclass(frozen=True, slots=True)
class Nature:
    """The row of a kind.

    `thing`: what it is that is had so.
    `invitation`: what stands under its name where somebody chooses what to offer. `badge`, `tone`, `icon`: names of the
    face. `schema_function`: what the offer does, a word of GoodRelations. `prices`: which price fields its offer form
    asks for, at most two of `hourly`, `daily`, `price`, beside `unit` and `negotiable`. `settles`: the price is paid
    through the portal. `costs_nothing`: what stands in place of a price. `papers`: which release papers must be
    complete before it may be submitted. `stands`: how long it is shown from its release, None: until withdrawn.
    `leaves`: it is picked up.
    """

    takes: Takes
    approval: Approval
    plural: Promise
    invitation: Promise
    badge: str
    tone: str
    icon: str
    order_word: Promise
    order_noun: Promise
    schema_function: str
    thing: Thing = Thing.DEVICE
    prices: tuple[str, ...] = ()
    settles: bool = False
    costs_nothing: Promise | None = None
    papers: tuple[str, ...] = ()
    stands: timedelta | None = None
    asks_condition: bool = False
    asks_opening: bool = False
    leaves: bool = False

    @property
    def comes_back(self) -> bool:
        """Handed out and returned; what is used where it stands, or goes for good, is not."""
        return self.leaves and self.is_for_a_period

    @property
    def may_charge_cancelling(self) -> bool:
        """Somebody keeps a time free, and the time has a price."""
        return self.is_for_a_period and not self.costs_nothing

    @property
    def is_for_a_period(self) -> bool:
        return self.takes is Takes.PERIOD

    @property
    def is_for_good(self) -> bool:
        return self.takes is Takes.FOR_GOOD

    @property
    def exclusive(self) -> bool:
        """An order that holds shuts out every other (the database sees to it); a request binds nobody."""
        return self.takes is not Takes.REQUEST


_LEAVES_THE_HOUSE = ("inventory_number", "not_needed", "decontaminated_on", "data_erased", "tied_until")

NATURES: dict[Kind, Nature] = {
    Kind.DEVICE: Nature(
        takes=Takes.PERIOD,
        approval=Approval.REQUEST,
        plural=_("Devices"),
        invitation=_("Free hours on a device that stays with you"),
        badge="book",
        tone="a",
        icon="cal",
        order_word=_("Book"),
        order_noun=_("Booking"),
        schema_function="LeaseOut",
        prices=("hourly", "daily"),
        asks_opening=True,
    ),
    Kind.SERVICE: Nature(
        takes=Takes.REQUEST,
        approval=Approval.REQUEST,
        plural=_("Services"),
        invitation=_("Measurements, analyses, advice"),
        badge="book",
        tone="a",
        icon="flask",
        order_word=_("Send an enquiry"),
        order_noun=_("Enquiry"),
        schema_function="ProvideService",
        thing=Thing.SERVICE,
        prices=("price", "unit"),
    ),
    Kind.SPACE: Nature(
        takes=Takes.PERIOD,
        approval=Approval.REQUEST,
        plural=_("Spaces"),
        invitation=_("A bench, a laboratory, an office"),
        badge="book",
        tone="a",
        icon="bldg",
        order_word=_("Book"),
        order_noun=_("Booking"),
        schema_function="LeaseOut",
        thing=Thing.SPACE,
        prices=("daily", "price", "unit"),
        asks_opening=True,
    ),
    Kind.SALE: Nature(
        takes=Takes.FOR_GOOD,
        approval=Approval.INSTANT,
        plural=_("Sales"),
        invitation=_("A used device for sale"),
        badge="sale",
        tone="b",
        icon="tag",
        order_word=_("Buy"),
        order_noun=_("Purchase"),
        schema_function="Sell",
        prices=("price", "negotiable"),
        settles=True,
        papers=(*_LEAVES_THE_HOUSE, "book_value", "market_value", "market_value_source"),
        stands=timedelta(days=90),
        asks_condition=True,
        leaves=True,
    ),
    Kind.LOAN: Nature(
        takes=Takes.PERIOD,
        approval=Approval.REQUEST,
        plural=_("Loans"),
        invitation=_("A device you lend and get back"),
        badge="loan",
        tone="c",
        icon="loan",
        order_word=_("Borrow"),
        order_noun=_("Loan"),
        schema_function="LeaseOut",
        costs_nothing=_("free of charge"),
        papers=("inventory_number", "decontaminated_on"),
        stands=timedelta(days=180),
        asks_condition=True,
        leaves=True,
    ),
    Kind.GIFT: Nature(
        takes=Takes.FOR_GOOD,
        approval=Approval.INSTANT,
        plural=_("Gifts"),
        invitation=_("Too good to throw away"),
        badge="gift",
        tone="d",
        icon="gift",
        order_word=_("Claim"),
        order_noun=_("Claim"),
        schema_function="Dispose",
        costs_nothing=_("given away"),
        papers=_LEAVES_THE_HOUSE,
        stands=timedelta(days=60),
        asks_condition=True,
        leaves=True,
    ),
}

FOR_A_PERIOD = [kind for kind, nature in NATURES.items() if nature.is_for_a_period]
FOR_GOOD = [kind for kind, nature in NATURES.items() if nature.is_for_good]
