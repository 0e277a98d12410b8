from django.urls import path
from django.utils.translation import gettext_lazy as _

from events.feeds import EventsAtom
from events.views import files, guests, registering, widget

app_name = "events"
urlpatterns = [
    path(_("registration/<int:pk>/"), registering.register, name="register"),
    path(_("my-registration/<str:token>/"), guests.manage, name="manage"),
    path(_("my-registration/<str:token>/cancel/"), guests.cancel, name="cancel"),
    path(_("my-registration/<str:token>/change/"), guests.change, name="change"),
    path(_("my-registration/<str:token>/file/<int:pk>/"), guests.answer_file, name="answer_file"),
    path(_("my-registration/<str:token>/accept/"), guests.accept, name="accept"),
    path(_("my-registration/<str:token>/event.ics"), guests.invitation, name="invitation"),
    path(_("my-registrations/"), guests.mine, name="mine"),
    path(_("my-registrations/calendar/"), guests.renew_calendar, name="renew_calendar"),
    path(_("my-calendar/<str:token>.ics"), files.personal_feed, name="my_feed"),
    path(_("calendar/widget/"), widget.widget, name="widget"),
    path(_("calendar.ics"), files.feed, name="feed"),
    path(_("calendar.atom"), EventsAtom(), name="atom"),
    path(_("calendar/<int:pk>.ics"), files.event_file, name="ics"),
]
