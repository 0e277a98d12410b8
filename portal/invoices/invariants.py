"""Rows about invoices that must not exist."""

from django.db.models import CharField, F, Func, Max, Sum
from django.db.models.functions import Cast

from portal.invoices.kinds import DocumentKind
from portal.invoices.models import Invoice, Paper, Series


def check() -> list[str]:
    """One line for each document that contradicts the rules (§ 14 UStG, GoBD)."""
    return [*_not_their_lines(), *_more_taken_back_than_charged(), *_gaps(), *_not_their_files()]


def _not_their_lines() -> list[str]:
    told = Invoice.objects.annotate(of_lines=Sum("lines__net", distinct=False)).exclude(of_lines=F("net"))
    return [f"{one} says {one.net} net, its lines say {one.of_lines}" for one in told]


def _more_taken_back_than_charged() -> list[str]:
    told = Invoice.objects.filter(kind=DocumentKind.INVOICE).annotate(back=Sum("corrections__gross"))
    return [f"{one} is over {one.gross}, {one.back} were taken back" for one in told.filter(back__gt=F("gross"))]


def _not_their_files() -> list[str]:
    """Files that are not what was sent; the database reckons their digests, for they are many."""
    told = Func(F("pdf"), F("xml"), template="encode(sha256(%(expressions)s), 'hex')", arg_joiner=" || ")
    wrong = Paper.objects.annotate(now=Cast(told, CharField())).exclude(digest=F("now")).defer("pdf", "xml")
    return [f"{one.invoice}: its files are not those that were sent" for one in wrong.select_related("invoice")]


def _gaps() -> list[str]:
    wrong = []
    for series in Series.objects.select_related("issuer"):
        begin = f"{series.issuer.prefix}{series.year}-"
        own = Invoice.objects.filter(issuer=series.issuer, number__startswith=begin)
        count, newest = own.count(), own.aggregate(newest=Max("number"))["newest"]
        # What was deleted after its years makes no gap: the newest number stands.
        if newest and int(newest.removeprefix(begin)) != series.last:
            wrong.append(f"{series} has given out {series.last} numbers, the newest is {newest}")
        if count > series.last:
            wrong.append(f"{series} has given out {series.last} numbers for {count} documents")
    return wrong
