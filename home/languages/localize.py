"""Mends for wagtail-localize 1.14."""

from django.db import transaction
from wagtail.models import Page
from wagtail_localize.tasks import BaseJobBackend


class TreeSafeJobs(BaseJobBackend):
    """Run translation jobs after the commit, then repair the tree.

    Translating with "include subtree" leaves `numchild = 0` on translated parents, so that live pages answer 404
    (upstream issue 773).
    """

    def enqueue(self, func, args, kwargs):
        def run():
            func(*args, **kwargs)
            Page.fix_tree()

        transaction.on_commit(run)
