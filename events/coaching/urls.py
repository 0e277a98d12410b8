from django.urls import path
from django.utils.translation import gettext_lazy as _

from events.coaching.booking import views as booking
from events.coaching.diary.views import coaches, week
from events.coaching.record import views as clients
from events.coaching.staff import startups

app_name = "coaching"
urlpatterns = [
    path(_("coaching-times/"), booking.slots, name="slots"),
    path(_("coaching-times/coach/<int:pk>/"), booking.coach, name="coach"),
    path(_("coaching-times/<int:pk>/"), booking.book, name="book"),
    path(_("coaching-times/panel/"), booking.panel, name="panel"),
    path(_("coaching-times/received/"), booking.received, name="received"),
    path(_("my-coaching/"), clients.mine, name="mine"),
    path(_("my-coaching/<str:token>/"), clients.manage, name="manage"),
    path(_("my-coaching/<str:token>/cancel/"), clients.cancel, name="cancel"),
    path(_("my-coaching/<str:token>/move/"), clients.move, name="move"),
    path(_("my-coaching/<str:token>/accept/"), clients.accept, name="accept"),
    path(_("my-coaching/<str:token>/note/"), clients.note, name="note"),
    path(_("my-coaching/<str:token>/new-link/"), clients.renew, name="renew"),
    path(_("my-coaching/<str:token>/coaching.ics"), clients.calendar, name="ics"),
    path(_("coaching-question/<str:token>/"), clients.follow_up, name="follow_up"),
    path(_("coach/week/"), week.show, name="week"),
    path(_("coach/times/new/"), week.publish, name="publish"),
    path(_("coach/times/<int:pk>/withdraw/"), week.withdraw, name="withdraw"),
    path(_("coach/times/<int:pk>/seats/"), week.resize, name="resize"),
    path(_("coach/calendar/"), week.calendar, name="calendar"),
    path(_("coach/booking/<int:pk>/"), coaches.booking, name="booking"),
    path(_("coach/booking/<int:pk>/<slug:deed>/"), coaches.act, name="act"),
    path(_("coaching-hours/"), startups.hours, name="hours"),
    path(_("coaching-hours/<int:pk>/statement.pdf"), startups.statement, name="statement"),
]
