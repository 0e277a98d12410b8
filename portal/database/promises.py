"""What the database promises, with a sentence for people and the field beside which forms show it.

The schema knows neither: migrations name Django's own constraints, so another sentence is no migration.
"""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import CheckConstraint, UniqueConstraint
from django.db.models.constraints import BaseConstraint
from django.utils.functional import Promise


class _Told(BaseConstraint):
    """`beside` names a field of the model; a form that does not ask for it shows the sentence at its top."""

    plain: type[BaseConstraint]

    def __init__(self, *, beside: str, says: Promise, **kwargs):
        super().__init__(violation_error_message=says, **kwargs)
        self.beside = beside

    def __eq__(self, other) -> bool:
        return isinstance(other, BaseConstraint) and self.deconstruct() == other.deconstruct()

    __hash__ = None

    def validate(self, model, instance, exclude=None, **kwargs) -> None:
        try:
            super().validate(model, instance, exclude=exclude, **kwargs)
        except ValidationError as error:
            place = NON_FIELD_ERRORS if self.beside in (exclude or ()) else self.beside
            raise ValidationError({place: error.error_list}) from error

    def deconstruct(self):
        _path, args, kwargs = super().deconstruct()
        kwargs.pop("violation_error_message")
        return f"{self.plain.__module__}.{self.plain.__name__}".replace(".models.constraints", ".models"), args, kwargs

    def clone(self):
        _path, args, kwargs = self.deconstruct()
        return type(self)(*args, beside=self.beside, says=self.violation_error_message, **kwargs)


class Check(_Told, CheckConstraint):
    """A condition that holds for each row."""

    plain = CheckConstraint


class Unique(_Told, UniqueConstraint):
    """No two rows have the same values."""

    plain = UniqueConstraint


class Alone(_Told, ExclusionConstraint):
    """No two rows overlap."""

    plain = ExclusionConstraint
