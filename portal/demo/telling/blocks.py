"""The content's plain blocks as StreamField values."""

from html import escape

import typst
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from home.models import Person, Project
from portal.language.slugs import slugify

TEXTS = {"paragraph", "list", "heading", "steps"}


class Blocks:
    """Knows the persons, projects and addresses that blocks may name."""

    def __init__(self, language: str, people: dict[str, Person], projects: dict[str, Project]):
        self.language, self.people, self.projects = language, people, projects
        self.addresses: dict[str, str] = {}
        self.documents: dict[str, object] = {}

    def stream(self, rows: list[dict]) -> list[tuple]:
        """Neighbouring paragraphs, lists and headings become one text block."""
        blocks, texts = [], []
        for row in rows:
            if row["type"] in TEXTS:
                texts.append(_html(row))
                continue
            if texts:
                blocks.append(("text", "".join(texts)))
                texts = []
            blocks.append(getattr(self, f"_{row['type']}")(row))
        return [*blocks, ("text", "".join(texts))] if texts else blocks

    def _quote(self, row):
        person = self.people.get(row["person"])
        value = {"text": row["text"], "person": str(person or row["person"]), "function": row["attribution"]}
        return "quote", value

    def _goal(self, row):
        return "goal", {key: row[key] for key in ("goals", "measures", "benefits")}

    def _links(self, row):
        links = [self.link(item["label"], item["url"]) for item in row["items"]]
        return "links", {"heading": row.get("heading", ""), "links": links}

    def _people(self, row):
        return "people", {"heading": row.get("heading", ""), "people": [self.people[slug] for slug in row["people"]]}

    def _funding(self, row):
        return "funding", {"project": self.projects[row["project"]]}

    def _downloads(self, row):
        documents = [{"document": self.document(item["label"]), "title": item["label"]} for item in row["items"]]
        return "downloads", {"heading": row.get("heading", ""), "documents": documents}

    def _call_to_action(self, row):
        link = self.link(row["label"], row["target"])
        return "call", {
            "heading": row.get("heading", row["label"]),
            "text": f"<p>{escape(row['text'])}</p>",
            "link": link,
        }

    def _upcoming_events(self, row):
        return "events", {"heading": row.get("heading", ""), "number": row["count"], **self._more(row, "events")}

    def _newest_listings(self, row):
        return "listings", {"heading": row.get("heading", ""), "number": row["count"], **self._more(row, "marketplace")}

    def _latest_news(self, row):
        return "news", {"heading": row.get("heading", ""), "number": row["count"], **self._more(row, "news")}

    def _more(self, row: dict, target: str) -> dict:
        return {"more": self.link(row["more"], target)} if row.get("more") else {}

    def document(self, title: str):
        """A one-page PDF of that title, made once."""
        if title not in self.documents:
            source = (
                f'#set document(title: sys.inputs.title)\n#set text(lang: "{self.language}")\n= #sys.inputs.title\n'
            )
            pdf = typst.compile(source.encode(), sys_inputs={"title": title}, pdf_standards=["ua-1"])
            document = get_document_model()(title=title)
            document.file.save(f"{slugify(title, 60)}.pdf", ContentFile(pdf))
            self.documents[title] = document
        return self.documents[title]

    def link(self, label: str, url: str) -> dict:
        address = self.addresses.get(url, url)
        return {"text": label, "page": None, "address": address}


def _html(row: dict) -> str:
    if row["type"] == "heading":
        return f"<h2>{escape(row['text'])}</h2>"
    if row["type"] == "paragraph":
        return f"<p>{escape(row['text'])}</p>"
    tag = "ol" if row["type"] == "steps" else "ul"
    return f"<{tag}>" + "".join(f"<li>{escape(item)}</li>" for item in row["items"]) + f"</{tag}>"
