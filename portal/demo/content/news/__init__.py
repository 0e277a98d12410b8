"""Twelve news items.

A `url` of a link may begin with "/": the seeding code replaces it by the address of the page or view it means.

Keys: slug, kind (news, press_release, success_story, publication), days or date (ISO, history only), author
(institution slug), title_de, title_en, teaser_de, teaser_en, body_de, body_en (blocks), source (institution slug or
None) with source_date (ISO) where an item was picked up elsewhere, institutions, events, projects (slugs),
picture (motif, seed), credit, alt_de, alt_en.
"""

from portal.demo.content.news.earlier import EARLIER
from portal.demo.content.news.recent import RECENT

NEWS = [*RECENT, *EARLIER]
