from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LexiconConfig(AppConfig):
    """What words mean to the search: stems, compounds, and the meanings that staff keep."""

    name = "portal.lexicon"
    label = "lexicon"
    verbose_name = _("Vocabulary of the search")

    def ready(self) -> None:
        # Imported here: receivers need the models.
        from portal.lexicon import receivers  # noqa: F401
