"""Pictures, as they lie in their folder or bucket."""

from django.core.files.storage import storages
from django.http import Http404, HttpResponse

from portal.media.buckets import Unreachable

# A cut that shows something else has another name.
KEPT = "public, max-age=86400"


def picture(request, name: str):
    """The file `images/<name>`. The address takes plain names only: no folder, no way up, no encoded sign of either."""
    try:
        response = storages["pictures"].served(request, f"images/{name}")
    except Unreachable:
        return HttpResponse(status=503, headers={"Retry-After": "30"})
    except OSError as error:
        # A name that no file system takes is the name of no file.
        raise Http404 from error
    response.headers["Cache-Control"] = KEPT
    return response
