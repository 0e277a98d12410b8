"""Names that Wagtail and wagtail-localize derive from those of columns and classes: English whatever the language."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.workflows import WorkflowPagesFormSet
from wagtail.models import Locale, Page
from wagtail.sites.views import IndexView
from wagtail.users.forms import PagePermissionsForm
from wagtail_localize.models import Translation
from wagtail_localize.views.report import TranslationsReportFilterSet

COLUMNS = {"port": _("Port"), "site_name": _("Site name"), "root_page": _("Root page")}
FILTERS = {"source_locale": _("Source language"), "target_locale": _("Target language")}
NAMES = {Locale: (_("language"), _("languages")), Translation: (_("translation"), _("translations"))}
RIGHTS = {codename: told for codename, _short, told in Page.permission_types}

for column in IndexView.columns:
    column.label = COLUMNS.get(column.name, column.label)
for name, label in FILTERS.items():
    TranslationsReportFilterSet.base_filters[name].label = label
for model, (one, many) in NAMES.items():
    model._meta.verbose_name, model._meta.verbose_name_plural = one, many
for form in (WorkflowPagesFormSet.form, PagePermissionsForm):
    form.base_fields["page"].label = _("Page")
PagePermissionsForm.base_fields["permissions"].label_from_instance = lambda right: RIGHTS[right.codename]
