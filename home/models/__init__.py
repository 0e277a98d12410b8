from .directory import DirectoryPage
from .facts import (
    Funder,
    Person,
    Project,
    ProjectFunding,
    ProjectPartner,
    Section,
    SectionRole,
    WorkPackage,
)
from .handbook import HandbookPage
from .home import HomePage
from .join import Answer, JoinField, JoinPage
from .news import NewsIndexPage, NewsPage
from .office import Office
from .project import ProjectIndexPage, ProjectPage
from .section import SectionIndexPage, SectionPage
from .standard import StandardPage

__all__ = [
    "Answer",
    "DirectoryPage",
    "Funder",
    "HandbookPage",
    "HomePage",
    "JoinField",
    "JoinPage",
    "NewsIndexPage",
    "NewsPage",
    "Office",
    "Person",
    "Project",
    "ProjectFunding",
    "ProjectIndexPage",
    "ProjectPage",
    "ProjectPartner",
    "Section",
    "SectionIndexPage",
    "SectionPage",
    "SectionRole",
    "StandardPage",
    "WorkPackage",
]
