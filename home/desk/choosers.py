"""Choosers of facts in which editors create what is missing without leaving their page."""

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm

from home.models import Funder, Person, Project, Section
from home.region import districts
from portal.accounts.models import FieldOfWork, Institution
from portal.language.slugs import slugify
from portal.look.choosing import SeenChooser


class NamedForm(WagtailAdminModelForm):
    """The word in addresses comes from the name, unless somebody types another one."""

    named_by = "name"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def save(self, commit=True):
        if not self.instance.slug:
            self.instance.slug = self._free_slug()
        return super().save(commit)

    def _free_slug(self) -> str:
        model, name = type(self.instance), str(self.cleaned_data[self.named_by])
        base = slugify(name, 40) or model._meta.model_name
        taken = set(model.objects.filter(slug__startswith=base).values_list("slug", flat=True))
        return next(slug for slug in (base, *(f"{base}-{n}" for n in range(2, 10_000))) if slug not in taken)


class PersonForm(WagtailAdminModelForm):
    class Meta:
        model = Person
        fields = ["title", "first_name", "last_name", "institution", "function_de", "function_en", "email", "phone"]


class InstitutionForm(NamedForm):
    class Meta:
        model = Institution
        fields = ["name", "kind", "city", "district", "website"]
        widgets = {"district": forms.Select(choices=[("", "–"), *districts.CHOICES])}


class ProjectForm(NamedForm):
    named_by = "acronym"

    class Meta:
        model = Project
        fields = ["acronym", "title_de", "title_en", "starts_on", "ends_on", "grant_number"]


class SectionForm(NamedForm):
    named_by = "name_de"

    class Meta:
        model = Section
        fields = ["name_de", "name_en", "contact"]


class FieldOfWorkForm(NamedForm):
    named_by = "name_de"

    class Meta:
        model = FieldOfWork
        fields = ["name_de", "name_en"]


class FunderForm(WagtailAdminModelForm):
    class Meta:
        model = Funder
        fields = ["name_de", "name_en", "sentence_de", "sentence_en", "website"]


def creating(form: type[WagtailAdminModelForm]) -> type[SeenChooser]:
    """A chooser with a tab for creating, by `form`."""
    return type(f"{form.__name__}Chooser", (SeenChooser,), {"creation_form_class": form})
