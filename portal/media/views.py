"""Pictures, as they lie in the media folder."""

from django.conf import settings
from django.http import Http404
from django.views.static import serve


def picture(request, path: str):
    """The file; a name that no file system takes is the name of no file."""
    try:
        return serve(request, path, settings.MEDIA_ROOT)
    except OSError as error:
        raise Http404 from error
