"""A translated page gets an address in its own language."""

from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation

from portal.language.slugs import slugify

TITLE, SLUG = "title", "slug"


def name_by_title(translated: StringTranslation) -> None:
    """As soon as a title is translated, so is the slug; who translates finds it in the editor and may change it.

    A slug that somebody has translated stays, so does that of a page which is live: links lead there.
    """
    context = translated.context
    if context is None or context.path != TITLE:
        return
    segments = StringSegment.objects.filter(source__object=context.object, context__path=SLUG)
    slug = slugify(translated.data)
    for segment in segments.select_related("context"):
        if slug and not _is_live(context.object_id, translated.locale_id):
            StringTranslation.objects.get_or_create(
                translation_of_id=segment.string_id,
                locale_id=translated.locale_id,
                context=segment.context,
                defaults={"data": slug, "translation_type": StringTranslation.TRANSLATION_TYPE_MACHINE},
            )


def _is_live(key, locale) -> bool:
    return Page.objects.filter(translation_key=key, locale=locale, live=True).exists()
