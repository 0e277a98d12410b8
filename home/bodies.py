"""What all pages with a body share."""

from home.blocks import follow


class WithBody:
    """Finds the targets of all links in the page's streams in one query."""

    streams = ("body",)

    def get_context(self, request, *args, **kwargs):
        follow(self.locale_id, *(getattr(self, name) for name in self.streams))
        return super().get_context(request, *args, **kwargs)
