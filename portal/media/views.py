"""Pictures, as they lie in their folder."""

from django.conf import settings
from django.http import Http404
from django.views.static import serve


def picture(request, name: str):
    """The file `images/<name>`. The address takes plain names only: no folder, no way up, no encoded sign of either."""
    try:
        return serve(request, f"images/{name}", settings.PICTURES_ROOT)
    except OSError as error:
        # A name that no file system takes is the name of no file.
        raise Http404 from error
