"""The words and facts of the house in the administration; what is imported here brings its hooks along."""

from wagtail.snippets.models import register_snippet

from home.answers import admin_views  # noqa: F401
from home.checks import content_checker  # noqa: F401
from home.checks.reports import contacts, images, own_drafts, publishing, untranslated  # noqa: F401
from home.desk import handbook, menu, page_buttons, whats_new  # noqa: F401
from home.desk.viewsets import FunderViewSet, PeopleGroup, ProjectViewSet, SectionViewSet
from home.languages import guard, labels, release  # noqa: F401

register_snippet(PeopleGroup)
for viewset in (SectionViewSet, ProjectViewSet, FunderViewSet):
    register_snippet(viewset)
