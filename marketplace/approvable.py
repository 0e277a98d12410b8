"""Listings that wait for release can be approved by people outside."""

from hashlib import sha256

from django.urls import reverse

from marketplace.models import Listing
from marketplace.offers import verbs as offering
from marketplace.offers.photos import album
from marketplace.release import queue
from marketplace.states import ListingState
from portal.approvals import subjects

# What the office writes while a listing waits; readers see none of it.
UNSEEN = {"resource_id", "state", "submitted_at", "released_at", "due_on", "reason", "terms"}
SEEN = sorted({field.attname for field in Listing._meta.concrete_fields} - UNSEEN)


class ListingInQueue(subjects.Subject):
    word, model = "listing", Listing

    def fetch(self, pk, user):
        return Listing.objects.releasable_by(user).for_display().filter(pk=pk).first()

    def lock(self, pk):
        return Listing.objects.locked().filter(pk=pk).first()

    def is_waiting(self, listing):
        return listing.state == ListingState.SUBMITTED

    def may_release(self, listing, user):
        return Listing.objects.releasable_by(user).filter(pk=listing.pk).exists()

    def version(self, listing):
        facts = Listing.objects.values_list(*SEEN).get(pk=listing.pk)
        words = list(listing.texts.order_by("language").values_list("language", "title", "description"))
        photos = [(image.pk, image.description, image.description_en, image.credit) for image in album(listing)]
        return sha256(repr((facts, words, photos)).encode()).hexdigest()[:32]

    def release(self, listing, *, approval, now):
        offering.release(listing, by=approval.asked_by, now=now)

    def languages(self, listing):
        return ["de", "en"]

    def preview(self, listing, request):
        return queue.as_the_public_sees_it(listing.pk, request)

    def desk(self, listing):
        return reverse("marketplace_release", args=[listing.pk])


subjects.register(ListingInQueue())
