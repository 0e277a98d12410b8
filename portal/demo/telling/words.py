"""The words: pages in both languages, published as an editor would."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Locale, Page

from home.answers.page import JoinField, JoinPage
from home.pages import (
    DirectoryPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    ProjectIndexPage,
    ProjectPage,
    SectionIndexPage,
    SectionPage,
    StandardPage,
)
from portal.demo import pictures
from portal.demo.content import home as front
from portal.demo.content import news, pages, projects, sections
from portal.demo.content.questions import QUESTIONS, THANKS
from portal.demo.telling.blocks import Blocks
from portal.demo.telling.cast import day, image
from portal.language.slugs import slugify


@dataclass
class Pair:
    """A page in both languages."""

    de: Page
    en: Page

    def in_language(self, language: str) -> Page:
        return getattr(self, language)


def tell_page(
    parent: Pair, model, slugs: tuple[str, str], german: dict, english: dict | None, relations=None, **facts
) -> Pair:
    """Publish `model` under both parents; without `english` only the German page, for editors to translate."""
    de = model(slug=slugs[0], locale=parent.de.locale, **german, **facts)
    parent.de.add_child(instance=de)
    for name, rows in (relations or {}).items():
        getattr(de, name).set(rows)
    de.save_revision().publish()
    if english is None:
        return Pair(de, None)
    en = de.copy_for_translation(Locale.objects.get(language_code="en"))
    en.slug = slugs[1]
    for field, value in english.items():
        setattr(en, field, value)
    en.save_revision().publish()
    return Pair(de, en)


class Words:
    """Tells all pages; knows the facts that they name."""

    def __init__(self, root: Pair, people: dict, houses: dict, told_projects: dict, told_sections: dict):
        self.root, self.people, self.houses = root, people, houses
        self.projects, self.sections = told_projects, told_sections
        self.blocks = {language: Blocks(language, people, told_projects) for language in ("de", "en")}
        self.pages: dict[str, Pair] = {}

    def both(self, row: dict, *fields: str) -> tuple[dict, dict]:
        """`row`'s `<field>_de` and `<field>_en` for each field; bodies become StreamField values."""
        return tuple(self._words(row, language, fields) for language in ("de", "en"))

    def _words(self, row: dict, language: str, fields: tuple[str, ...]) -> dict:
        words = {field: row[f"{field}_{language}"] for field in fields}
        if "body" in words:
            words["body"] = self.blocks[language].stream(words["body"])
        return words

    def tell_indexes(self) -> None:
        for slug, (model, slugs, de, en) in INDEXES.items():
            german, english = {"title": de[0], "lead": de[1]}, {"title": en[0], "lead": en[1]}
            self.pages[slug] = tell_page(self.root, model, slugs, german, english, show_in_menus=slug in pages.MENU)

    def tell_standard_pages(self) -> None:
        for row in pages.PAGES:
            parent = self.pages[row["parent"]] if row["parent"] else self.root
            if row["slug"] in QUESTIONS:
                self.pages[row["slug"]] = self._tell_form(parent, row)
                continue
            german, english = self.both(row, "title", "lead", "body")
            in_menu = row["place"] == "menu"
            slugs = (row["slug"], row["slug_en"])
            self.pages[row["slug"]] = tell_page(parent, StandardPage, slugs, german, english, show_in_menus=in_menu)

    def tell_registers(self) -> None:
        """The introductions of the two registers, below the page about us."""
        for row in pages.REGISTER_PAGES:
            german, english = self.both(row, "title", "lead", "body")
            slugs = (slugify(row["title_de"]), slugify(row["title_en"]))
            parent = self.pages["ueber-uns"]
            self.pages[row["register"]] = tell_page(parent, StandardPage, slugs, german, english, show_in_menus=True)

    def _tell_form(self, parent: Pair, row: dict) -> Pair:
        german, english = self.both(row, "title", "lead")
        for words, language in ((german, "de"), (english, "en")):
            paragraphs = [block["text"] for block in row[f"body_{language}"]]
            words["intro"] = "".join(f"<p>{text}</p>" for text in paragraphs)
            words["thanks"] = THANKS[row["slug"]][language]
        asked = QUESTIONS[row["slug"]]
        pair = tell_page(parent, JoinPage, (row["slug"], row["slug_en"]), german, None)
        for order, question in enumerate(asked):
            JoinField.objects.create(page=pair.de, sort_order=order, locale=pair.de.locale, **question["de"])
        pair.de.refresh_from_db()
        en = pair.de.copy_for_translation(Locale.objects.get(language_code="en"))
        en.slug = row["slug_en"]
        for field, value in english.items():
            setattr(en, field, value)
        questions = list(en.form_fields.all())
        for own, question in zip(questions, asked, strict=True):
            for field, value in question["en"].items():
                setattr(own, field, value)
        en.form_fields.set(questions)
        en.save_revision().publish()
        return Pair(pair.de, en)

    def tell_sections(self) -> None:
        for row in sections.SECTIONS:
            german, english = self.both(
                {**row, "title_de": row["name_de"], "title_en": row["name_en"]}, "title", "body"
            )
            german["lead"], english["lead"] = row["intro_de"], row["intro_en"]
            slugs = (row["slug"], slugify(row["name_en"]))
            facts = {"section": self.sections[row["slug"]]}
            self.pages[row["slug"]] = tell_page(self.pages["sections"], SectionPage, slugs, german, english, **facts)

    def tell_projects(self) -> None:
        for row in projects.PROJECTS:
            german, english = (
                {"title": row["acronym"], "lead": row[f"summary_{language}"], "body": self._project_body(row, language)}
                for language in ("de", "en")
            )
            facts = {"project": self.projects[row["slug"]]}
            slugs = (row["slug"], row["slug"])
            self.pages[row["slug"]] = tell_page(self.pages["projects"], ProjectPage, slugs, german, english, **facts)

    def _project_body(self, row: dict, language: str) -> list:
        rows = [{"type": "goal", **{part: row[f"{part}_{language}"] for part in ("goals", "measures", "benefits")}}]
        if row[f"outcomes_{language}"]:
            heading = {"de": "Ergebnisse", "en": "Outcomes"}[language]
            rows += [{"type": "heading", "text": heading}, {"type": "list", "items": row[f"outcomes_{language}"]}]
        rows.append({"type": "people", "people": row["contacts"]})
        return self.blocks[language].stream(rows)

    def tell_news(self) -> None:
        for number, row in enumerate(news.NEWS):
            german, english = self.both(row, "title", "teaser", "body")
            untranslated = number == len(news.NEWS) - 1
            pair = tell_page(
                self.pages["news"],
                NewsPage,
                (row["slug"], slugify(row["title_en"])),
                german,
                None if untranslated else english,
                {
                    "related_institutions": [self.houses[slug] for slug in row["institutions"]],
                    "related_projects": [self.projects[slug] for slug in row["projects"]],
                },
                **self._news_facts(row),
            )
            self.pages[row["slug"]] = pair

    def _news_facts(self, row: dict) -> dict:
        drawing = pictures.picture(*row["picture"])
        picture = image(row["title_de"], drawing, alt=row["alt_de"], alt_en=row["alt_en"])
        return {
            "kind": row["kind"],
            "date": row["date"] or day(row["days"]),
            "image": picture,
            "source_institution": self.houses.get(row["source"]),
            "source_date": row["source_date"],
        }

    def learn_addresses(self) -> None:
        """Links in the content name pages by their slug; learn where these stand."""
        for language in ("de", "en"):
            addresses = self.blocks[language].addresses
            for slug, pair in self.pages.items():
                page = pair.in_language(language) or pair.de
                addresses[slug] = page.url
            with override(language):
                addresses["marketplace:offer"] = reverse("marketplace:offer")
                addresses["coaching:slots"] = reverse("coaching:slots")
            if "marketplace" in self.pages:
                addresses["exchange"] = addresses["marketplace"] + "?kind=sale"

    def order_menu(self) -> None:
        """The order of the menu is the order of the tree."""
        for slug in pages.MENU:
            for language in ("de", "en"):
                page = Page.objects.get(pk=self.pages[slug].in_language(language).pk)
                page.move(self.root.in_language(language), pos="last-child")

    def tell_home(self) -> None:
        for language in ("de", "en"):
            # Read again: a stale copy would publish yesterday's number of children.
            page = HomePage.objects.get(pk=self.root.in_language(language).pk)
            row = front.HOME
            page.headline, page.lead = row[f"title_{language}"], row[f"lead_{language}"]
            page.searches = ", ".join(row[f"searches_{language}"])
            page.search_description = row[f"seo_{language}"]
            page.doors = [("door", self._door(door, language)) for door in row["doors"]]
            body = [b for b in row[f"body_{language}"] if b["type"] != "goal"]
            body.insert(2, {"type": "latest_news", "count": 3, "more": front.ALL_NEWS[language]})
            funding = body.pop()
            region = ("region", {"heading": ""})
            page.body = [*self.blocks[language].stream(body), region, *self.blocks[language].stream([funding])]
            page.save_revision().publish()

    def _door(self, door: dict, language: str) -> dict:
        link = self.blocks[language].link(door[f"title_{language}"], door["target"])
        return {"icon": ICONS[door["slug"]], "note": door[f"text_{language}"], **link}


ICONS = {"book": "cal", "used": "tag", "events": "ticket", "coaching": "hand"}

INDEXES = {
    "news": (
        NewsIndexPage,
        ("aktuelles", "news"),
        ("Aktuelles", "Nachrichten, Erfolge und Veröffentlichungen aus dem Verbund und seiner Region."),
        ("News", "News, success stories and publications from the network and its region."),
    ),
    "directory": (
        DirectoryPage,
        ("einrichtungen", "institutions"),
        ("Einrichtungen", "Wer in Ruhr und Westfalen forscht, behandelt, entwickelt und produziert."),
        ("Institutions", "Who researches, treats, develops and manufactures in Ruhr and Westphalia."),
    ),
    "sections": (
        SectionIndexPage,
        ("sektionen", "sections"),
        ("Sektionen", "Fachgruppen mit eigenem Vorsitz und eigenem Programm."),
        ("Sections", "Expert groups with a chair and a programme of their own."),
    ),
    "projects": (
        ProjectIndexPage,
        ("projekte", "projects"),
        ("Projekte", "Geförderte Vorhaben, ihre Partner und wer sie möglich macht."),
        ("Projects", "Funded projects, their partners and who makes them possible."),
    ),
}
