from django.urls import path
from django.utils.translation import gettext_lazy as _

from events import widget
from events.calendar import files
from events.calendar.feeds import EventsAtom
from events.door import paper_views as papers
from events.door import views as checkin
from events.registration.views import form as registering
from events.registration.views import manage as guests

app_name = "events"
urlpatterns = [
    path(_("registration/<int:pk>/"), registering.register, name="register"),
    path(_("registration/<int:pk>/received/"), registering.received, name="received"),
    path(_("my-registration/<str:token>/"), guests.manage, name="manage"),
    path(_("my-registration/<str:token>/cancel/"), guests.cancel, name="cancel"),
    path(_("my-registration/<str:token>/seats/"), guests.give_back, name="give_back"),
    path(_("my-registration/<str:token>/change/"), guests.change, name="change"),
    path(_("my-registration/<str:token>/file/<int:pk>/"), guests.answer_file, name="answer_file"),
    path(_("my-registration/<str:token>/accept/"), guests.accept, name="accept"),
    path(_("my-registration/<str:token>/new-link/"), guests.renew_link, name="renew_link"),
    path(_("my-registration/<str:token>/listed/"), guests.be_listed, name="listed"),
    path(_("my-registration/<str:token>/event.ics"), guests.invitation, name="invitation"),
    path(_("my-registration/<str:token>/ticket-<int:position>.pdf"), papers.ticket, name="ticket_file"),
    path(_("my-registration/<str:token>/certificate-<int:position>.pdf"), papers.certificate, name="certificate"),
    path(_("check-in/<int:pk>/"), checkin.desk, name="checkin"),
    path(_("check-in/<int:pk>/scan/"), checkin.scan, name="scan"),
    path(_("check-in/<int:pk>/in/"), checkin.enter, name="enter"),
    path(_("check-in/<int:pk>/undo/"), checkin.undo, name="undo_check_in"),
    path(_("check-in/<int:pk>/walk-in/"), checkin.walk_in, name="walk_in"),
    path(_("check-in/<int:pk>/papers/"), papers.show, name="papers"),
    path(_("my-registrations/"), guests.mine, name="mine"),
    path(_("my-registrations/calendar/"), guests.renew_calendar, name="renew_calendar"),
    path(_("my-calendar/<str:token>.ics"), files.personal_feed, name="my_feed"),
    path(_("calendar/widget/"), widget.widget, name="widget"),
    path(_("calendar.ics"), files.feed, name="feed"),
    path(_("calendar.atom"), EventsAtom(), name="atom"),
    path(_("calendar/<int:pk>.ics"), files.event_file, name="ics"),
]
