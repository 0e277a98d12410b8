"""The books: what money moved when, for whom and for which project; months that are closed."""
