"""Panels of an event's form: the way to its pages, and rows that say how many they are."""

from wagtail.admin.panels import InlinePanel, Panel

from events.pages import EventPage
from events.staff.event_forms import OwnRows


class PagesPanel(Panel):
    """The event's words, one line a language, and what is to do next."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "events/admin/pages_of_event.html"

        def is_shown(self):
            return super().is_shown() and self.instance.pk is not None

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            pages = EventPage.objects.filter(event=self.instance).select_related("locale").order_by("locale_id")
            drafts = any(not page.live and not page.workflow_in_progress for page in pages)
            return context | {"event": self.instance, "pages": pages, "drafts": drafts}


class RowsPanel(InlinePanel):
    """Rows of the event, folded while there are some: the heading tells their number."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("classname", "collapsed")
        super().__init__(*args, **kwargs)

    class BoundPanel(InlinePanel.BoundPanel):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            number = sum(1 for form in self.formset.initial_forms if form.instance.pk) if self.formset else 0
            self.heading = f"{self.heading} ({number})"


class OwnRowsPanel(RowsPanel):
    """Rows that point only at rows of the same event; `row_form` replaces the form of a row."""

    def __init__(self, *args, row_form=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.row_form = row_form

    def clone_kwargs(self):
        return super().clone_kwargs() | {"row_form": self.row_form}

    def get_form_options(self):
        options = super().get_form_options()
        options["formsets"][self.relation_name] |= {"formset": OwnRows} | (
            {"form": self.row_form} if self.row_form else {}
        )
        return options
