"""Constructors for the chapters."""


def steps(*items):
    return ("text", "<ol>" + "".join(f"<li>{item}</li>" for item in items) + "</ol>")


def says(html):
    return ("text", html)


def tip(text):
    return ("tip", text)


def chapter(slug, german, english):
    """`german` and `english` are (slug, title, lead, what the picture shows, blocks); the picture follows the first."""
    return {"slug": slug, "de": german, "en": english}
