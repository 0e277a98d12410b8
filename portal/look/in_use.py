"""Nothing that others stand on is deleted, and staff read what stands on it instead of "no permission"."""

from collections import Counter

from django.contrib import messages
from django.db import router
from django.db.models import ProtectedError
from django.db.models.deletion import Collector
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.admin_url_finder import AdminURLFinder


@hooks.register("before_delete_snippet")
def keep_what_is_in_use(request, instances):
    """Asks the keys of the database: Wagtail's index of references does not hold everything."""
    for instance in instances:
        if users := _users(instance):
            said = _("“%(name)s” is in use and stays: %(users)s.") % {"name": instance, "users": users}
            messages.error(request, f"{said} {getattr(instance, 'instead_of_deleting', '')}".strip())
            return redirect(AdminURLFinder(request.user).get_edit_url(instance) or "wagtailadmin_home")
    return None


def _users(instance) -> str:
    """What forbids to delete it, by kind: "Registrations (3), Pages (1)"."""
    try:
        Collector(using=router.db_for_write(type(instance), instance=instance)).collect([instance])
    except ProtectedError as error:
        kinds = Counter(type(one)._meta.verbose_name_plural for one in error.protected_objects)
        return ", ".join(f"{capfirst(kind)} ({number})" for kind, number in kinds.items())
    return ""
