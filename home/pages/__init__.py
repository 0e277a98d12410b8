"""The page types of the house; forms and their answers are a room of their own (`home.answers`)."""

from .directory import DirectoryPage
from .handbook import HandbookPage
from .home import HomePage
from .news import NewsIndexPage, NewsPage
from .project import ProjectIndexPage, ProjectPage
from .section import SectionIndexPage, SectionPage
from .standard import StandardPage

__all__ = [
    "DirectoryPage",
    "HandbookPage",
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
    "ProjectIndexPage",
    "ProjectPage",
    "SectionIndexPage",
    "SectionPage",
    "StandardPage",
]
