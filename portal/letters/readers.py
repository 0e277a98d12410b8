"""To whom a letter goes: what the office filters its catalogue by."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reader(models.TextChoices):
    GUESTS = "guests", _("Guests of an event")
    CLIENTS = "clients", _("Clients of the coaching")
    COACHES = "coaches", _("Coaches")
    ORDERERS = "orderers", _("People who order")
    OWNERS = "owners", _("Institutions that offer")
    PAYERS = "payers", _("People who pay")
    MEMBERS = "members", _("People with an account")
    INVITED = "invited", _("People who are invited")
    OUTSIDE = "outside", _("People outside who approve")
    CONTACTS = "contacts", _("The contact of the event, else the office")
    OFFICE = "office", _("The office")
    FINANCE = "finance", _("Finance")
    RELEASING = "releasing", _("Whoever may release")
    AUTHORS = "authors", _("Whoever wrote or asked")
