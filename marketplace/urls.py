from django.urls import path
from django.utils.translation import gettext_lazy as _

from marketplace.offers import photo_views as photos
from marketplace.offers import views as offers
from marketplace.orders.views import charge_pages as charged
from marketplace.orders.views import form as listings
from marketplace.orders.views import handing
from marketplace.orders.views import manage as orders
from marketplace.questions import views as questions
from marketplace.resources import views as resources
from marketplace.shelf.feeds import NewListings

app_name = "marketplace"
urlpatterns = [
    path(_("marketplace/new.atom"), NewListings(), name="feed"),
    path(_("listing/<int:pk>-<slug:slug>/"), listings.listing, name="listing"),
    path(_("listing/<int:pk>/ask/"), questions.ask, name="ask"),
    path(_("listing/<int:pk>/order/"), listings.place, name="order"),
    path(_("offer/"), offers.offer, name="offer"),
    path(_("offer/<int:pk>/"), offers.edit, name="edit"),
    path(_("offer/<int:pk>/photos/"), photos.album, name="photos"),
    path(_("offer/<int:pk>/keep/"), resources.keep, name="keep"),
    path(_("offer/<int:pk>/withdraw/"), offers.withdraw, name="withdraw"),
    path(_("offer/<int:pk>/extend/"), offers.extend, name="extend"),
    path(_("my-listings/"), offers.my_listings, name="my_listings"),
    path(_("my-orders/"), orders.my_orders, name="my_orders"),
    path(_("my-orders/charges/"), charged.charges, name="charges"),
    path(_("my-orders/<int:pk>/"), orders.order, name="my_order"),
    path(_("my-orders/<int:pk>/accept/"), orders.accept, name="accept"),
    path(_("my-orders/<int:pk>/confirm/"), orders.confirm, name="confirm"),
    path(_("my-orders/<int:pk>/propose/"), orders.propose, name="propose"),
    path(_("my-orders/<int:pk>/paid/"), orders.paid, name="paid"),
    path(_("my-orders/<int:pk>/paid-back/"), orders.paid_back, name="paid_back"),
    path(_("my-orders/<int:pk>/decline/"), orders.decline, name="decline"),
    path(_("my-orders/<int:pk>/complete/"), orders.complete, name="complete"),
    path(_("my-orders/<int:pk>/cancel/"), handing.cancel, name="cancel"),
    path(_("my-orders/<int:pk>/hand-over/"), handing.hand_over, name="hand_over"),
    path(_("my-orders/<int:pk>/take-back/"), handing.take_back, name="take_back"),
]
