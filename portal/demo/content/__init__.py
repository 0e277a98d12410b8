"""Demo content as plain data, in German and English; no Django here.

Every module holds module-level lists of dicts and names its keys in its docstring. Rows refer to one another by
`slug` (institutions, people, fields, projects, funders, sections, news, events, listings) or by `key` (users).
Dates count in `days` from today (negative is past) with `at` "HH:MM" local time and `hours`; `telling.clock` makes them
moments. Only history carries absolute dates, as `date` "YYYY-MM-DD".

Bodies are lists of blocks. Block types and their keys:
paragraph (text), heading (text), list (items), quote (text, person: slug, attribution),
goal (goals, measures, benefits: lists of strings), links (items: label, url), people (people: slugs),
downloads (items: label, filename), call_to_action (label, target: a page slug or URL name, text),
funding (project: slug), upcoming_events (count), newest_listings (count).
"""
