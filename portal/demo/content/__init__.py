"""Demo content as plain data, in German and English; no Django here.

Every module holds module-level lists of dicts and names its keys in its docstring. Rows refer to one another by
`slug` (institutions, people, fields, projects, funders, sections, news, events, listings) or by `key` (users).
Dates count in `days` from today (negative is past) with `at` "HH:MM" local time and `hours`; `clock` turns them into
moments. Only history carries absolute dates, as `date` "YYYY-MM-DD".
"""
