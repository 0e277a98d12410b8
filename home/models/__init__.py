from .answer import Answer
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
from .office import Office

__all__ = [
    "Answer",
    "Funder",
    "Office",
    "Person",
    "Project",
    "ProjectFunding",
    "ProjectPartner",
    "Section",
    "SectionRole",
    "WorkPackage",
]
