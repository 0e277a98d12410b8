"""What blocks of a page show of other pages: tags for `{% … as name %}`."""

from django import template

from home.pages import DirectoryPage, NewsPage
from home.region import map as region
from portal.language import languages

register = template.Library()


@register.simple_tag
def newest_articles(number):
    """The latest articles in the reader's language."""
    articles = NewsPage.objects.filter(locale__language_code=languages.current(), alias_of=None).live().public()
    return articles.newest().with_faces()[: number or 3]


@register.simple_tag
def region_map():
    """The region with links to the directory in the reader's language, see `home.region.map`."""
    page = DirectoryPage.objects.filter(locale__language_code=languages.current(), alias_of=None).live().first()
    return region.region_map(address=page.url if page else "")
