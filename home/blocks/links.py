"""A link to a page or to an address; links to pages follow the reader's language."""

from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page


def check_address(value: str) -> None:
    """Refuse all but web addresses, paths of this portal and queries to append: no `javascript:`, no `//host`."""
    parts = urlsplit(value)
    own = (
        not parts.scheme
        and not parts.netloc
        and value.startswith(("/", "?", "#"))
        and not value.startswith(("//", "/\\"))
    )
    if not own and not (parts.scheme in {"http", "https", "mailto", "tel"} and (parts.netloc or parts.path)):
        raise ValidationError(_("Enter an address that begins with https:// or a path that begins with /."))


class AddressBlock(blocks.URLBlock):
    """As a URLBlock, which wagtail-localize offers to override per language, but paths of the portal are welcome."""

    def __init__(self, required=True, help_text=None, **kwargs):
        super().__init__(required=required, help_text=help_text, **kwargs)
        self.field = forms.CharField(required=required, help_text=help_text, max_length=500, validators=[check_address])


class LinkValue(blocks.StructValue):
    """A link. `follow` finds the targets of many links in one query; alone, a link asks for its own."""

    @property
    def href(self) -> str:
        """The page's address in the language of the page that shows it, with the query appended; else the address."""
        page, address = self.get("page"), self.get("address") or ""
        if not page:
            return address
        target = getattr(self, "target", None) or page.localized
        return ((target if target.live else page).url or "") + (address if address[:1] in "?#" else "")

    @property
    def label(self) -> str:
        page = self.get("page")
        return self.get("text") or (page.title if page else self.get("address", ""))

    @property
    def is_external(self) -> bool:
        return not self.get("page") and (self.get("address") or "").startswith("http")


def follow(locale_id: int, *values) -> None:
    """Give all links within `values` (stream, list or struct values) their pages in a language, by one query."""
    links = [link for value in values for link in _links_in(value) if link.get("page")]
    keys = [link["page"].translation_key for link in links]
    found = Page.objects.filter(translation_key__in=keys, locale_id=locale_id, alias_of=None).live() if keys else []
    by_key = {page.translation_key: page for page in found}
    for link in links:
        link.target = by_key.get(link["page"].translation_key, link["page"])


def _links_in(value):
    if isinstance(value, LinkValue):
        yield value
    elif isinstance(value, blocks.StructValue):
        for inner in value.values():
            yield from _links_in(inner)
    elif isinstance(value, blocks.list_block.ListValue):
        for inner in value:
            yield from _links_in(inner)
    elif isinstance(value, blocks.StreamValue):
        for child in value:
            yield from _links_in(child.value)


class LinkBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("text"), max_length=120, required=False)
    page = blocks.PageChooserBlock(label=_("page"), required=False)
    address = AddressBlock(
        label=_("address"),
        required=False,
        help_text=_("Instead of a page; or, with a page, what is added to its address, such as “?kind=device”."),
    )

    class Meta:
        icon = "link"
        label = _("link")
        value_class = LinkValue

    may_be_empty = False

    def clean(self, value):
        cleaned = super().clean(value)
        if (
            not self.is_deferred_validation
            and not self.may_be_empty
            and not cleaned.get("page")
            and not cleaned.get("address")
        ):
            raise blocks.StructBlockValidationError(
                block_errors={"page": ValidationError(_("Choose a page or enter an address."))}
            )
        return cleaned


class OptionalLinkBlock(LinkBlock):
    may_be_empty = True
