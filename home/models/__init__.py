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

__all__ = [
    "Funder",
    "Person",
    "Project",
    "ProjectFunding",
    "ProjectPartner",
    "Section",
    "SectionRole",
    "WorkPackage",
]
