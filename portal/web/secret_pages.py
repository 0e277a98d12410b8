"""Pages behind a secret link: never stored, never indexed, their address never told to anybody else."""

from functools import wraps

from django.views.decorators.cache import never_cache

from portal.database import replica

# Not `no-referrer`: browsers then send `Origin: null` with the page's own form and Django's CSRF check refuses it.
# `strict-origin` tells other servers, and our own log, at most the host.
HEADERS = {"Referrer-Policy": "strict-origin", "X-Robots-Tag": "noindex, nofollow"}


def secret_page(view):
    """Set the headers that pages with a token in their address need."""

    @wraps(view)
    @never_cache
    def guarded(request, *args, **kwargs):
        # Who follows such a link has often just done something, and has no session that would tell.
        replica.leave()
        response = view(request, *args, **kwargs)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    return guarded
