"""Fields of one record, or of a part of one, that do not go together."""

from __future__ import annotations


class MisfitError(ValueError):
    """Fields that contradict each other, or of which one is needed: what is wrong in Dutch, and which they are.

    The first of the fields is the one to look at. The values of two that are `turned` are in each other's place.
    """

    def __init__(self, message: str, *fields: str, turned: bool = False) -> None:
        super().__init__(message)
        self.fields = fields
        self.turned = turned
