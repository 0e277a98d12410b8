"""What must be filled in before the portal opens: asked by `manage.py check --deploy`, from the database."""

from django.core.checks import Error, Info, register
from django.db import DatabaseError
from django.utils.translation import override

from home.models import Office

TAG = "go_live"
FIELDS = (
    "operator",
    "legal_form",
    "street",
    "postal_code",
    "city",
    "phone",
    "email",
    "represented_by",
    "register_court",
    "register_number",
    "vat_id",
    "responsible",
    "authority",
)
PAGES = ("imprint", "privacy", "accessibility", "contact")
WHERE = "Admin, Settings, Office and imprint. Write “none” where there is none."


def missing(office: Office) -> list[str]:
    """The fields of the imprint that nobody has filled in, in the order of the law."""
    return [name for name in FIELDS if not getattr(office, name).strip()]


def unread(office: Office) -> list[str]:
    """The pages that the footer must link and that are not chosen or not published."""
    return [name for name in PAGES if not (page := getattr(office, name)) or not page.live]


@register(TAG, deploy=True)
def imprint_is_complete(app_configs, **kwargs) -> list:
    """`home.E101` to `home.E113` per missing field, `home.E121` to `home.E124` per missing page."""
    try:
        office = Office.here()
        fields, pages = missing(office), unread(office)
    except DatabaseError as error:
        return [Info("The imprint could not be checked: the database gave no answer.", hint=str(error), id="home.I100")]
    with override("en"):
        return [_field(name) for name in fields] + [_page(name) for name in pages]


def _field(name: str) -> Error:
    label = Office._meta.get_field(name).verbose_name
    return Error(f"The imprint lacks: {label}.", hint=WHERE, id=f"home.E{101 + FIELDS.index(name)}")


def _page(name: str) -> Error:
    label = Office._meta.get_field(name).verbose_name
    hint = "Publish the page, then choose it: " + WHERE.split(" Write")[0]
    return Error(f"The footer links no published page: {label}.", hint=hint, id=f"home.E{121 + PAGES.index(name)}")
