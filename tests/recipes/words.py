"""Pages, blocks, drawings, components, notes, settings."""

from tests.recipes.newcomer import Newcomer, recipe

PAGE = '''from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from home.blocks import BODY
from home.models.facts import Project
from home.pages.bodies import InTabs, WithBody


class StoryPage(WithBody, InTabs, Page):
    """How somebody came to share a device."""

    project = models.ForeignKey(Project, verbose_name=_("project"), on_delete=models.PROTECT, related_name="+")
    lead = models.CharField(_("lead paragraph"), max_length=400, blank=True)
    body = StreamField(BODY, verbose_name=_("content"), blank=True)

    page_description = _("The story of one project.")
    parent_page_types = ["home.StandardPage"]
    subpage_types = []
    content_panels = [*Page.content_panels, FieldPanel("project"), FieldPanel("lead"), FieldPanel("body")]
    search_fields = [*Page.search_fields, index.SearchField("lead"), index.SearchField("body")]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
'''

PAGE_TEMPLATE = """{% extends "home/page.html" %}{% load i18n kept %}
{% block content %}{% for_everybody "content" %}
<div class="wrap section section-s"><div class="flow flow-l">
{% include "components/page_head.html" with title=page.title lead=page.lead only %}
<p>{% blocktranslate trimmed with project=page.project %}A story from {{ project }}{% endblocktranslate %}</p>
{% include "home/parts/body.html" with body=page.body %}
</div></div>
{% endfor_everybody %}{% endblock %}
"""


@recipe("A page type")
def a_page_type(by: Newcomer) -> list[str]:
    by.write("home/pages/story.py", PAGE)
    by.add("home/pages/__init__.py", "from .story import StoryPage\n", after="from .standard import StandardPage\n")
    by.add("home/pages/__init__.py", '    "StoryPage",\n', after='    "StandardPage",\n')
    by.add("home/pages/standard.py", '"home.StoryPage", ', before='"home.JoinPage", ')
    by.write("home/templates/home/story_page.html", PAGE_TEMPLATE)
    by.say(
        "home",
        {
            "story": "Geschichte",
            "stories": "Geschichten",
            "The story of one project.": "Die Geschichte eines Projekts.",
            "A story from %(project)s": "Eine Geschichte aus %(project)s",
        },
    )
    return [
        f"tests/test_page_types.py::{test}[StoryPage]"
        for test in (
            "test_a_page_type_says_what_it_is_and_some_parent_allows_it",
            "test_a_page_of_each_type_answers_in_both_languages_at_few_queries",
            "test_the_editor_shows_a_live_preview_of_each_type",
        )
    ]


BLOCK = """

class NumberBlock(blocks.StructBlock):
    number = blocks.CharBlock(label=_("number"), max_length=20)
    text = blocks.CharBlock(label=_("text"), max_length=120)

    class Meta:
        icon = "order"
        label = _("number with words")
        description = _("One number that says much.")
        template = "home/blocks/number.html"
        preview_value = {"number": "42", "text": _("devices that are shared")}
"""


@recipe("A StreamField block")
def a_block(by: Newcomer) -> list[str]:
    by.add("home/blocks/words.py", BLOCK)
    by.add("home/blocks/body.py", "NumberBlock, ", before="PictureBlock, QuoteBlock")
    by.add("home/blocks/body.py", '        ("number", NumberBlock(group=SAY)),\n', before='        ("quote",')
    by.write("home/templates/home/blocks/number.html", "<p><b>{{ value.number }}</b> {{ value.text }}</p>\n")
    by.say(
        "home",
        {
            "number with words": "Zahl mit Worten",
            "One number that says much.": "Eine Zahl, die viel sagt.",
            "devices that are shared": "Geräte, die geteilt werden",
        },
    )
    return [
        "tests/home/blocks/test_blocks.py::test_every_block_tells_editors_what_it_is_and_how_it_looks[number]",
        "tests/test_page_types.py::test_a_page_of_each_type_answers_in_both_languages_at_few_queries[EventPage]",
    ]


@recipe("A category of devices")
def a_drawing(by: Newcomer) -> list[str]:
    by.write("portal/look/drawings/water_bath.svg", '<rect x="80" y="90" width="240" height="140" fill="var(--a4)"/>\n')
    return [
        "tests/portal/look/test_components.py::test_drawing_paints_only_with_the_six_variables[water_bath]",
        "tests/portal/look/test_components.py::test_every_device_category_has_its_own_drawing",
    ]


NOTE_TEST = """import pytest
from django.urls import reverse
from wagtail.users.models import UserProfile


@pytest.mark.parametrize(("language", "words"), [("de", "Notizen haben Ränder."), ("en", "Notes have margins.")])
def test_the_note_stands_on_the_first_page_until_it_was_read(client, django_user_model, site_tree, language, words):
    root = django_user_model.objects.create_superuser("root@example.org", "pw")
    UserProfile.objects.create(user=root, preferred_language=language)
    client.force_login(root)
    assert words in client.get(reverse("wagtailadmin_home")).content.decode()
    client.post(reverse("changes_read"))
    assert words not in client.get(reverse("wagtailadmin_home")).content.decode()
"""


@recipe("A note on what is new for the staff")
def a_note(by: Newcomer) -> list[str]:
    by.add("home/desk/whats_new.py", '\n    Change(date(2026, 11, 23), _("Notes have margins.")),', after="CHANGES = (")
    by.say("home", {"Notes have margins.": "Notizen haben Ränder."})
    by.write("tests/home/desk/test_note.py", NOTE_TEST)
    return ["tests/home/desk/test_note.py"]


COMPONENT = """{% comment %}A strip across a card. label; tone: "" or "accent".{% endcomment %}
<p class="ribbon{% if tone %} ribbon-{{ tone }}{% endif %}">{{ label }}</p>
"""


@recipe("A component of the face")
def a_component(by: Newcomer) -> list[str]:
    by.write("portal/look/templates/components/ribbon.html", COMPONENT)
    by.write(
        "portal/look/static/look/css/components/ribbon.css",
        "@layer components {\n  .ribbon { font-weight: 650; }\n  .ribbon-accent { color: var(--c-accent); }\n}\n",
    )
    states = '\n  ["ribbon", "plain", {"label": "Neu"}],\n  ["ribbon", "accent", {"label": "Neu", "tone": "accent"}],'
    by.add("portal/look/examples.json", states, before='\n  ["badge", "Buchbar"')
    use = '{% include "components/ribbon.html" with label=page.title only %}\n'
    by.add("home/templates/home/standard_page.html", use, before='{% include "components/page_head.html"')
    tests = "tests/portal/look/test_components.py"
    return [
        f"{tests}::test_every_component_has_a_style_sheet_of_the_same_name",
        f"{tests}::test_every_component_has_an_example",
        f"{tests}::test_component_states_its_parameters_in_a_head_comment[ribbon]",
        f"{tests}::test_pages_use_every_component_that_the_guide_shows[ribbon]",
        *(f"{tests}::test_component_renders_its_example[ribbon-{state}]" for state in ("plain", "accent")),
        *(f"{tests}::test_component_closes_what_it_opens[ribbon-{state}]" for state in ("plain", "accent")),
        f"{tests}::test_no_public_template_holds_inline_style_or_script",
        f"{tests}::test_no_style_sheet_fetches_from_elsewhere",
        "tests/portal/look/test_views.py::test_style_guide_shows_every_component_to_staff",
    ]


@recipe("A setting from the environment")
def a_setting(by: Newcomer) -> list[str]:
    by.add("portal/settings/base.py", 'QUIET_HOURS = env.bool("QUIET_HOURS", default=False)\n', before="PORTAL_NAME = ")
    by.add(".env.example", "# QUIET_HOURS=false\n", before="# DEBUG=false\n")
    return ["tests/portal/settings/test_environment.py::test_example_names_exactly_what_the_settings_read"]


@recipe("A picture of the demo")
def a_picture(by: Newcomer) -> list[str]:
    by.add("portal/demo/content/news/recent.py", "1", after='("cells", 5')
    by.run("-m", "tests.pencil")
    tests = "tests/portal/demo/test_pictures.py"
    return [
        f"{tests}::test_what_is_kept_is_what_the_story_shows",
        f"{tests}::test_a_kept_picture_opens_in_its_size[cells-51]",
    ]
