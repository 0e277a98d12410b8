"""A small portal with everything in it, made by the verbs of the website: what hostile tests stand on.

`build(mark)` puts `mark` into every text that a visitor, an institution or an editor can write.
"""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.core.cache import caches
from django.utils import timezone

from events import samples as evenings
from events.calendar import personal
from events.coaching import samples as coaches
from events.coaching.booking import verbs as booking
from events.coaching.diary import verbs as publishing
from events.coaching.models import Booking
from events.coaching.pages import CoachingPage
from events.coaching.record import hours, notes
from events.models import CalendarKey, Event, Registration
from events.pages import EventIndexPage, EventPage
from events.registration import verbs as registration
from events.registration.signup import Signup
from home import samples as cluster
from home.answers.page import JoinField, JoinPage
from home.desk.site_tree import lay_foundation
from home.models import Project, Section
from home.pages import (
    DirectoryPage,
    NewsIndexPage,
    NewsPage,
    ProjectIndexPage,
    ProjectPage,
    SectionIndexPage,
    SectionPage,
    StandardPage,
)
from marketplace import samples as shelf
from marketplace.models import Listing, Order
from marketplace.offers import verbs as offering
from marketplace.orders import verbs as ordering
from marketplace.orders.request import OrderRequest
from marketplace.pages import MarketplacePage
from portal.accounts import bank, groups, membership
from portal.accounts import samples as houses
from portal.accounts.kinds import Role
from portal.accounts.models import Institution, Invitation, Membership, PersonRequest, User
from portal.accounts.people import enroll
from portal.accounts.requests import verbs as requests
from portal.approvals import asking
from portal.approvals.models import Approval
from portal.invoices import samples as invoices
from portal.invoices import verbs as invoicing
from portal.invoices.models import Invoice
from portal.payments import bookkeeping, checkout
from portal.payments.models import Batch, ClosedMonth, Payment, Stray
from portal.payments.returning import payers
from portal.withdrawals import verbs as withdrawing
from portal.withdrawals.models import Withdrawal
from portal.withdrawals.verbs import Declaration
from tests.home.conftest import add
from tests.marketplace import making

# In the order of the columns of matrix.txt; None: nobody is logged in.
ROLES = ("anonymous", "person", "member_a", "manager_a", "member_b", "editor", "finance", "moderator", "root")


def forget_limits() -> None:
    """Nobody has tried anything yet: allauth counts in the cache (here in memory), ours are rows and rolled back."""
    kept = caches["default"]
    for key in [key for key in kept._cache if ":allauth:rl:" in key]:
        kept.delete(key.split(":", 2)[2])


@dataclass
class World:
    """Users by role, pages by a short name, and one row of each deed."""

    users: dict[str, User]
    pages: dict
    a: Institution
    b: Institution
    free: Event
    paid: Event
    guest: Registration
    payer: Registration
    device: Listing
    sale: Listing
    draft: Listing
    submitted: Listing
    order: Order
    purchase: Order
    invitation: Invitation
    approval: Approval
    calendar_key: CalendarKey
    project: Project
    section: Section
    coaching: Booking
    coached: Booking
    erasure: PersonRequest

    invoice: Invoice
    withdrawal: Withdrawal

    @property
    def payment(self) -> Payment:
        return Payment.objects.for_purpose(self.payer).get()


def _invoice(buyer: Registration, mark: str) -> Invoice:
    invoices.issuer(name=f"Verein {mark}"[:150], letterhead=mark[:500])
    said = {"name": f"Hochschule {mark}"[:150], "person": mark[:150], "leitweg_id": "04011000-1234512345-06"}
    return invoicing.issue(Payment.objects.for_purpose(buyer).get(), invoices.billing(**said))


def _batch(payer: Registration, mark: str, now) -> None:
    """Money that leaves by a file for the bank."""
    payment = Payment.objects.for_purpose(payer).get()
    told = payers.Payer(f"Kasse {mark}"[:70], making.IBAN)
    bookkeeping.receive_transfer(payment, by=None, payer=told, now=now)
    checkout.withdraw(payment, cause="own", now=now)
    made = Batch(number=1, execute_on=timezone.localdate(now), total=payment.amount, made_at=now, xml=b"<a/>", csv=b"a")
    made.save()
    made.transfers.create(payment=payment, amount=payment.amount, holder=told.holder, iban=told.iban)
    Payment.objects.filter(pk=payment.pk).update(state="refunding", leaving=payment.amount, in_batch=payment.amount)


def _withdrawal(mark: str, now) -> Withdrawal:
    """Of a contract that nobody finds: a person has to decide."""
    said = {"name": f"Gast {mark}"[:120], "contract": f"Abend {mark}"[:200], "email": "buyer@example.org"}
    return withdrawing.receive(Declaration(**said, language="de"), now=now)


def build(mark: str = "") -> World:
    groups.grant()
    tree = lay_foundation()
    now = timezone.now()
    a, b = _house("a-haus", mark), _house("b-haus", mark)
    bank.keep(a, holder=f"Kasse {mark}"[:70], iban=making.IBAN, letterhead=mark[:500], is_ours=True, by=None)
    users = _users(a, b, mark)
    person = cluster.person(first_name=f"Jana {mark}"[:80], institution=a, function_de=f"Leitung {mark}")
    project = _project(a, mark)
    section = cluster.section(name_de=f"Medizin {mark}", name_en=f"Medicine {mark}", contact=person)
    pages = _pages(tree.de, project, section, a, mark)
    free = _event("Freier Abend", mark, contact=person, section=section)
    paid = _event("Teurer Abend", mark, fee=Decimal("49.90"), project=project)
    for name, event in {"free": free, "paid": paid}.items():
        words = {"title": f"{event.name[:60]} {mark}"[:200], "teaser": f"Worum es geht {mark}", "slug": name}
        body = [{"type": "quote", "value": {"text": mark or "x", "person": mark[:120] or "x", "function": mark}}]
        pages[name] = _add(pages["events"], EventPage(event=event, body=body, **words))
    guest = _register(free, "guest@example.org", mark, now)
    payer = _register(paid, "payer@example.org", mark, now)
    invoice = _invoice(_register(paid, "buyer@example.org", mark, now), mark)

    offered = {"owner": a, "by": users["manager_a"], "now": now, **_said(mark)}
    device = making.released("device", **offered)
    sale = making.released("sale", approval="instant", **offered)
    draft = offering.draft(a, kind="device", texts=_texts(mark), by=users["manager_a"])
    submitted = offering.submit(making.draft("loan", loan_max_months=3, **offered), by=None)
    start = timezone.localtime(now + timedelta(days=7)).replace(hour=10, minute=0, second=0, microsecond=0)
    said = {"target_group": "startup", "language": "de", "note": f"Notiz {mark}"}
    wished = {"start": start, "end": start + timedelta(hours=2)}
    order = ordering.place(device, OrderRequest(by=users["person"], **wished, **said))
    purchase = ordering.place(sale, OrderRequest(by=users["member_b"], institution=b, **said))
    coaching, coached = _coaching(a, users, project, mark, now)
    invitation = membership.invite(a, email="new@example.org", role=Role.MEMBER, by=users["manager_a"])
    asked = {
        "name": f"Kai {mark}"[:120],
        "email": "kai@example.org",
        "language": "de",
        "message": f"Bitte {mark}"[:1000],
    }
    approval = asking.ask(submitted, by=users["moderator"], **asked)
    ClosedMonth.objects.create(payee=b, month=now.date().replace(year=2020, day=1), closed_at=now, reason=mark[:200])
    _batch(_register(paid, "back@example.org", mark, now), mark, now)
    Stray.objects.create(event_id="evt_1", kind="charge.succeeded", about="ch_1", arrived_at=now)
    return World(
        users=users,
        pages=pages,
        a=a,
        b=b,
        free=free,
        paid=paid,
        guest=guest,
        payer=payer,
        invoice=invoice,
        withdrawal=_withdrawal(mark, now),
        device=device,
        sale=sale,
        draft=draft,
        submitted=submitted,
        order=order,
        purchase=purchase,
        invitation=invitation,
        approval=approval,
        calendar_key=personal.renew(users["person"]),
        project=project,
        section=section,
        coaching=coaching,
        coached=coached,
        erasure=requests.ask("founder@example.org", reason=f"Brief {mark}"[:1000], by=users["moderator"]),
    )


def _house(slug: str, mark: str) -> Institution:
    made = houses.institution(
        slug,
        name=f"{slug} {mark}"[:200],
        kind="university",
        city=f"Bochum {mark}"[:80],
        street=f"Weg {mark}"[:120],
        description_de=f"Beschreibung {mark}",
        description_en=f"Description {mark}",
    )
    made.fields.add(houses.field_of_work("imaging", f"Bildgebung {mark}"[:100], f"Imaging {mark}"[:100]))
    return made


def _users(a: Institution, b: Institution, mark: str) -> dict[str, User]:
    staff = {
        "editor": groups.EDITORS,
        "finance": groups.FINANCE,
        "moderator": groups.MODERATORS,
        "root": groups.ADMINISTRATORS,
    }
    users = {}
    for name in ROLES[1:]:
        group = (staff[name],) if name in staff else ()
        names = {"first_name": f"Vor {mark}"[:150], "last_name": f"Nach {name}", "language": "de"}
        users[name] = enroll(f"{name}@example.org", staff_groups=group, is_superuser=name == "root", **names)
    for name, house, role in (
        ("member_a", a, Role.MEMBER),
        ("manager_a", a, Role.MANAGER),
        ("member_b", b, Role.MANAGER),
    ):
        Membership.objects.create(user=users[name], institution=house, role=role)
    return users


def _project(house: Institution, mark: str) -> Project:
    payer = cluster.funder(
        name_de=f"Land {mark}"[:150],
        name_en=f"State {mark}"[:150],
        sentence_de=f"Gefördert {mark}",
        sentence_en=f"Funded {mark}",
        emblem="",
    )
    titles = {"acronym": f"TX {mark}"[:60], "title_de": f"Transfer {mark}", "title_en": f"Transfer {mark}"}
    return cluster.funded_project(payer, house, package=f"Register {mark}"[:200], **titles)


def _pages(home, project, section, house, mark: str) -> dict:
    pages = {"home": home}
    words = {"lead": f"Einleitung {mark}"}
    pages["events"] = _add(home, EventIndexPage(title=f"Termine {mark}", slug="termine", **words))
    pages["news"] = _add(home, NewsIndexPage(title=f"Aktuelles {mark}", slug="aktuelles", **words))
    article = NewsPage(
        title=f"Nachricht {mark}",
        slug="nachricht",
        teaser=f"Anriss {mark}",
        source_name=mark[:150],
        body=[{"type": "quote", "value": {"text": mark or "x", "person": mark[:120] or "x", "function": mark}}],
    )
    article.related_institutions = [house]
    article.related_projects = [project]
    pages["article"] = _add(pages["news"], article)
    pages["sections"] = _add(home, SectionIndexPage(title=f"Gruppen {mark}", slug="gruppen", **words))
    pages["section"] = _add(
        pages["sections"], SectionPage(title=f"Medizin {mark}", slug="medizin", section=section, **words)
    )
    pages["projects"] = _add(home, ProjectIndexPage(title=f"Projekte {mark}", slug="projekte", **words))
    pages["project"] = _add(
        pages["projects"], ProjectPage(title=f"Transfer {mark}", slug="transfer", project=project, **words)
    )
    pages["directory"] = _add(home, DirectoryPage(title=f"Verzeichnis {mark}", slug="verzeichnis", **words))
    pages["market"] = _add(home, MarketplacePage(title=f"Marktplatz {mark}", slug="marktplatz"))
    pages["coaching"] = _add(home, CoachingPage(title=f"Coaching {mark}", slug="coaching", **words))
    pages["about"] = _add(home, StandardPage(title=f"Über uns {mark}", slug="ueber-uns", **words))
    join = JoinPage(title=f"Mitglied werden {mark}", slug="mitglied", to_address="office@example.org", **words)
    join.form_fields = [
        JoinField(label=label, field_type=kind, sort_order=place, required=place < 3, locale=home.locale)
        for place, (label, kind) in enumerate(
            [("Name", "singleline"), ("Post", "email"), ("Text", "multiline"), ("Zahl", "number")], start=1
        )
    ]
    pages["join"] = _add(home, join)
    return pages


def _add(parent, page):
    page.seo_title, page.search_description = page.title, page.title
    return add(parent, page)


def _event(name: str, mark: str, **facts) -> Event:
    return evenings.event(
        name=f"{name} {mark}"[:150],
        format=evenings.event_format("talk", f"Vortrag {mark}"[:60], f"Talk {mark}"[:60]),
        venue=f"Saal {mark}"[:150],
        street=f"Straße {mark}"[:120],
        city=f"Dortmund {mark}"[:80],
        accessibility_de=f"Rampe {mark}"[:200],
        **facts,
    )


def _register(event: Event, email: str, mark: str, now) -> Registration:
    signup = Signup(
        name=f"Gast {mark}"[:120],
        email=email,
        institution=f"Firma {mark}"[:150],
        note=f"Bitte {mark}"[:500],
        target_group="startup",
        language="de",
        consent_version="1",
    )
    return registration.register(event, signup, now=now)


def _coaching(house: Institution, users: dict, project: Project, mark: str, now) -> tuple[Booking, Booking]:
    """A request that waits for the coach, who is `member_a`, and a meeting that was held for the house `a`."""
    person = cluster.person(first_name=f"Vera {mark}"[:80], last_name="Coach", function_de=f"Rat {mark}"[:150])
    coach = coaches.coach(person, user=users["member_a"], bio_de=f"Hilft {mark}", bio_en=f"Helps {mark}")
    coach.topics.add(coaches.topic("patents", f"Patente {mark}"[:80], f"Patents {mark}"[:80]))
    programme = coaches.programme(name_de=f"Programm {mark}"[:150], name_en=f"Programme {mark}"[:150], project=project)
    first = timezone.localtime(now + timedelta(days=10)).replace(
        hour=10, minute=0, second=0, microsecond=0, tzinfo=None
    )
    details = {"programme": programme, "place": f"Raum {mark}"[:200], "mode": "on_site"}
    said = {"name": f"Kundin {mark}"[:120], "about": f"Worum {mark}", "goal": f"Ziel {mark}"[:300], "stage": "idea"}
    said |= {"language": "de", "consent_version": "1"}
    coming = publishing.publish_slots(
        coach, first=first, minutes=60, now=now, needs_confirmation=True, **details
    ).slots[0]
    asked = booking.book(coming, email="client@example.org", startup=f"Start-up {mark}"[:150], now=now, **said)
    notes.write_note(asked, author="client", text=f"Vertraulich {mark}", now=now)
    then = now - timedelta(days=100)
    gone = publishing.publish_slots(coach, first=first - timedelta(days=100), minutes=60, now=then, **details).slots[0]
    held = booking.book(gone, email="founder@example.org", institution=house, now=then, **said)
    return asked, hours.record_hours(held, minutes=60, by=users["member_a"], outcome=f"Fertig {mark}"[:500], now=now)


def _texts(mark: str) -> dict:
    return {"de": (f"Gerät {mark}"[:150], f"Kann viel {mark}"), "en": (f"Device {mark}"[:150], f"Does a lot {mark}")}


def _said(mark: str) -> dict:
    """What an institution writes about a listing and into its papers."""
    papers = {
        "inventory_number": f"INV {mark}"[:60],
        "market_value_source": mark[:200] or "x",
        "decontaminated_on": timezone.localdate(),
    }
    category = shelf.category(name_de=f"Mikroskopie {mark}"[:100], name_en=f"Microscopy {mark}"[:100])
    notes = {"access_note_de": f"Zugang {mark}", "access_note_en": f"Access {mark}"}
    return {"texts": _texts(mark), "papers": making.PAPERS | papers, "category": category, **notes}
