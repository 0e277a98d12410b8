"""Nothing goes live in the wrong language: wagtail-localize fills what is not translated with the source's words."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext, ngettext
from django.views.i18n import JavaScriptCatalog
from wagtail import hooks
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.convert import convert_to_alias
from wagtail_localize.views.update_translations import UpdateTranslationsForm, UpdateTranslationsView

from home.languages import phrases
from portal.rights import Right, needs

BEFORE_LOCALIZE = -1


def untranslated_texts(page: Page) -> int:
    """How many texts of this translation would be shown in the language of their source."""
    translations = Translation.objects.select_related("source").filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    )
    return sum(_missing(translation) for translation in translations)


def _missing(translation: Translation) -> int:
    segments = translation.source.stringsegment_set.annotate_translation(translation.target_locale_id)
    # An address is no text: the German one may serve.
    return segments.filter(translation=None).exclude(context__path="slug").count()


class SyncForm(UpdateTranslationsForm):
    """Syncing brings new texts to the translators; whoever may publish does so beside them, once they are done."""

    publish_translations = forms.BooleanField(disabled=True, initial=False, required=False, widget=forms.HiddenInput)


class SyncView(UpdateTranslationsView):
    def get_form(self):
        return SyncForm(self.request.POST or None)


def show_source_instead(request, page_id: int):
    """An alias shows the other language's words at once: as grave as publishing."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    return convert_to_alias(request, page_id)


class EditorWords(JavaScriptCatalog):
    """The words of wagtail-localize's editor, ours instead of theirs where we have some."""

    def get_catalog(self):
        return super().get_catalog() | {word: gettext(word) for word in phrases.EDITOR}


@hooks.register("register_admin_urls", order=BEFORE_LOCALIZE)
def guarded_doors():
    words = needs(Right.TRANSLATE)(EditorWords.as_view(packages=["wagtail_localize"]))
    return [
        path("localize/jsi18n/", words, name="words_of_the_editor"),
        path("localize/update/<int:translation_source_id>/", SyncView.as_view(), name="sync_translations"),
        path("localize/page/<int:page_id>/convert_to_alias/", show_source_instead, name="show_source_instead"),
    ]


@hooks.register("before_bulk_action")
def refuse_several_half_translated(request, action_type, objects, action):
    if action_type == "publish" and action.models == [Page]:
        refused = [page for page in _to_publish(objects, action) if refuse(request, page)]
        return redirect(action.next_url) if refused else None
    return None


def _to_publish(pages, action):
    for page in pages:
        yield page
        if action.cleaned_form.cleaned_data["include_descendants"]:
            yield from page.get_descendants().not_live()


def refuse(request, page: Page) -> bool:
    """Tell and answer True if the page has words of its source's language."""
    number = untranslated_texts(page)
    if number:
        words = {"page": page.get_admin_display_title(), "n": number, "language": page.locale.get_display_name()}
        messages.error(request, _sentence(number) % words)
    return bool(number)


def _sentence(number: int) -> str:
    return ngettext(
        "“%(page)s” is not published: %(n)s text is not translated yet (%(language)s).",
        "“%(page)s” is not published: %(n)s texts are not translated yet (%(language)s).",
        number,
    )
