"""What the marketplace hears: settled payments, and words and facts that change what search finds."""

from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver

from home.models import Person
from marketplace.models import Listing, ListingText, Order
from marketplace.orders import paying
from marketplace.resources import verbs as keeping
from marketplace.search import query as search
from portal.accounts.models import Membership, User
from portal.lexicon.signals import vocabulary_changed
from portal.payments.models import Payment
from portal.payments.signals import payment_on_account, payment_reopened, payment_settled, payment_underway


@receiver(payment_settled, sender=Payment)
def confirm_order(payment: Payment, **kwargs) -> None:
    if isinstance(payment.purpose, Order):
        paying.confirm_paid(payment.purpose, payment=payment, now=payment.paid_at)


@receiver(payment_on_account, sender=Payment)
def confirm_order_on_account(payment: Payment, is_new: bool, now, **kwargs) -> None:
    if isinstance(payment.purpose, Order):
        paying.confirm_on_account(payment.purpose, tell=not is_new, now=now)


@receiver(payment_underway, sender=Payment)
def keep_order(payment: Payment, **kwargs) -> None:
    if isinstance(payment.purpose, Order):
        paying.keep_for_money(payment.purpose, payment=payment)


@receiver(payment_reopened, sender=Payment)
def ask_order_again(payment: Payment, **kwargs) -> None:
    if isinstance(payment.purpose, Order):
        paying.ask_again(payment.purpose, payment=payment)


@receiver(post_save, sender=ListingText)
def index_text(instance: ListingText, raw: bool = False, **kwargs) -> None:
    if not raw:
        search.index(instance.listing)


@receiver(post_save, sender=Listing)
def index_facts(instance: Listing, created: bool, raw: bool = False, update_fields=None, **kwargs) -> None:
    if not (raw or created or update_fields):
        search.index(instance)


@receiver(post_delete, sender=Membership)
def hand_over_things(instance: Membership, **kwargs) -> None:
    """Whoever leaves an institution, is removed or erased answers for its things no more."""
    if email := User.objects.filter(pk=instance.user_id).values_list("email", flat=True).first():
        keeping.hand_over(Person.objects.filter(institution=instance.institution_id, email=email))


@receiver(pre_delete, sender=Person)
def hand_over_before(instance: Person, **kwargs) -> None:
    keeping.hand_over(Person.objects.filter(pk=instance.pk))


@receiver(vocabulary_changed)
def index_again(**kwargs) -> None:
    search.index_all()
