"""What follows when something else was saved: paid fees confirm, calendar entries follow facts and words, accounts find
what their address had registered."""

from allauth.account.signals import email_confirmed
from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from events.calendar import entries
from events.models import CircularCopy, Event, EventFormat, Registration
from events.pages import EventIndexPage, EventPage
from events.registration import self_service
from events.registration import verbs as registration
from home.models import Section
from portal.audit import log
from portal.letters import outbox
from portal.letters.signals import letter_sent
from portal.payments.signals import payment_on_account, payment_reopened, payment_settled, payment_underway

FOUND_BY = frozenset({"name", "venue", "city", "starts_at", "ends_at", "format", "section", "project"})


@receiver(payment_settled, dispatch_uid="events.confirm_paid")
def confirm_paid(sender, payment, **kwargs):
    if isinstance(payment.purpose, Registration):
        registration.confirm_paid(payment.purpose, payment, now=payment.paid_at)


@receiver(payment_on_account, dispatch_uid="events.confirm_on_account")
def confirm_on_account(sender, payment, is_new, now, **kwargs):
    if isinstance(payment.purpose, Registration):
        registration.confirm_on_account(payment.purpose, tell=not is_new, now=now)


@receiver(payment_underway, dispatch_uid="events.keep_for_money")
def keep_for_money(sender, payment, **kwargs):
    if isinstance(payment.purpose, Registration):
        registration.keep_for_money(payment.purpose, payment)


@receiver(payment_reopened, dispatch_uid="events.ask_again")
def ask_again(sender, payment, **kwargs):
    if isinstance(payment.purpose, Registration):
        registration.ask_again(payment.purpose, payment)


@receiver(email_confirmed, dispatch_uid="events.claim")
def claim(sender, request, email_address, **kwargs):
    self_service.claim(email_address.user, email_address.email)


@receiver(letter_sent, dispatch_uid="events.letter_in_history")
def letter_in_history(sender, kind, instance_pk, **kwargs):
    """The history of a registration tells which letters went out, and when."""
    about, _builder = outbox.BUILDERS[kind]
    rows = {Registration: Q(pk=instance_pk), CircularCopy: Q(circular_copies=instance_pk)}.get(about)
    mine = rows and Registration.objects.filter(rows).first()
    if mine:
        log(mine, "events.letter", data={"kind": kind})


@receiver(post_save, sender=Event, dispatch_uid="events.entry_of_event")
def entry_of_event(sender, instance, raw=False, **kwargs):
    if not raw:
        entries.render([instance.pk])


@receiver(post_save, sender=Event, dispatch_uid="events.found_by_facts")
def found_by_facts(sender, instance, created=False, raw=False, update_fields=None, **kwargs):
    """Its pages are found by what the event is called, by where and by when it takes place."""
    if created or raw or (update_fields is not None and FOUND_BY.isdisjoint(update_fields)):
        return
    for page in EventPage.objects.filter(event=instance):
        index.insert_or_update_object(page)


@receiver([post_save, post_delete], sender=EventPage, dispatch_uid="events.entry_of_page")
@receiver([page_published, page_unpublished, post_page_move], sender=EventPage, dispatch_uid="events.entry_of_words")
def entry_of_page(sender, instance, raw=False, **kwargs):
    if not raw:
        entries.render([instance.event_id])


@receiver(post_save, sender=EventFormat, dispatch_uid="events.entries_of_format")
def entries_of_format(sender, instance, created=False, raw=False, **kwargs):
    if not created and not raw:
        entries.render(instance.events.values_list("pk", flat=True))


@receiver(post_save, sender=Section, dispatch_uid="events.entries_of_section")
def entries_of_section(sender, instance, created=False, raw=False, **kwargs):
    """No entry names its section, but feeds are narrowed by it."""
    if not created and not raw:
        entries.render(instance.events.values_list("pk", flat=True))


@receiver([post_save, post_delete], sender=PageViewRestriction, dispatch_uid="events.entries_of_restricted")
def entries_of_restricted(sender, instance, raw=False, **kwargs):
    """Pages closed to the public, or opened again, with all below them."""
    top = None if raw else Page.objects.filter(pk=instance.page_id).first()
    if top:
        below = EventPage.objects.descendant_of(top, inclusive=True)
        entries.render(below.values_list("event", flat=True))


@receiver([page_slug_changed, post_page_move], sender=EventIndexPage, dispatch_uid="events.entries_of_calendar")
def entries_of_calendar(sender, instance, **kwargs):
    """The addresses of all pages below have changed."""
    entries.render(EventPage.objects.descendant_of(instance).values_list("event", flat=True))
