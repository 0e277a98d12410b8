"""One spelling for all: how whatever is searched for by name is compared, in Python and in the database alike.

Without case, accents, apostrophes and hyphens; ä, ae and a are the same, so are ø and ö, ß and ss, ph and f; ł is l,
ı is i. Letters of other scripts keep to themselves.
"""

import re
import unicodedata
from collections.abc import Iterable
from itertools import product

from anyascii import anyascii
from django.contrib.postgres.search import SearchVectorField
from django.db.models import CharField, F, Func, Lookup, Q, QuerySet, TextField, Transform, Value, lookups
from django.db.models.functions import Lower

# Apostrophes, hyphens and what nobody sees: deleted where they are kept, gaps where they are typed.
SILENT = "'`´‘’‛ʹʻʼʽˈ′-‐‑‒–—−﹣－\u00ad\u200b\u200c\u200d\u2060\ufeff"
MARKS = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
# Not where two vowels merely meet: `Bauer`, `neue` and `Quelle` keep their e.
ABBREVIATION = 3
TRANSCRIBED = "(?<![aeiouq])([aou])e(?![aeiou])"


MOST_SIGNS, MOST_WORDS = 200, 12
# Before the number of a model: XZ900 is written XZ-900 and XZ 900, too.
JOINT = re.compile(r"(?<=[^\W\d_])(?=\d)")


def _undivided() -> dict[str, str]:
    """Latin letters that Unicode does not take apart, each in plain ones."""
    letters = map(chr, (*range(0x80, 0x180), *map(ord, "ẞƏə")))
    found = {
        letter: anyascii(letter).lower()
        for letter in letters
        if unicodedata.name(letter, "").startswith("LATIN") and unicodedata.normalize("NFKD", letter) == letter
    }
    return {letter: plain for letter, plain in found.items() if plain.isalpha()} | {"ς": "σ"}


UNDIVIDED = _undivided()
SINGLE = {letter: plain for letter, plain in UNDIVIDED.items() if len(plain) == 1}
LONGER = {letter: plain for letter, plain in UNDIVIDED.items() if len(plain) > 1}
_silence = dict.fromkeys(map(ord, SILENT))
_plain = str.maketrans(UNDIVIDED)


def fold(text: str) -> str:
    """`text` as it is compared; folding twice changes nothing that a search could notice."""
    parts = unicodedata.normalize("NFKD", text.translate(_silence))
    letters = re.sub(MARKS, "", parts.lower()).translate(_plain)
    return re.sub(TRANSCRIBED, r"\1", letters).replace("ph", "f")


ACIDITY = fold("pH")


def words(text: str) -> list[str]:
    """The words of a query, folded; a name with a hyphen or an apostrophe is asked for by its parts."""
    typed = "".join(" " if sign in SILENT else sign for sign in text)
    return [word for word in map(fold, typed.split()) if word.strip()]


def spellings(word: str) -> list[str]:
    """A folded word and, of a model number, the same with a gap before the number."""
    return list(dict.fromkeys([word, JOINT.sub(" ", word, count=1)]))


def search(rows: QuerySet, text: str, fields: Iterable[str]) -> QuerySet:
    """Those `rows` that have every word of `text` in one of their `fields`; all of them without a word.

    A field `…_folded` is kept as it is compared.
    """
    for word in asked(text):
        said = Q()
        for field, spelling in product(fields, spellings(word)):
            said |= Q(**{f"{field}__contains" if field.endswith("_folded") else f"{field}__folded__contains": spelling})
        rows = rows.filter(pk__in=rows.model._base_manager.filter(said).values("pk"))
    return rows


def mentions(rows: QuerySet, text: str, names: Iterable[str], texts: Iterable[str]) -> QuerySet:
    """For readers: every word is part of one of the `names` or begins a word of one of the `texts`.

    What is as short as an abbreviation begins a name, and is a whole word of a text: REM is found neither in Bremen
    nor in remain. pH is a whole word everywhere: folded to f, it would begin für.
    """
    for word in asked(text):
        short = len(word) <= ABBREVIATION
        said = Q()
        for field, spelling in product(names, spellings(word)):
            begins = f"{field}__gapped__{'word' if word == ACIDITY else 'begins'}"
            said |= Q(**{begins if short else f"{field}__folded__contains": spelling})
        for field, spelling in product(texts, spellings(word)):
            said |= Q(**{f"{field}__gapped__{'word' if short else 'begins'}": spelling})
        rows = rows.filter(pk__in=rows.model._base_manager.filter(said).values("pk"))
    return rows


def asked(text: str) -> list[str]:
    """The words to look for: a question is short, and each word costs a condition."""
    return list(dict.fromkeys(words(text[:MOST_SIGNS])))[:MOST_WORDS]


class _Folded(TextField):
    """What `Folded` gives: text that is compared with text which was folded in Python."""


@CharField.register_lookup
@TextField.register_lookup
class Folded(Transform):
    """`name__folded__contains`: the column as `fold` would have it."""

    lookup_name = "folded"
    output_field = _Folded()

    between = ""

    def as_sql(self, compiler, connection, **extra):
        (column,) = self.get_source_expressions()
        return compiler.compile(_in_sql(column, self.between))


@CharField.register_lookup
@TextField.register_lookup
class Gapped(Folded):
    """The same with the parts of `Bio-Security` as words of their own."""

    lookup_name = "gapped"
    between = " "


@_Folded.register_lookup
class _Contains(lookups.Contains):
    prepare_rhs = True

    def get_prep_lookup(self):
        return fold(self.rhs)


@_Folded.register_lookup
class _Begins(Lookup):
    """A word that begins like this; a number also where letters stand before it."""

    lookup_name = "begins"
    end = ""

    def get_prep_lookup(self):
        word = fold(self.rhs)
        begin = "(?<![0-9])" if word[:1].isdigit() else r"\m"
        return f"{begin}{re.escape(word)}{self.end}"

    def as_sql(self, compiler, connection):
        column, params = self.process_lhs(compiler, connection)
        word, more = self.process_rhs(compiler, connection)
        return f"{column} ~ {word}", (*params, *more)


@_Folded.register_lookup
class _Word(_Begins):
    """The whole word; of the letters of a model its number may follow."""

    lookup_name = "word"

    @property
    def end(self):
        return "(?![[:alpha:]])" if fold(self.rhs)[-1:].isalpha() else r"\M"


def _in_sql(column, between: str):
    text = TextField()
    silent = Func(column, Value(SILENT), Value(between * len(SILENT)), function="translate", output_field=text)
    parts = Func(silent, template="normalize(%(expressions)s, NFKD)", output_field=text)
    letters = _replaced(Lower(parts), MARKS, "")
    for letter, plain in LONGER.items():
        letters = Func(letters, Value(letter), Value(plain), function="replace", output_field=text)
    froms, tos = Value("".join(SINGLE)), Value("".join(SINGLE.values()))
    letters = Func(letters, froms, tos, function="translate", output_field=text)
    return Func(_replaced(letters, TRANSCRIBED, r"\1"), Value("ph"), Value("f"), function="replace", output_field=text)


def stored(*fields: str) -> Func:
    """What a column of its own, `…_folded`, keeps of several, to be compared with folded text."""
    return _in_sql(_together(fields), "")


def _together(fields: Iterable[str]) -> Func:
    columns = [column for field in fields for column in (Value(" "), F(field))][1:]
    return Func(*columns, template="(%(expressions)s)", arg_joiner=" || ", output_field=TextField())


class Words(Func):
    """A tsvector of folded text, its words in the stems of `config`."""

    template = "to_tsvector('%(config)s'::regconfig, %(expressions)s)"
    output_field = SearchVectorField()

    def __init__(self, *fields: str, config: str, **extra):
        super().__init__(_in_sql(_together(fields), " "), config=config, **extra)


class AllWords(Func):
    """Several `Words` as one."""

    template, arg_joiner = "(%(expressions)s)", " || "
    output_field = SearchVectorField()


def _replaced(expression, pattern: str, by: str):
    options = Value(pattern), Value(by), Value("g")
    return Func(expression, *options, function="regexp_replace", output_field=TextField())
