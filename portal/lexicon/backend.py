"""Wagtail's search in PostgreSQL, with our terms in place of the database's own dictionaries.

German pages are stemmed as German, English ones as English; both fold as all searches of the house do and know the
vocabulary.
"""

from django.contrib.postgres.search import SearchRank, SearchVectorField
from django.db.models import Func, IntegerField, TextField, Value
from django.db.models.functions import Cast
from django.utils.functional import cached_property
from modelsearch.backends.database.postgres import postgres
from modelsearch.query import Phrase, PlainText
from modelsearch.utils import get_content_type_pk, get_descendants_content_types_pks

from portal.lexicon import nearest, stems, terms

# What a question is that asks for nothing.
NOTHING = "'?'"
FIRST = 100
# Where a word may stand: one index has both (`wagtailsearch_both`), as the search asks for them.
BOTH = Func("title", "body", arg_joiner=" || ", template="(%(expressions)s)", output_field=SearchVectorField())


class Indexer(postgres.ObjectIndexer):
    is_title = False

    @cached_property
    def title(self):
        self.is_title = True
        found = super().title
        self.is_title = False
        return found

    def as_vector(self, texts, for_autocomplete=False):
        texts = [(text, weight) for text, weight in texts if text.strip()]
        written = Value(terms.weighted(texts, self._languages(), title=self.is_title), output_field=TextField())
        return Cast(written, SearchVectorField())

    def _languages(self) -> tuple[str, ...]:
        locale = getattr(self.obj, "locale", None)
        return (locale.language_code,) if locale and locale.language_code in stems.LANGUAGES else stems.LANGUAGES


class Index(postgres.PostgresIndex):
    def add_items(self, model, objs):
        """As the original does, which names its indexer in the middle of the method."""
        rows = [self._entry(Indexer(one, self.backend), model) for one in objs]
        if rows and model.get_search_fields():
            columns = ["title", "autocomplete", "body", "title_norm", "title_text", "body_text"]
            keys = ["content_type", "object_id"]
            self.entries.bulk_create(rows, update_conflicts=True, unique_fields=keys, update_fields=columns)
            self._refresh_title_norms()
            nearest.remember(row.title_text for row in rows)

    def _entry(self, one: Indexer, model):
        return postgres.IndexEntry(
            content_type_id=get_content_type_pk(model),
            object_id=one.id,
            title=one.title,
            autocomplete=one.autocomplete,
            body=one.body,
            title_text=one.title_text,
            body_text=one.body_text,
        )


class InTerms:
    """Questions as our tsqueries; `loose` takes parts and beginnings of words as well."""

    loose = False

    def build_tsquery_content(self, query, config=None, invert=False):
        if not isinstance(query, (PlainText, Phrase)):
            return super().build_tsquery_content(query, config=config, invert=invert)
        written = terms.tsquery(query.query_string, loose=self.loose) or NOTHING
        return terms.AsWritten(f"!({written})" if invert else written)

    def build_tsrank(self, vector, query, config=None, boost=1.0):
        """Pages of the portal that are asked for by their task come before texts with the words: opening hours stand
        on the contact page. Only titles have such terms.
        """
        rank = super().build_tsrank(vector, query, config=config, boost=boost)
        asked = terms.pages(query.query_string) if isinstance(query, (PlainText, Phrase)) else ""
        return rank + FIRST * SearchRank(vector, terms.AsWritten(asked)) if asked else rank

    def get_search_vectors(self, search_query):
        """Fields by name would be read by the database's own parser."""
        return self.get_index_vectors(search_query)


class Compiler(InTerms, postgres.PostgresSearchQueryCompiler):
    pass


class Loose(Compiler):
    loose = True


class Autocomplete(InTerms, postgres.PostgresAutocompleteQueryCompiler):
    loose = True


class SearchBackend(postgres.PostgresSearchBackend):
    index_class = Index
    query_compiler_class = Compiler
    autocomplete_query_compiler_class = Autocomplete

    def loosely(self, query: str, rows):
        """Like `search`, with parts and beginnings of words."""
        return self._search(Loose, query, rows)

    def unranked(self, query: str, rows, *, loose: bool = False):
        """Those `rows` that every word leads to, as a queryset in no order: to count and to filter by."""
        expression = terms.tsquery(query, loose=loose)
        if not expression:
            return rows.none()
        kinds = get_descendants_content_types_pks(rows.model)
        entries = postgres.IndexEntry.objects.annotate(both=BOTH).filter(both=terms.AsWritten(expression))
        keys = entries.filter(content_type__in=kinds).values_list(Cast("object_id", IntegerField()), flat=True)
        return rows.filter(pk__in=keys)
